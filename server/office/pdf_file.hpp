#pragma once
// Pages to the bytes of a PDF: drawn by Cairo, tagged, with title, language and date.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/values.hpp"
#include "server/office/flow.hpp"
#include "server/office/paper.hpp"

namespace dais::office {

struct pdf_facts {
  std::string title;
  std::string subject;
  std::string language;  ///< BCP 47
  bool right_to_left = false;
  protocol::instant created;
};

pdf write_pdf(std::vector<page> const& pages, page_format const& format, pdf_facts const& facts);

/// Adds what Cairo 1.16 cannot write: the document's language, the reading direction, and that viewers show its title
/// rather than the file's name. Appended as PDF's own incremental update. `failed` if the bytes do not end as Cairo's
/// do.
pdf with_language(std::string bytes, std::string_view language, bool right_to_left);

}  // namespace dais::office
