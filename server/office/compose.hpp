#pragma once
// Each paper set on its pages, not yet drawn. `paper` must outlive the press.

#include "server/office/letter.hpp"
#include "server/office/paper.hpp"
#include "server/office/press.hpp"
#include "server/office/report.hpp"

namespace dais::office {

press compose(agenda_paper const& paper);
press compose(participants_paper const& paper);
press compose(document_list_paper const& paper);
press compose(sample_document const& paper);
press compose(letter_paper const& paper);
press compose(report_paper const& paper);

}  // namespace dais::office
