#pragma once
// A report: sections of paragraphs, key figures and tables, the same for paper and for a spreadsheet.

#include <string>
#include <vector>

#include "server/office/paper.hpp"
#include "server/office/spreadsheet.hpp"
#include "server/office/table.hpp"

#include <boost/describe/class.hpp>

namespace dais::office {

struct report_section {
  std::string id;  ///< names the section to programs
  std::string title;
  std::vector<std::string> paragraphs;
  std::vector<key_figure> figures;
  std::vector<table> tables;
};
BOOST_DESCRIBE_STRUCT(report_section, (), (id, title, paragraphs, figures, tables))

struct report_paper {
  masthead head;
  std::string currency;  ///< ISO 4217
  std::string title;
  std::string summary;  ///< a line below the title; may be empty
  std::vector<report_section> sections;
};
BOOST_DESCRIBE_STRUCT(report_paper, (), (head, currency, title, summary, sections))

pdf print(report_paper const& paper);

/// A sheet of all key figures with their sections, and a sheet for each table.
spreadsheet sheets_of(report_paper const& paper);

}  // namespace dais::office
