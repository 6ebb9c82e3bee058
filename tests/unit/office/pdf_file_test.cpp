#include "server/office/pdf_file.hpp"

#include <gtest/gtest.h>

namespace dais::office {
namespace {

TEST(pdf_file, that_does_not_end_as_a_pdf_gets_no_language) {
  for (auto const* bytes : {"", "no PDF at all", "x\ntrailer << /Size 3 >> startxref 7",
                            "1 0 obj\ntrailer << /Size 3 /Root 9 0 R /Info 1 0 R >>\nstartxref\n7\n%%EOF\n"})
    EXPECT_EQ(with_language(bytes, "fr", false).error(), paper_error::failed);
}

TEST(pdf_file, of_too_many_pages_is_refused) {
  EXPECT_EQ(write_pdf(std::vector<page>(max_pages + 1), {}, {.title = "t", .language = "en"}).error(),
            paper_error::too_many_pages);
}

TEST(pdf_file, of_no_pages_is_still_a_pdf) {
  EXPECT_TRUE(write_pdf({}, {}, {.title = "t", .language = "en"}).has_value());
}

}  // namespace
}  // namespace dais::office
