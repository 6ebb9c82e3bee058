#pragma once
// Papers to test with, and what poppler reads in a PDF.

#include <string>
#include <vector>

#include "server/office/letter.hpp"
#include "server/office/paper.hpp"
#include "server/office/report.hpp"

namespace dais::office::test {

/// The text of each page, by pdftotext.
std::vector<std::string> texts_of(std::string const& pdf);
/// What pdfinfo says, with `options`.
std::string info_of(std::string const& pdf, std::string const& options = "");
/// What pdffonts says.
std::string fonts_of(std::string const& pdf);
std::string all(std::vector<std::string> const& pages);
/// Normalized (NFKC), without spaces, vowel marks and the invisible letters that steer direction.
std::string bare(std::string text);
/// Whether a text holds these words. From right to left each word is looked for by itself: poppler gives the order of
/// digits and brackets as they look.
bool says(std::string const& text, std::string const& words);

/// The Eleventh Meeting in one of the six languages.
masthead eleventh_meeting(std::string const& language);
agenda_paper agenda(std::string const& language);
/// `states` delegations of `members` each, under the real short names of States, and one of observers.
participants_paper participants(std::string const& language, std::size_t states, std::size_t members);
document_list_paper documents(std::string const& language, std::size_t copies = 1);
sample_document sample(std::string const& language, std::size_t paragraphs);
letter_paper award_letter(std::string const& language);
letter_paper refusal_letter(std::string const& language, letter_refusal const& why);
/// One section with a paragraph, two key figures and a table of all kinds of cells with `rows` rows.
report_paper report(std::string const& language, std::size_t rows);

inline std::vector<std::string> const six{"en", "fr", "es", "ru", "zh", "ar"};

}  // namespace dais::office::test
