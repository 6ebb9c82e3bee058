// The program `dais` as people and scripts start it, against a whole server: signing in, the agenda, words and codes.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <set>
#include <sstream>

#include "tests/integration/cli_stage.hpp"
#include "tests/integration/proxy.hpp"
#include "tests/support/files.hpp"

namespace dais::integration {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct signing_in : cli_stage {};
struct agenda_on_the_command_line : cli_stage {};
struct notices_on_the_command_line : cli_stage {};
struct exports_on_the_command_line : cli_stage {};
struct command_line : cli_stage {};

/// A terminal: what a person types goes in at `person`, and what the terminal shows comes out there.
struct terminal {
  terminal() : person(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    ::grantpt(person);
    ::unlockpt(person);
    program = ::open(::ptsname(person), O_RDWR | O_NOCTTY | O_CLOEXEC);
  }
  ~terminal() {
    ::close(person);
    ::close(program);
  }
  terminal(terminal const&) = delete;
  terminal& operator=(terminal const&) = delete;

  void type(std::string const& text) const { EXPECT_EQ(::write(person, text.data(), text.size()), std::ssize(text)); }
  /// All that it has shown by now.
  std::string shown() const {
    ::fcntl(person, F_SETFL, O_NONBLOCK);
    std::string out(4096, '\0');
    auto const size = ::read(person, out.data(), out.size());
    out.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return out;
  }

  int person = -1, program = -1;
};

/// Takes connections, and never says a word.
struct silent_server {
  silent_server() : listening(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    ::socklen_t size = sizeof at;
    auto* const address = reinterpret_cast<::sockaddr*>(&at);
    EXPECT_TRUE(::bind(listening, address, size) == 0 && ::listen(listening, 64) == 0 &&
                ::getsockname(listening, address, &size) == 0);
  }
  ~silent_server() { ::close(listening); }
  silent_server(silent_server const&) = delete;
  silent_server& operator=(silent_server const&) = delete;
  std::string where() const { return "http://127.0.0.1:" + std::to_string(::ntohs(at.sin_port)); }

