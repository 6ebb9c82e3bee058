#include "server/gateway/sniffer.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

using namespace dais::gateway;

namespace {

std::string little(std::size_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xffU);
  return text;
}

/// A ZIP archive of stored entries.
std::string archive(std::vector<std::pair<std::string, std::string>> const& entries) {
  std::string bytes;
  std::string directory;
  for (auto const& [name, content] : entries) {
    auto const sizes = little(content.size(), 4) + little(content.size(), 4) + little(name.size(), 2);
    directory += "PK\x01\x02" + little(20, 2) + little(20, 2) + std::string(12, '\0') + sizes + little(0, 2) +
                 little(0, 2) + std::string(8, '\0') + little(bytes.size(), 4) + name;
    bytes += "PK\x03\x04" + little(20, 2) + std::string(12, '\0') + sizes + little(0, 2) + name + content;
  }
  auto const start = bytes.size();
  return bytes + directory + "PK\x05\x06" + std::string(4, '\0') + little(entries.size(), 2) +
         little(entries.size(), 2) + little(directory.size(), 4) + little(start, 4) + little(0, 2);
}

std::string type_of(std::string_view bytes, std::size_t piece = 1000) {
  sniffer one;
  while (!bytes.empty()) {
    one.feed(bytes.substr(0, piece));
    bytes.remove_prefix(std::min(piece, bytes.size()));
  }
  return std::string(one.media_type().value_or("none"));
}

}  // namespace

TEST(sniffer, documents_are_known_by_their_content) {
  for (std::size_t const piece : {1U, 7U, 100000U}) {
    EXPECT_EQ(type_of("%PDF-1.7\n\xff", piece), "application/pdf");
    EXPECT_EQ(type_of("caf\xc3\xa9\r\n\tx", piece), "text/plain; charset=utf-8");
    EXPECT_EQ(type_of("\xff\xd8\xff\xe0 JFIF", piece), "image/jpeg");
    EXPECT_EQ(type_of("\x89PNG\r\n\x1a\n rest", piece), "image/png");
    EXPECT_EQ(type_of(archive({{"[Content_Types].xml", "x"}, {"word/document.xml", "y"}}), piece),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(type_of(archive({{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "y"}}), piece),
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    EXPECT_EQ(type_of(archive({{"[Content_Types].xml", "x"}, {"ppt/presentation.xml", "y"}}), piece),
              "application/vnd.openxmlformats-officedocument.presentationml.presentation");
    EXPECT_EQ(type_of(archive({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "y"}}), piece),
              "application/vnd.oasis.opendocument.text");
  }
}

TEST(sniffer, other_content_is_none_of_them) {
  EXPECT_EQ(type_of(""), "none");
  EXPECT_EQ(type_of(" %PDF-1.7\xff"), "none");
  EXPECT_EQ(type_of("MZ\x90\x00"), "none");
  EXPECT_EQ(type_of("a\x01"), "none");
  EXPECT_EQ(type_of("\xff\xd8 no photograph"), "none");
  EXPECT_EQ(type_of("\x89PNG\n no photograph"), "none");
  EXPECT_EQ(type_of("caf\xc3"), "none");
  EXPECT_EQ(type_of(archive({{"a.exe", "x"}})), "none");
  EXPECT_EQ(type_of(archive({{"word/document.xml", "x"}})), "none");
  EXPECT_EQ(type_of(archive({{"x", "y"}, {"mimetype", "application/vnd.oasis.opendocument.text"}})), "none");
}

TEST(sniffer, an_archive_that_was_cut_off_is_none) {
  auto const whole = archive({{"[Content_Types].xml", "x"}, {"word/document.xml", "y"}});
  for (std::size_t size = 4; size < whole.size(); ++size) EXPECT_EQ(type_of(whole.substr(0, size)), "none") << size;
}

TEST(sniffer, a_long_archive_is_known_by_its_end) {
  auto const big = archive(
      {{"[Content_Types].xml", "x"}, {"word/media/a.png", std::string(3'000'000, 'p')}, {"word/document.xml", "y"}});
  for (std::size_t const piece : {4096U, 65536U, 10'000'000U}) {
    EXPECT_EQ(type_of(big, piece), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  }
}

TEST(sniffer, hope_ends_with_the_first_bytes_that_fit_nothing) {
  sniffer one;
  one.feed("MZ\x90");
  one.feed(std::string("\0\0\0", 3));
  EXPECT_FALSE(one.is_hopeful());
  sniffer text;
  text.feed("hello world");
  EXPECT_TRUE(text.is_hopeful());
  text.feed(std::string("\0", 1));
  EXPECT_FALSE(text.is_hopeful());
}
