// docs list|pull|upload.
#include <unistd.h>

#include <array>
#include <iostream>
#include <memory>
#include <thread>

#include "client/dais/online.hpp"
#include "client/dais/progress.hpp"
#include "client/dais/subcommands.hpp"
#include "client/native/document_folder.hpp"
#include "client/native/rpc_answer.hpp"
#include "protocol/methods/people.hpp"
#include "protocol/topics/documents.hpp"

namespace dais::command_line {
namespace {

using protocol::topics::documents;

constexpr std::chrono::seconds retry_pause{10};

/// The topic of documents that our role may see: the widest that it has in this meeting.
outcome<native::topic_key> find_topic(context const& with, protocol::meeting_id const& meeting) {
  auto const answer = make_call(with, {"sessions.who_am_i", std::nullopt, std::nullopt, protocol::json::object()});
  if (!answer) return std::unexpected(answer.error());
  auto const who = protocol::decode<protocol::sessions::identity>(*answer);
  if (!who) return std::unexpected(with.report(who.error()));
  std::string name = "documents";
  for (auto const& grant : who->roles) {
    if (grant.meeting && *grant.meeting != meeting) continue;
    if (grant.role == protocol::role::secretariat) return native::topic_key{meeting, "documents@secretariat"};
    // The committee takes no part in the meeting itself.
    if (grant.role == protocol::role::president || grant.role == protocol::role::focal_point ||
        grant.role == protocol::role::delegate)
      name = "documents@participants";
  }
  return native::topic_key{meeting, name};
}

void show_document(context const& with, protocol::document_id const& id, protocol::topics::document const& one) {
  auto const& symbol = one.current && one.current->symbol ? one.current->symbol : one.details.symbol;
  std::string languages;
  if (one.current)
    for (auto const& [language, file] : one.current->files)
      languages += (languages.empty() ? "" : " ") + language.value;
  std::cout << (symbol ? symbol->value : id.value) << "  " << with.pick(one.details.title) << "  ["
            << (one.state == protocol::document_state::published
                    ? languages
                    : with.words("cli.docs.state", {{"state", protocol::encode(one.state).get<std::string>()}}))
            << "]\n";
}

exit_code list(context const& with) {
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  auto const topic = find_topic(with, *meeting);
  if (!topic) return topic.error();
  auto const all = read_topic_as<documents>(with, *topic);
  if (!all) return all.error();
  if (with.is_json) {
    with.print(protocol::encode(*all));
    return exit_code::done;
  }
  if (all->documents.empty()) with.say("cli.docs.empty");
  for (auto const& [id, one] : all->documents) show_document(with, id, one);
  return exit_code::done;
}

struct pull_options {
  std::string folder;
  std::vector<std::string> languages;
  bool follows = false;
};

/// Brings one folder up to date, and says what it does: in JSON one value a change while it follows, else one for all.
class puller {
public:
  puller(context const& with, native::address server, native::document_folder folder, bool follows)
      : x_with(with),
        x_server(std::move(server)),
        x_token(with.token()),
        x_folder(std::move(folder)),
        x_follows(follows) {}

  exit_code bring_up_to_date(native::wanted_files const& wanted) {
    progress_line progress(x_with.is_json);
    auto const fetch = [&](native::wanted_file const& file, native::download const& what) {
      auto with_token = what;
      with_token.token = x_token;
      return native::fetch(
          x_server, with_token,
          [&](std::uint64_t here, std::uint64_t total) {
            progress.show(file.name, here, total);
            return true;
          },
          x_with.limits());
    };
    auto const changes = x_folder.bring_up_to_date(wanted, fetch);
    progress.clear();
    auto code = exit_code::done;
    auto list = protocol::json::array();
    for (auto const& change : changes) {
      if (auto const of_change = say(change); of_change != exit_code::done) code = of_change;
      list.push_back({{"change", word(change)}, {"file", change.name}});
      if (x_with.is_json && x_follows) x_with.print(list.back());
    }
    if (x_with.is_json && !x_follows) x_with.print({{"changes", list}, {"without_language", wanted.without_language}});
    if (changes.empty() && !x_has_said_state) x_with.say("cli.docs.pull.current");
    if (wanted.without_language > 0 && !x_has_said_state && !x_with.is_json)
      x_with.note("cli.docs.pull.without", {{"count", wanted.without_language}});
    x_has_said_state = true;
    return code;
  }

private:
  static std::string word(native::folder_change const& change) {
    static constexpr std::array<char const*, 5> words{"fetched", "removed", "kept", "forgotten", "failed"};
    return words.at(static_cast<std::size_t>(change.what));
  }

  exit_code say(native::folder_change const& change) {
    using kind = native::folder_change::kind;
    if (change.what != kind::forgotten) x_with.say("cli.docs.pull." + word(change), {{"file", change.name}});
    if (change.what != kind::failed) return exit_code::done;
    return change.fault.status == 0 ? x_with.report(change.fault.why)
                                    : x_with.report(native::read_refusal(change.fault.status, change.fault.body));
  }

  context const& x_with;
  native::address x_server;
  std::string x_token;
  native::document_folder x_folder;
  bool x_follows;
  bool x_has_said_state = false;
};

/// Downloads run beside the connection, so that it stays alive while a large file comes; one run at a time, and what
/// changes during a run is taken up after it.
class following_puller {
public:
  explicit following_puller(puller& work) : x_work(work) {}

  void wanted(native::connection& over, native::wanted_files files) {
    x_wanted = std::move(files);
    x_is_waiting = true;
    start(over);
  }
  /// Waits for the run that is going on.
  void finish() {
    if (x_thread.joinable()) x_thread.join();
  }

private:
  void start(native::connection& over) {
    if (x_is_busy || !x_is_waiting) return;
    x_is_busy = true;
    x_is_waiting = false;
    x_thread = std::jthread([this, &over, files = x_wanted] {
      auto const code = x_work.bring_up_to_date(files);
      over.post([this, &over, code] { finished(over, code); });
    });
  }

