#include <gtest/gtest.h>

#include <sys/stat.h>
#include <fstream>

#include "client/native/address.hpp"
#include "client/native/csv.hpp"
#include "client/native/document_folder.hpp"
#include "client/native/safe_name.hpp"
#include "client/native/session_file.hpp"
#include "client/native/sha256.hpp"
#include "client/native/whole_file.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace dais::native;
using dais::support::temporary_folder;
namespace fs = std::filesystem;

TEST(address, is_read_and_written_the_same) {
  for (auto const* text : {"http://127.0.0.1:8080", "https://dais.example.org", "http://[::1]:9/dais", "http://a"}) {
    auto const read = read_address(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->text(), text);
  }
  EXPECT_EQ(read_address("https://x/")->port, "443");
  EXPECT_EQ(read_address("http://x//")->path, "");
}

TEST(address, what_is_none_is_refused) {
  for (auto const* text :
       {"", "dais.example.org", "ftp://x", "http://", "http://:80", "http://x:0", "http://x:70000", "http://x:8o",
        "http://me@x", "http://x/?a", "http://x y", "http://[::1", "http://x/\r\nA: b"})
    EXPECT_FALSE(read_address(text)) << text;
}

TEST(address, a_segment_is_encoded_whole) { EXPECT_EQ(percent_encoded("a/b é?"), "a%2Fb%20%C3%A9%3F"); }

TEST(safe_name, keeps_what_people_read_and_drops_what_harms) {
  EXPECT_EQ(safe_name("CCM/MSP/2023/2/Rev.1"), "CCM-MSP-2023-2-Rev.1");
  EXPECT_EQ(safe_name("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(safe_name("جدول الأعمال"), "جدول الأعمال");
  EXPECT_EQ(safe_name("a\u202Egpj.exe"), "agpj.exe");
  EXPECT_EQ(safe_name("a\nb\tc"), "a b c");
  EXPECT_EQ(safe_name("con.txt"), "_con.txt");
  EXPECT_EQ(safe_name(""), "document");
  EXPECT_EQ(safe_name("..."), "document");
  EXPECT_EQ(safe_name("\xFF\xFE"), "document");
  EXPECT_LE(safe_name(std::string(500, 'x')).size(), 120U);
  std::string arabic;
  for (int i = 0; i < 100; ++i) arabic += "ب";
  EXPECT_EQ(safe_name(arabic).size(), 120U);
}

TEST(safe_name, an_ending_comes_from_the_content_first) {
  EXPECT_EQ(ending_of("application/pdf", "x.exe"), ".pdf");
  EXPECT_EQ(ending_of("text/plain; charset=utf-8", "x"), ".txt");
  EXPECT_EQ(ending_of("application/x-new", "x.new"), ".new");
  EXPECT_EQ(ending_of("application/x-new", "x.a/b"), "");
}

TEST(csv, quotes_separators_and_lines) {
  auto const read = read_csv(
      "\xEF\xBB\xBF"
      "a;b\r\n\"x;\"\"y\"\"\nz\";2\r\n\r\n3;4");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 3U);
  EXPECT_EQ((*read)[1].cells, (std::vector<std::string>{"x;\"y\"\nz", "2"}));
  EXPECT_EQ((*read)[1].line, 2);
  EXPECT_EQ((*read)[2].line, 5);
}

TEST(csv, a_wrong_quote_names_its_line) {
  EXPECT_EQ(read_csv("a,b\n1,2\n\"3,4\n5,6").error().line, 3);
  EXPECT_EQ(read_csv("a,b\n1,x\"y\n").error().line, 2);
  EXPECT_EQ(read_csv("a\n\"b\"c\n").error().line, 2);
  EXPECT_TRUE(read_csv("")->empty());
}

TEST(session_file, is_for_its_owner_only_and_comes_back) {
  temporary_folder folder;
  auto const file = folder / "config" / "dais" / "session.json";
  EXPECT_FALSE(load_session(file)->has_value());
  ASSERT_TRUE(save_session(file, {"http://x", "secret", "Ana"}));
  struct ::stat about{};
  ASSERT_EQ(::stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600U);
  auto const back = load_session(file);
  ASSERT_TRUE(back && *back);
  EXPECT_EQ((*back)->token, "secret");
  ASSERT_TRUE(remove_session(file));
  ASSERT_TRUE(remove_session(file));
  EXPECT_FALSE(load_session(file)->has_value());
  ASSERT_TRUE(write_whole(file, "[", 0600));
  EXPECT_FALSE(load_session(file));
}

namespace {

dais::protocol::document_id const plan{"plan"};

/// A folder, what shall be in it, and a server whose bytes the test gives.
struct document_folder_test : testing::Test {
  temporary_folder place;
  std::map<std::string, std::string> bytes;  // by hash
  int fetches = 0;

  wanted_file want(std::string const& content, std::string const& name = "plan_fr.pdf", std::int64_t revision = 1) {
    auto const hash = sha256_of(content).hex();
    bytes[hash] = content;
    return {plan, {"fr"}, revision, name, hash, content.size(), "/documents/m/plan/fr"};
  }
  std::vector<folder_change> pull(wanted_files const& wanted) {
    auto folder = document_folder::open(place.path() / "out", "here");
    EXPECT_TRUE(folder);
    return folder->bring_up_to_date(wanted, [this](wanted_file const&, download const& what) {
      ++fetches;
      std::ofstream(what.destination, std::ios::binary) << bytes.at(what.sha256);
      return std::expected<void, download_fault>();
    });
  }
  std::string read(std::string const& name) { return read_whole(place.path() / "out" / name, 1000).value_or("-"); }
  void write(std::string const& name, std::string const& text) { std::ofstream(place.path() / "out" / name) << text; }
};
using folder = document_folder_test;

}  // namespace

TEST_F(folder, a_file_is_fetched_once) {
  EXPECT_EQ(pull({{want("one")}, {}, 0}).at(0).what, folder_change::kind::fetched);
  EXPECT_TRUE(pull({{want("one")}, {}, 0}).empty());
  EXPECT_EQ(fetches, 1);
  fs::remove(place.path() / "out/plan_fr.pdf");
  EXPECT_EQ(pull({{want("one")}, {}, 0}).size(), 1U);
}

TEST_F(folder, a_new_revision_replaces_our_own_file) {
  pull({{want("one")}, {}, 0});
  pull({{want("two", "plan_fr.pdf", 2)}, {}, 0});
  EXPECT_EQ(read("plan_fr.pdf"), "two");
}

TEST_F(folder, what_somebody_else_wrote_stays) {
  pull({{}, {}, 0});
  write("plan_fr.pdf", "mine");
  EXPECT_EQ(pull({{want("one")}, {}, 0}).at(0).name, "plan_fr (2).pdf");
  EXPECT_EQ(read("plan_fr.pdf"), "mine");
  write("plan_fr (2).pdf", "notes of mine");
  EXPECT_EQ(pull({{want("two", "plan_fr.pdf", 2)}, {}, 0}).at(0).name, "plan_fr (3).pdf");
  EXPECT_EQ(read("plan_fr (2).pdf"), "notes of mine");
}

TEST_F(folder, the_same_bytes_are_taken_as_they_are) {
  pull({{}, {}, 0});
  write("plan_fr.pdf", "one");
  pull({{want("one")}, {}, 0});
  EXPECT_EQ(fetches, 0);
}

TEST_F(folder, a_withdrawn_document_goes_with_all_that_we_wrote_of_it) {
  pull({{want("one")}, {}, 0});
  pull({{want("two", "plan-Rev.1_fr.pdf", 2)}, {}, 0});
  write("other.pdf", "mine");
  auto const done = pull({{}, {plan}, 0});
  ASSERT_EQ(done.size(), 2U);
  EXPECT_EQ(done[0].what, folder_change::kind::removed);
  EXPECT_EQ(read("plan_fr.pdf"), "-");
  EXPECT_EQ(read("plan-Rev.1_fr.pdf"), "-");
  EXPECT_EQ(read("other.pdf"), "mine");
}

TEST_F(folder, a_withdrawn_document_that_somebody_changed_stays) {
  pull({{want("one")}, {}, 0});
  write("plan_fr.pdf", "one with notes");
  EXPECT_EQ(pull({{}, {plan}, 0}).at(0).what, folder_change::kind::kept);
  EXPECT_EQ(read("plan_fr.pdf"), "one with notes");
}

TEST_F(folder, a_document_that_is_only_not_there_any_more_stays) {
  pull({{want("one")}, {}, 0});
  EXPECT_TRUE(pull({{}, {}, 0}).empty());
  EXPECT_EQ(read("plan_fr.pdf"), "one");
}

TEST_F(folder, another_source_and_a_second_program_are_refused) {
  pull({{want("one")}, {}, 0});
  EXPECT_EQ(document_folder::open(place.path() / "out", "elsewhere").error().what, failure::kind::broken);
  auto const first = document_folder::open(place.path() / "out", "here");
  ASSERT_TRUE(first);
  EXPECT_EQ(document_folder::open(place.path() / "out", "here").error().what, failure::kind::stopped);
}

TEST_F(folder, a_list_that_names_files_elsewhere_is_not_believed) {
  pull({{}, {}, 0});
  std::ofstream(place.path() / "precious") << "one";
  write(".dais/files.json", R"({"source":"here","files":{"../precious":{"document":"plan","language":"fr","sha256":")" +
                                sha256_of("one").hex() + R"("}}})");
  EXPECT_TRUE(pull({{}, {plan}, 0}).empty());
  EXPECT_TRUE(fs::exists(place.path() / "precious"));
}

