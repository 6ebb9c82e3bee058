#include "server/app/demo_applicants.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "protocol/registry.hpp"
#include "server/app/commands.hpp"
#include "server/app/whole_file.hpp"

namespace dais::app {
namespace {

using protocol::encode;

/// A pool on its way into a meeting.
class pool_entry {
public:
  pool_entry(server& on, protocol::meeting_file const& file) : x_on(on), x_file(file) {}

  /// Everybody of `applicants` who is late, or everybody who is not.
  outcome add(std::vector<pool_applicant> const& applicants, bool late) {
    std::vector<std::pair<pool_applicant const*, protocol::application_id>> added;
    for (auto const& each : applicants) {
      if (each.late.value_or(false) != late) continue;
      auto const application = apply(each);
      if (!application) return std::unexpected(application.error());
      added.emplace_back(&each, *application);
    }
    auto const now = topic_state<protocol::topics::sponsorship>(x_on, meeting(), "sponsorship@committee");
    for (auto const& [each, id] : added) {
      auto const found = now.applications.find(id);
      if (found == now.applications.end()) continue;
      if (auto const done = complete(*each, id, found->second); !done) return done;
    }
    return {};
  }

  outcome close() {
    auto now = topic_state<protocol::topics::whole_terms>(x_on, meeting(), "sponsorship.terms@committee");
    if (!now.terms || !x_file.sponsorship || now.terms->closes != x_file.sponsorship->closes) return {};
    now.terms->closes = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return run("demo-close-" + std::to_string(now.version), protocol::sponsorship::set_terms{now.version, *now.terms});
  }

private:
  std::string const& meeting() const { return x_file.id.value; }

  /// Tells the commands for one applicant from those for another.
  static std::string key(pool_applicant const& of) {
    return "demo-" + sha256_hex(of.delegation.value + " " + encode(of.member).dump()).substr(0, 24);
  }

  template <class Command>
  outcome run(std::string const& id, Command const& command) {
    auto const done = give(x_on, id, meeting(), std::string(Command::info.name), encode(command));
    if (!done) return std::unexpected(done.error());
    return {};
  }

  template <class Command>
  std::expected<typename Command::answer, std::string> ask(std::string const& id, Command const& command) {
    auto const done = give(x_on, id, meeting(), std::string(Command::info.name), encode(command));
    if (!done) return std::unexpected(done.error());
    auto answer = protocol::decode<typename Command::answer>(*done);
    if (!answer) return std::unexpected(words_of(answer.error()));
    return std::move(*answer);
  }

  std::expected<protocol::application_id, std::string> apply(pool_applicant const& who) {
    auto const member = ask(key(who) + "-member", protocol::registration::add_member{who.delegation, who.member});
    if (!member) return std::unexpected(member.error());
    auto const applied =
        ask(key(who) + "-apply", protocol::sponsorship::apply{who.delegation, member->member, who.application});
    if (!applied) return std::unexpected(applied.error());
    if (who.account.value_or(false))
      if (auto const done = add_account(who, member->member); !done) return std::unexpected(done.error());
    return applied->application;
  }

  outcome add_account(pool_applicant const& who, protocol::member_id const& member) {
    auto const& name = who.member.name_latin ? *who.member.name_latin : who.member.name;
    return add_own_account(x_on, text_in(x_file, "en", x_file.meeting.short_name) + ", " + name.value + " (applicant)",
                           "applicant." + meeting(), {protocol::role::delegate, x_file.id, who.delegation, member});
  }

  /// What is not with the application yet; what people did with it since stays.
  outcome complete(pool_applicant const& who, protocol::application_id const& id,
                   protocol::topics::application const& now) {
    if (!now.details || now.state != protocol::application_state::received || now.award || now.refusal) return {};
    if (who.assessment && !now.assessment)
      if (auto const done = run(key(who) + "-assess-" + std::to_string(now.version),
                                protocol::sponsorship::assess{id, now.version, *who.assessment});
          !done)
        return done;
    for (auto const& each : who.files.items) {
      if (now.files.contains(each)) continue;
      auto const paper = sample(each);
      if (!paper) return std::unexpected(paper.error());
      if (auto const done =
              run(key(who) + "-" + each.value, protocol::sponsorship::attach_file{who.delegation, id, each, *paper});
          !done)
        return done;
    }
    return {};
  }

  /// One paper for each kind of supporting file, the same for everybody.
  std::expected<protocol::document_file, std::string> sample(protocol::field_id const& of) {
    if (auto const known = x_samples.find(of); known != x_samples.end()) return known->second;
    protocol::localized_name title;
    if (x_file.sponsorship)
      for (auto const& each : x_file.sponsorship->files.items)
        if (each.id == of) title = each.label;
    auto const language = x_file.meeting.languages.items.empty() ? "en" : x_file.meeting.languages.items.front().value;
    auto const made = keep_sample(x_on, x_file, language, "", title, of.value);
    if (made) x_samples.emplace(of, *made);
    return made;
  }

  server& x_on;
  protocol::meeting_file const& x_file;
  std::map<protocol::field_id, protocol::document_file> x_samples;
};

}  // namespace

std::filesystem::path pool_of(std::filesystem::path const& meeting_file) {
  return meeting_file.parent_path() / (meeting_file.stem().string() + "-applicants.json");
}

std::expected<applicant_pool, std::string> read_pool(std::filesystem::path const& from) {
  auto const refuse = [&](std::string const& why) { return std::unexpected(from.string() + ": " + why); };
  auto const text = read_whole(from);
  if (!text) return std::unexpected(text.error());
  auto const parsed = protocol::parse(*text, protocol::limits::posted_message);
  if (!parsed) return refuse(words_of(parsed.error()));
  auto pool = protocol::decode<applicant_pool>(*parsed);
  if (!pool) return refuse(words_of(pool.error()));
  if (pool->format.value != "dais-applicants/1") return refuse("/format: Give \"dais-applicants/1\" here.");
  return std::move(*pool);
}

outcome add_applicants(server& on, protocol::meeting_file const& file, applicant_pool const& pool) {
  pool_entry entry(on, file);
  if (auto const done = entry.add(pool.applicants.items, false); !done) return done;
  if (auto const done = entry.close(); !done) return done;
  return entry.add(pool.applicants.items, true);
}

}  // namespace dais::app
