// `dais docs`: a folder that mirrors the documents of a meeting, whatever happens to the connection.

#include <gmock/gmock.h>

#include <atomic>
#include <csignal>

#include "client/native/sha256.hpp"
#include "tests/integration/cli_stage.hpp"
#include "tests/integration/proxy.hpp"
#include "tests/support/files.hpp"

namespace dais::integration {
namespace {

using support::read_file;
using support::write_file;
using testing::HasSubstr;
using testing::Not;

struct documents_on_the_command_line : cli_stage {
  std::string papers() { return (folder / "papers").string(); }
  /// Some text that is as long, and nobody else's.
  static std::string long_text(char of) { return std::string(300'000, of) + std::string(300'000, 'x') + "\n"; }
  static bool asks_for(std::string const& request, std::string const& document) {
    return request.starts_with("GET /documents/" + on->meeting + "/" + document + "/");
  }
};

TEST_F(documents_on_the_command_line, the_list_has_what_the_reader_may_read) {
  auto const id = publish("Le plan", "Plan\n");
  auto const list = stranger().run({"docs", "list", "--server", url(), "--lang-ui", "fr"});
  EXPECT_EQ(list.code, 0) << list.err;
  EXPECT_THAT(list.out, HasSubstr(id + "  Le plan  [fr]\n"));
  EXPECT_THAT(list.out, Not(HasSubstr("INF-4"))) << "it is for participants";
  EXPECT_EQ(stranger().ask({"docs", "list", "--server", url()}), on->follow("", {"documents"}).begin()->second.value());
  for (std::string const role : {"secretariat", "president", "focal_point", "delegate", "committee", "display"}) {
    auto const got = someone(role).run({"docs", "list"});
    EXPECT_EQ(got.code, 0) << role << got.err;
    bool const takes_part = role != "committee" && role != "display";
    EXPECT_EQ(got.out.find("INF-4") != got.out.npos, takes_part) << role;
  }
}

TEST_F(documents_on_the_command_line, a_folder_holds_each_document_in_the_languages_asked_for) {
  auto const id = publish("Pour le dossier", "Contenu\n");
  auto const ana = someone("delegate");
  auto const first = ana.run({"docs", "pull", papers(), "--lang", "fr"});
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_EQ(read_file(folder / "papers" / "Pour le dossier_fr.txt"), "Contenu\n");
  auto const documents = on->follow("", {"documents"}).begin()->second.value()["documents"];
  auto const sha256 = documents["levels"]["current"]["files"]["fr"]["sha256"].get<std::string>();
  EXPECT_EQ(native::sha256_of_file(folder / "papers" / "ERC-COP3-DOC-1(Rev2)_fr.pdf")->hex(), sha256);
  EXPECT_FALSE(std::filesystem::exists(folder / "papers" / "ERC-COP3-DOC-1(Rev2)_en.pdf"));
  EXPECT_EQ(ana.ask({"docs", "pull", papers(), "--lang", "fr"}),
            (json{{"changes", json::array()}, {"without_language", 0}}));
  auto const english = ana.ask({"docs", "pull", papers(), "--lang", "en"});
  EXPECT_EQ(english["changes"], (json{{{"change", "fetched"}, {"file", "ERC-COP3-DOC-1(Rev2)_en.pdf"}}}));
  EXPECT_GE(english["without_language"], 2);
  auto const other = ana.run({"docs", "pull", papers(), "--meeting", "another"});
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.err, HasSubstr("mirrors another meeting"));
}

TEST_F(documents_on_the_command_line, a_follower_gets_what_is_published_revised_and_withdrawn) {
  auto const ana = someone("focal_point");
  auto follower = ana.start({"docs", "pull", papers(), "--lang", "fr", "--follow"});
  follower.wait_for("Fetched: ERC-COP3-INF-4_fr.pdf");
  auto const file = folder / "papers" / "Suivi_fr.txt", kept = folder / "papers" / "Annotations_fr.txt";
  auto const id = publish("Suivi", "one\n"), marked = publish("Annotations", "one\n");
  follower.wait_for("Fetched: Annotations_fr.txt");
  EXPECT_EQ(read_file(file), "one\n");
  revise(id, "two\n");
  follower.wait_for("Fetched: Suivi_fr.txt");
  EXPECT_EQ(read_file(file), "two\n");
  auto const busy = ana.run({"docs", "pull", papers()});
  EXPECT_EQ(busy.code, 2) << "two programs must not work on one folder";
  EXPECT_THAT(busy.err, HasSubstr("papers"));
  write_file(kept, "with my own notes\n");
  on->command(desk(), "documents.withdraw", {{"document", marked}, {"reason", "x"}});
  follower.wait_for("it stays: Annotations_fr.txt");
  on->command(desk(), "documents.withdraw", {{"document", id}, {"reason", "x"}});
  follower.wait_for("removed: Suivi_fr.txt");
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_EQ(read_file(kept), "with my own notes\n");
  follower.signal(SIGTERM);
  follower.end();
}

TEST_F(documents_on_the_command_line, a_file_of_ones_own_is_never_written_over) {
  publish("Notes", "the document\n");
  std::filesystem::create_directories(folder / "papers");
  write_file(folder / "papers" / "Notes_fr.txt", "my own\n");
  EXPECT_EQ(stranger().run({"docs", "pull", papers(), "--lang", "fr", "--server", url()}).code, 0);
  EXPECT_EQ(read_file(folder / "papers" / "Notes_fr.txt"), "my own\n");
  EXPECT_EQ(read_file(folder / "papers" / "Notes_fr (2).txt"), "the document\n");
}

TEST_F(documents_on_the_command_line, a_download_that_broke_goes_on_where_it_stopped) {
  auto const text = long_text('a');
  auto const id = publish("Long", text);
  std::atomic<bool> breaks = true;
  proxy between(on->where(), {}, [&](std::string const& request, std::uint64_t at, std::string& piece) {
    return !breaks || !asks_for(request, id) || at + piece.size() < 200'000;
  });
  auto const ana = stranger();
  std::vector<std::string> const words{"docs", "pull", papers(), "--lang", "fr", "--server", between.where().text()};
  auto const broken = ana.run(words);
  EXPECT_EQ(broken.code, 4) << broken.err;
  auto const part = folder / "papers" / ".dais" / "parts" / native::sha256_of(text).hex();
  ASSERT_TRUE(std::filesystem::exists(part));
  auto const here = std::filesystem::file_size(part);
  EXPECT_GT(here, 0U);
  EXPECT_FALSE(std::filesystem::exists(folder / "papers" / "Long_fr.txt"));
  breaks = false;
  auto const whole = ana.run(words);
  EXPECT_EQ(whole.code, 0) << whole.err;
  EXPECT_EQ(read_file(folder / "papers" / "Long_fr.txt"), text);
  EXPECT_FALSE(std::filesystem::exists(part));
  std::string last;
  for (auto const& request : between.requests())
    if (asks_for(request, id)) last = request;
  EXPECT_THAT(last, HasSubstr("Range: bytes=" + std::to_string(here) + "-"));
}

TEST_F(documents_on_the_command_line, bytes_that_are_not_the_documents_never_become_a_file) {
  auto const id = publish("Altered", long_text('b'));
  std::atomic<bool> alters = true;
  proxy between(on->where(), {}, [&](std::string const& request, std::uint64_t at, std::string& piece) {
    if (alters && asks_for(request, id) && at > 100'000) piece.back() = '!';
    return true;
  });
  auto const ana = stranger();
  std::vector<std::string> const words{"docs", "pull", papers(), "--lang", "fr", "--server", between.where().text()};
  auto const got = ana.run(words);
  EXPECT_EQ(got.code, 1);
  EXPECT_THAT(got.err, HasSubstr("hash"));
  EXPECT_FALSE(std::filesystem::exists(folder / "papers" / "Altered_fr.txt"));
  EXPECT_TRUE(std::filesystem::exists(folder / "papers" / "ERC-COP3-DOC-1(Rev2)_fr.pdf")) << "the others came";
  alters = false;
  EXPECT_EQ(ana.run(words).code, 0);
  EXPECT_EQ(read_file(folder / "papers" / "Altered_fr.txt"), long_text('b'));
}

TEST_F(documents_on_the_command_line, a_follower_whose_connection_breaks_in_a_download_finishes_it) {
  auto const ana = stranger();
  std::atomic<bool> breaks = false;
  proxy between(on->where(), {}, [&](std::string const& request, std::uint64_t at, std::string& piece) {
    return !request.starts_with("GET /documents/") || at + piece.size() < 200'000 || !breaks.exchange(false);
  });
  auto follower = ana.start({"docs", "pull", papers(), "--lang", "fr", "--follow", "--server", between.where().text()});
  publish("Zoo", "last\n");
  follower.wait_for("Fetched: Zoo_fr.txt");
  breaks = true;
  publish("Rompu", long_text('c'));
  follower.wait_for("Not fetched: Rompu_fr.txt");
  follower.wait_for("Fetched: Rompu_fr.txt");
  EXPECT_EQ(read_file(folder / "papers" / "Rompu_fr.txt"), long_text('c'));
  follower.signal(SIGTERM);
  follower.end();
}

TEST_F(documents_on_the_command_line, an_upload_fills_a_draft_and_a_refused_one_says_why) {
  auto const kind = state("meeting")["details"]["document_kinds"][0]["id"];
  json const details{
      {"title", {{"en", "Uploaded"}}}, {"kind", kind}, {"audience", "everyone"}, {"items", json::array()}};
  auto const id = on->command(desk(), "documents.create", {{"details", details}})["document"].get<std::string>();
  write_file(folder / "report.txt", "The report\n");
  auto const file = (folder / "report.txt").string();
  auto const ana = someone("secretariat");
  auto const sent = ana.ask({"docs", "upload", file, "--document", id, "--lang", "en"});
  EXPECT_EQ(sent["sha256"].get<std::string>(), native::sha256_of("The report\n").hex());
  EXPECT_EQ(state("documents@secretariat")["documents"][id]["draft"]["files"]["en"]["sha256"], sent["sha256"]);
  EXPECT_EQ(ana.run({"docs", "upload", file, "--document", "nowhere", "--lang", "en"}).code, 1);
  EXPECT_EQ(ana.run({"docs", "upload", papers(), "--document", id, "--lang", "en"}).code, 1);
  EXPECT_EQ(someone("delegate").run({"docs", "upload", file, "--document", id, "--lang", "en"}).code, 3);
}

}  // namespace
}  // namespace dais::integration