TEST(wanted_files, follow_symbol_language_and_state) {
  dais::protocol::topics::documents topic;
  auto const document = [&](std::string id, std::string symbol, dais::protocol::document_state state) {
    dais::protocol::topics::document one;
    one.details.title.in[{"en"}] = {"Work plan"};
    one.state = state;
    dais::protocol::topics::document_revision revision;
    if (!symbol.empty()) revision.symbol = {symbol};
    for (auto const* language : {"en", "fr"})
      revision.files[{language}] = {std::string(64, 'a'), 10, "application/pdf", {"x.pdf"}};
    one.current = revision;
    topic.documents[{id}] = one;
  };
  document("a", "CCM/MSP/2023/2", dais::protocol::document_state::published);
  document("b", "", dais::protocol::document_state::published);
  document("c", "", dais::protocol::document_state::published);
  document("d", "CCM/MSP/2023/3", dais::protocol::document_state::withdrawn);
  auto const wanted = choose_files(topic, {"11msp"}, {{"fr"}});
  ASSERT_EQ(wanted.files.size(), 3U);
  EXPECT_EQ(wanted.files[0].name, "CCM-MSP-2023-2_fr.pdf");
  EXPECT_EQ(wanted.files[0].target, "/documents/11msp/a/fr/1");
  EXPECT_EQ(wanted.files[1].name, "Work plan_fr (c).pdf");
  EXPECT_EQ(wanted.files[2].name, "Work plan_fr.pdf");
  EXPECT_EQ(wanted.withdrawn.size(), 1U);
  EXPECT_EQ(choose_files(topic, {"11msp"}, {}).files.size(), 6U);
  EXPECT_EQ(choose_files(topic, {"11msp"}, {{"ru"}}).without_language, 3U);
}
