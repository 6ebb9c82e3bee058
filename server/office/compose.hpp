#pragma once
// Each paper set on its pages, not yet drawn. `paper` must outlive the press.

#include "server/office/paper.hpp"
#include "server/office/press.hpp"

namespace dais::office {

press compose(agenda_paper const& paper);
press compose(participants_paper const& paper);
press compose(document_list_paper const& paper);
press compose(sample_document const& paper);

}  // namespace dais::office
