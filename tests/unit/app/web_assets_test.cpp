#include "server/app/web_assets.hpp"

#include <gtest/gtest.h>

#include "server/journal/sha256.hpp"

namespace dais::app {
namespace {

TEST(web_assets, compressed_forms_belong_to_the_file_that_they_compress) {
  embedded::file const files[] = {{"assets/index-1a2b.js", "let a = 1"},
                                  {"assets/index-1a2b.js.br", "brotli"},
                                  {"assets/index-1a2b.js.gz", "gzip"},
                                  {"icon.png", "png"}};
  web_bundle const bundle(files);
  ASSERT_EQ(bundle.assets.size(), 2u);
  auto const& script = bundle.assets[0];
  EXPECT_EQ(script.path, "/assets/index-1a2b.js");
  EXPECT_EQ(script.media_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(script.plain, "let a = 1");
  EXPECT_EQ(script.brotli, "brotli");
  EXPECT_EQ(script.gzip, "gzip");
  EXPECT_EQ(script.etag, '"' + journal::sha256("let a = 1").hex() + '"');
  EXPECT_EQ(bundle.assets[1].path, "/icon.png");
  EXPECT_TRUE(bundle.assets[1].brotli.empty());
}

TEST(web_assets, an_unknown_ending_is_served_as_bytes) {
  embedded::file const files[] = {{"odd.xyz", "?"}};
  EXPECT_EQ(web_bundle(files).assets.at(0).media_type, "application/octet-stream");
}

TEST(web_assets, a_program_built_with_the_web_app_has_its_front_page) {
  for (auto const& each : web_assets())
    if (each.path == "/index.html") {
      EXPECT_EQ(each.media_type, "text/html; charset=utf-8");
      EXPECT_FALSE(each.gzip.empty());
      return;
    }
  EXPECT_TRUE(web_assets().empty());
}

}  // namespace
}  // namespace dais::app