  int listening;
  ::sockaddr_in at{};
};

TEST_F(signing_in, a_one_time_link_signs_in_once_and_the_session_is_for_its_owner_alone) {
  auto const link = link_for("secretariat");
  auto const ana = stranger("ana"), ben = stranger("ben");
  auto const first = ana.run({"login", url(), "--link", url() + "/link/" + link});
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_THAT(first.out, HasSubstr(url()));
  auto const mode = std::filesystem::status(ana.session()).permissions();
  EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  auto const second = ben.run({"login", url(), "--link", link});
  EXPECT_EQ(second.code, 3);
  EXPECT_NE(second.err, "");
  EXPECT_FALSE(std::filesystem::exists(ben.session()));
}

TEST_F(signing_in, a_password_comes_from_stdin_and_never_from_the_command_line) {
  auto const token = on->sign_in_as_new({{{"role", "secretariat"}}}, "stdin@example.org");
  on->must(token, "accounts.set_password", {{"new_password", "correct horse battery"}});
  auto const ana = stranger();
  std::vector<std::string> const words{"login", url(), "--email", "stdin@example.org"};
  auto with = [&](std::initializer_list<char const*> more) {
    auto out = words;
    out.insert(out.end(), more.begin(), more.end());
    return out;
  };
  EXPECT_EQ(ana.run(with({"--password-stdin"}), "wrong\n").code, 3);
  EXPECT_FALSE(std::filesystem::exists(ana.session()));
  EXPECT_EQ(ana.run(with({"--password", "correct horse battery"})).code, 2);
  EXPECT_EQ(ana.run(with({}), "correct horse battery\n").code, 2)
      << "nobody looks at this stdin, and it is not asked for";
  EXPECT_EQ(ana.run(with({"--link", "x"})).code, 2);
  EXPECT_EQ(ana.run({"login", url()}).code, 2);
  auto const done = ana.run(with({"--password-stdin", "--json"}), "correct horse battery\r\n");
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(json::parse(done.out)["server"], url());
}

TEST_F(signing_in, a_password_typed_at_the_terminal_is_not_shown) {
  auto const token = on->sign_in_as_new({{{"role", "secretariat"}}}, "typed@example.org");
  on->must(token, "accounts.set_password", {{"new_password", "correct horse battery"}});
  terminal before;
  auto login = stranger().start({"login", url(), "--email", "typed@example.org"}, "", before.program);
  login.wait_for_note("Password:");
  before.type("correct horse battery\n");
  auto const done = login.end();
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(before.shown() + done.out + done.err, Not(HasSubstr("horse")));
}

TEST_F(signing_in, signing_out_ends_the_session_here_and_on_the_server) {
  auto const ana = someone("secretariat");
  auto const token = json::parse(support::read_file(ana.session()))["token"].get<std::string>();
  EXPECT_EQ(on->get(token, "/exports/" + on->meeting + "/participants.csv").head.status, 200);
  EXPECT_EQ(ana.ask({"logout"}), (json{{"signed_out", true}}));
  EXPECT_FALSE(std::filesystem::exists(ana.session()));
  EXPECT_EQ(on->get(token, "/exports/" + on->meeting + "/participants.csv").head.status, 401);
  EXPECT_EQ(ana.run({"agenda", "show"}).code, 3);
}

TEST_F(signing_in, a_session_that_the_server_ended_is_told_from_a_right_that_one_does_not_have) {
  auto const ana = someone("delegate");
  auto const token = json::parse(support::read_file(ana.session()))["token"].get<std::string>();
  auto const sessions = on->must(token, "sessions.list", json::object())["sessions"];
  for (auto const& each : sessions)
    if (each["current"] == true) on->must(desk(), "sessions.revoke", {{"session", each["id"]}});
  for (auto const& words : {std::vector<std::string>{"agenda", "show", "--meeting", on->meeting},
                            {"agenda", "watch", "--meeting", on->meeting},
                            {"export", "agenda", "--meeting", on->meeting},
                            {"notices", "post", "x", "--meeting", on->meeting}}) {
    auto const got = ana.run(words);
    EXPECT_EQ(got.code, 3) << words[0] << words[1];
    EXPECT_THAT(got.err, HasSubstr("dais login")) << words[0] << words[1];
  }
}

TEST_F(agenda_on_the_command_line, shows_its_items_in_the_readers_language_with_the_current_one_marked) {
  on->command(desk(), "agenda.open", {{"item", state("agenda")["order"][0]}});
  auto ana = stranger();
  auto const english = ana.run({"agenda", "show", "--server", url()});
  EXPECT_EQ(english.code, 0) << english.err;
  EXPECT_THAT(english.out, StartsWith("> I        Opening  [open]\n"));
  EXPECT_THAT(english.out, HasSubstr("    II.A     Dry season\n"));
  EXPECT_THAT(ana.run({"agenda", "show", "--server", url(), "--lang-ui", "fr"}).out, HasSubstr("Saison sèche"));
  ana.variables["LC_ALL"] = "fr_CH.UTF-8";
  ana.variables["DAIS_SERVER"] = url();
  EXPECT_THAT(ana.run({"agenda", "show"}).out, HasSubstr("Saison sèche"));
  EXPECT_EQ(ana.ask({"agenda", "show"}), on->follow("", {"agenda"}).begin()->second.value());
}

TEST_F(agenda_on_the_command_line, a_change_made_elsewhere_is_printed_by_who_watches) {
  auto const ana = someone("secretariat");
  auto words = stranger("public").start({"agenda", "watch", "--server", url()});
  auto lines = stranger("script").start({"agenda", "watch", "--server", url(), "--json"});
  words.wait_for("Closure");
  lines.wait_for("}\n");
  EXPECT_EQ(ana.run({"agenda", "open", "II.B"}).code, 0);
  words.wait_for("II.B Floods: open\n");
  EXPECT_EQ(ana.run({"agenda", "suspend", "II.B"}).code, 0);
  words.wait_for("II.B Floods: suspended\n");
  EXPECT_EQ(ana.run({"agenda", "close", "II.B"}).code, 0);
  words.wait_for("II.B Floods: closed\n");
  lines.wait_for("\"closed\"");
  lines.signal(SIGTERM);
  auto const written = lines.end().out;
  std::istringstream every(written.substr(0, written.rfind('\n')));
  json last;
  for (std::string line; std::getline(every, line);) last = json::parse(line);
  EXPECT_EQ(last["state"], on->follow("", {"agenda"}).begin()->second.value());
}

TEST_F(agenda_on_the_command_line, a_watch_outlives_its_connection_and_ends_when_nobody_reads_it) {
  proxy between(on->where());
  auto watch = stranger().start({"agenda", "watch", "--server", between.where().text()});
  watch.wait_for("Closure");
  between.drop();
  watch.wait_for_note("lost");
  watch.wait_for_note("Connected again");
  on->command(desk(), "agenda.open", {{"item", state("agenda")["order"][1]}});
  watch.wait_for("II Water levels: open");
  watch.stop_reading();
  on->command(desk(), "agenda.close", {{"item", state("agenda")["order"][1]}});
  EXPECT_EQ(watch.end().code, 128 + SIGPIPE);
}

TEST_F(agenda_on_the_command_line, a_change_is_made_once_and_says_what_it_did) {
  auto const ana = someone("president");
  auto const opened = ana.run({"agenda", "open", "III", "--command-id", "open-closure"});
  EXPECT_EQ(opened.out, "Opened: III Closure\n") << opened.err;
  EXPECT_EQ(ana.run({"agenda", "open", "III", "--command-id", "open-closure"}).code, 0);
  EXPECT_EQ(ana.run({"agenda", "open", "III"}).code, 5);
  EXPECT_EQ(ana.run({"agenda", "suspend", "III", "--command-id", "open-closure"}).code, 5);
  auto const id = state("agenda")["current"];
  EXPECT_EQ(ana.ask({"agenda", "close", "III"}), (json{{"item", id}, {"method", "agenda.close"}}));
}

TEST_F(agenda_on_the_command_line, who_may_not_change_it_is_refused_and_told_why) {
  auto const nobody = stranger().run({"agenda", "open", "I", "--server", url()});
  EXPECT_EQ(nobody.code, 3);
  EXPECT_THAT(nobody.err, HasSubstr("dais login"));
  auto const delegate = someone("delegate").run({"agenda", "open", "I", "--json"});
  EXPECT_EQ(delegate.code, 3);
  EXPECT_EQ(json::parse(delegate.err)["error"]["code"], "forbidden");
  auto const wrong = someone("president").run({"agenda", "open", "XII"});
  EXPECT_EQ(wrong.code, 1);
  EXPECT_THAT(wrong.err, HasSubstr("XII"));
}

TEST_F(notices_on_the_command_line, a_notice_reaches_those_it_is_for_in_every_language_given) {
  auto const ana = someone("secretariat");
  auto const everyone = ana.ask({"notices", "post", "The bus leaves at six.", "fr=Le car part à six heures."});
  auto const all = on->follow("", {"notices"}).begin()->second.value()["notices"];
  EXPECT_EQ(all[everyone["notice"].get<std::string>()]["text"],
            (json{{"en", "The bus leaves at six."}, {"fr", "Le car part à six heures."}}));
  EXPECT_EQ(ana.run({"notices", "post", "-", "--delegation", on->delegation}, "Come to the desk.\n").out, "Posted.\n");
  EXPECT_THAT(on->follow(on->sign_in("delegate"), {"notices/delegation/" + on->delegation}).begin()->second->dump(),
              HasSubstr("Come to the desk."));
  EXPECT_THAT(on->follow("", {"notices"}).begin()->second->dump(), Not(HasSubstr("Come to the desk.")));
}

TEST_F(notices_on_the_command_line, a_notice_that_cannot_be_is_not_posted) {
  auto const ana = someone("secretariat");
  auto const before = on->follow("", {"notices"}).begin()->second;
  EXPECT_EQ(ana.run({"notices", "post", "en=a", "en=b"}).code, 2);
  EXPECT_EQ(ana.run({"notices", "post", "a", "--delegation", "x", "--category", "party"}).code, 2);
  EXPECT_EQ(ana.run({"notices", "post", "a", "--delegation", "nowhere"}).code, 1);
  EXPECT_EQ(ana.run({"notices", "post", ""}).code, 1);
  EXPECT_EQ(someone("focal_point").run({"notices", "post", "a"}).code, 3);
  EXPECT_EQ(on->follow("", {"notices"}).begin()->second, before);
}

TEST_F(exports_on_the_command_line, every_list_comes_in_every_format) {
  auto const ana = someone("secretariat");
  for (std::string const content : {"participants", "agenda", "documents"}) {
    auto const csv = ana.run({"export", content});
    EXPECT_EQ(csv.code, 0) << csv.err;
    EXPECT_THAT(csv.out, StartsWith("\xEF\xBB\xBF")) << content;
    EXPECT_THAT(csv.out, HasSubstr("\r\n")) << content;
    auto const data = ana.run({"export", content, "--format", "json"});
    EXPECT_TRUE(json::accept(data.out)) << content;
    auto const file = folder / (content + ".pdf");
    auto const said = ana.ask({"export", content, "--format", "pdf", "--lang", "fr", "-o", file.string()});
    auto const bytes = support::read_file(file);
    EXPECT_THAT(bytes, StartsWith("%PDF-")) << content;
    EXPECT_THAT(bytes.substr(bytes.size() - 8), HasSubstr("%%EOF")) << content;
    EXPECT_EQ(said, (json{{"file", file.string()}, {"bytes", bytes.size()}}));
  }
}

TEST_F(exports_on_the_command_line, a_file_is_written_whole_or_left_as_it_was) {
  auto const ana = someone("secretariat");
  auto const file = folder / "out" / "agenda.pdf";
  std::filesystem::create_directories(file.parent_path());
  support::write_file(file, "before");
  auto const untouched = [&](char const* what) {
    EXPECT_EQ(support::read_file(file), "before") << what;
    auto const count = std::distance(std::filesystem::directory_iterator(file.parent_path()), {});
    EXPECT_EQ(count, 1) << what;
  };
  std::vector<std::string> const words{"export", "participants", "--format", "pdf", "-o", file.string()};
  EXPECT_EQ(someone("committee").run(words).code, 3);
  untouched("a refusal");
  proxy breaking(on->where(), {}, [](std::string const& request, std::uint64_t, std::string& piece) {
    if (!request.starts_with("GET /exports/")) return true;
    piece.resize(piece.size() / 2);
    return false;
  });
  EXPECT_EQ(someone("president", breaking.where()).run(words).code, 4);
  untouched("a connection that broke");
  std::vector<std::string> small{"/bin/bash", "-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"", DAIS_PROGRAM};
  small.insert(small.end(), words.begin(), words.end());
  auto const full = program(small, ana.variables).end();
  EXPECT_EQ(full.code, 1) << full.err;
  EXPECT_THAT(full.err, HasSubstr("agenda.pdf"));
  untouched("a disk that was full");
  EXPECT_EQ(ana.run({"export", "agenda", "-o", (folder / "nowhere" / "agenda.csv").string()}).code, 1);
  EXPECT_EQ(ana.run(words).code, 0);
  EXPECT_THAT(support::read_file(file), StartsWith("%PDF-"));
}

TEST_F(command_line, a_server_that_is_not_there_or_silent_ends_every_command_with_the_same_code) {
  silent_server nobody_answers;
  auto const mute = nobody_answers.where();
  auto const ana = stranger();
  for (auto const& server : {std::string("http://127.0.0.1:1"), mute})
    for (auto words : {std::vector<std::string>{"agenda", "show"},
                       {"agenda", "watch", "--meeting", "cop3"},
                       {"export", "agenda", "--meeting", "cop3"},
                       {"docs", "pull", (folder / "papers").string(), "--meeting", "cop3"}}) {
      words.insert(words.end(), {"--server", server, "--wait", "0.3", "--json"});
      auto const got = ana.run(words);
      EXPECT_EQ(got.code, 4) << words[0] << " " << server << got.err;
      EXPECT_EQ(got.out, "") << words[0];
      EXPECT_TRUE(json::accept(got.err)) << got.err;
    }
  EXPECT_EQ(ana.run({"login", mute, "--link", "x", "--wait", "0.3"}).code, 4);
}

TEST_F(command_line, what_is_no_command_is_refused_with_the_code_for_wrong_use) {
  auto const ana = stranger();
  for (auto const& words : {std::vector<std::string>{"agenda", "shout"},
                            {"agneda"},
                            {"agenda"},
                            {},
                            {"agenda", "open"},
                            {"agenda", "show", "--loud"},
                            {"export", "everything"},
                            {"export", "agenda", "--format", "docx"},
                            {"agenda", "show", "--wait", "soon"},
                            {"agenda", "show", "--server", "dais.example.org"},
                            {"agenda", "show", "--server", url(), "--meeting", "no such id"},
                            {"docs", "pull", "papers", "--lang", "Klingon!", "--server", url()},
                            {"completion", "csh"}}) {
    auto const got = ana.run(words);
    EXPECT_EQ(got.code, 2) << testing::PrintToString(words);
    EXPECT_EQ(got.out, "") << testing::PrintToString(words);
    EXPECT_NE(got.err, "") << testing::PrintToString(words);
  }
  EXPECT_EQ(ana.run({"agenda", "show"}).code, 3);
  EXPECT_EQ(ana.run({"agenda", "show", "--server", url(), "--meeting", "nowhere"}).code, 1);
  EXPECT_THAT(ana.run({"agenda", "shout"}).err, HasSubstr("shout"));
  for (auto const* word : {"shout", "--loud"}) {
    auto const refused = ana.run({"--json", "agenda", word});
    EXPECT_EQ(json::parse(refused.err)["error"]["code"], "usage");
    EXPECT_THAT(refused.err, HasSubstr(word));
  }
  EXPECT_EQ(json::parse(ana.run({"--json", "agenda"}).err)["error"]["code"], "usage");
}

/// The commands and options of the program, as its completion script for bash has them.
std::map<std::string, std::vector<std::string>> every_place(person const& who) {
  std::map<std::string, std::vector<std::string>> out;
  std::istringstream script(who.run({"completion", "bash"}).out);
  for (std::string line; std::getline(script, line);) {
    auto const cut = line.find("\") subcommands=\"");
    auto const begin = line.find("options=\"");
    if (cut == line.npos || begin == line.npos) continue;
    std::istringstream options(line.substr(begin + 9, line.rfind('"') - begin - 9));
    auto& place = out[line.substr(5, cut - 5)];
    for (std::string word; options >> word;) place.push_back(word);
  }
  return out;
}

TEST_F(command_line, help_at_every_level_names_every_option) {
  auto const ana = stranger();
  auto const places = every_place(ana);
  EXPECT_GE(places.size(), 20U);
  auto const common = ana.run({"--help"});
  for (auto const& [path, options] : places) {
    std::vector<std::string> words;
    std::istringstream parts(path);
    for (std::string word; parts >> word;) words.push_back(word);
    words.push_back("--help");
    auto const help = ana.run(words);
    EXPECT_EQ(help.code, 0) << path;
    EXPECT_EQ(help.err, "") << path;
    EXPECT_THAT(help.out, Not(HasSubstr("cli."))) << path << " lacks a text";
    for (auto const& option : options)
      EXPECT_TRUE((help.out + common.out).find(option) != std::string::npos) << path << " " << option;
  }
}

TEST_F(command_line, help_is_in_the_language_asked_for) {
  std::set<std::string> texts;
  for (std::string const language : {"en", "fr", "es", "ru", "zh", "ar"})
    texts.insert(stranger().run({"registration", "import", "--help", "--lang-ui", language}).out);
  EXPECT_EQ(texts.size(), 6U);
  EXPECT_EQ(stranger().run({"--help", "--lang-ui", "eo"}).out, stranger().run({"--help"}).out);
}

}  // namespace
}  // namespace dais::integration