  void finished(native::connection& over, exit_code code) {
    x_is_busy = false;
    if (code != exit_code::done) {
      over.after(retry_pause, [this, &over] {
        x_is_waiting = true;
        start(over);
      });
    }
    start(over);
  }

  puller& x_work;
  native::wanted_files x_wanted;
  bool x_is_waiting = false;
  bool x_is_busy = false;
  std::jthread x_thread;
};

exit_code pull(context const& with, pull_options const& given) {
  std::vector<protocol::language> languages;
  for (auto const& text : given.languages) {
    if (!protocol::valid_language(text)) return with.usage("cli.bad_language", {{"text", text}});
    languages.push_back({text});
  }
  auto const server = with.find_server();
  if (!server) return server.error();
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  auto const topic = find_topic(with, *meeting);
  if (!topic) return topic.error();
  auto folder = native::document_folder::open(given.folder, server->text() + " " + meeting->value);
  if (!folder && folder.error().what == native::failure::kind::broken)
    return with.usage("cli.docs.pull.other_source", {{"folder", given.folder}});
  if (!folder && folder.error().what == native::failure::kind::stopped)
    return with.usage("cli.docs.pull.busy", {{"folder", given.folder}});
  if (!folder) return with.report(folder.error());
  puller work(with, *server, std::move(*folder), given.follows);
  if (!given.follows) {
    auto const all = read_topic_as<documents>(with, *topic);
    if (!all) return all.error();
    return work.bring_up_to_date(native::choose_files(*all, *meeting, languages));
  }
  following_puller following(work);
  auto const changed = [&](native::connection& over, native::topic_mirror const& mirror) {
    auto const all = protocol::decode<documents>(mirror.state());
    if (!all) return static_cast<void>(with.report(all.error()));
    following.wanted(over, native::choose_files(*all, *meeting, languages));
  };
  return follow_topic(with, *topic, changed, [&] { following.finish(); });
}

struct upload_options {
  std::string file, document, language;
};

exit_code upload(context const& with, upload_options const& given) {
  if (!protocol::valid_language(given.language)) return with.usage("cli.bad_language", {{"text", given.language}});
  if (!protocol::valid_id(given.document)) return with.usage("cli.bad_id", {{"text", given.document}});
  auto const server = with.find_server();
  if (!server) return server.error();
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  std::filesystem::path const file(given.file);
  auto const command = with.new_command();
  native::http_request request{.method = "PUT",
                               .target = "/uploads/" + native::percent_encoded(meeting->value) + '/' +
                                         native::percent_encoded(given.document) + '/' +
                                         native::percent_encoded(given.language) +
                                         "?name=" + native::percent_encoded(file.filename().string()) +
                                         "&command_id=" + native::percent_encoded(command.value),
                               .headers = {{"Content-Type", "application/octet-stream"}},
                               .body = {},
                               .file = file};
  if (auto const token = with.token(); !token.empty()) request.headers["Authorization"] = "Bearer " + token;
  progress_line progress(with.is_json);
  auto const response =
      native::exchange(*server, request, nullptr, with.limits(), [&](std::uint64_t sent, std::uint64_t total) {
        progress.show(file.filename().string(), sent, total);
        return true;
      });
  progress.clear();
  if (!response) return with.report(response.error());
  if (response->head.status / 100 != 2) return with.report(native::read_refusal(response->head.status, response->body));
  with.say("cli.docs.upload.done", {{"file", file.filename().string()}});
  if (with.is_json) std::cout << response->body << '\n';
  return exit_code::done;
}

}  // namespace

void add_documents(CLI::App& app, context& with, task& chosen) {
  auto& group = add_subcommand(app, with, "docs", "cli.docs.about",
                               {{"dais docs pull papers --lang fr", "cli.docs.example.pull"},
                                {"dais docs pull papers --lang fr --lang en --follow", "cli.docs.example.follow"},
                                {"dais docs list --json", "cli.docs.example.list"}});
  group.require_subcommand(1);
  add_subcommand(group, with, "list", "cli.docs.list.about").callback([&] { chosen = [&with] { return list(with); }; });

  auto const wanted = std::make_shared<pull_options>();
  auto& pull_command = add_subcommand(group, with, "pull", "cli.docs.pull.about");
  pull_command.add_option("folder", wanted->folder, with.words("cli.docs.pull.folder"))->type_name("DIR")->required();
  pull_command.add_option("--lang", wanted->languages, with.words("cli.docs.pull.lang"))
      ->type_name("LANG")
      ->delimiter(',')
      ->allow_extra_args(false);
  pull_command.add_flag("--follow", wanted->follows, with.words("cli.docs.pull.follow"));
  pull_command.callback([&chosen, &with, wanted] { chosen = [&with, wanted] { return pull(with, *wanted); }; });

  auto const given = std::make_shared<upload_options>();
  auto& upload_command = add_subcommand(group, with, "upload", "cli.docs.upload.about");
  upload_command.add_option("file", given->file, with.words("cli.docs.upload.file"))->type_name("FILE")->required();
  upload_command.add_option("--document", given->document, with.words("cli.docs.upload.document"))
      ->type_name("ID")
      ->required();
  upload_command.add_option("--lang", given->language, with.words("cli.docs.upload.lang"))
      ->type_name("LANG")
      ->required();
  upload_command.callback([&chosen, &with, given] { chosen = [&with, given] { return upload(with, *given); }; });
}

}  // namespace dais::command_line
