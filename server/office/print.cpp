#include "server/office/compose.hpp"

namespace dais::office {

pdf print(agenda_paper const& paper) { return compose(paper).print(); }
pdf print(participants_paper const& paper) { return compose(paper).print(); }
pdf print(document_list_paper const& paper) { return compose(paper).print(); }
pdf print(sample_document const& paper) { return compose(paper).print(); }
pdf print(letter_paper const& paper) { return compose(paper).print(); }
pdf print(report_paper const& paper) { return compose(paper).print(); }

}  // namespace dais::office
