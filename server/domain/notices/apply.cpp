#include "server/domain/notices/apply.hpp"

namespace dais::domain {

void apply(notices_state& notices, notice_posted const& event, position const& at) {
  notices.notices[event.notice] = {event.text, event.to, at.now};
}

void apply(notices_state& notices, notice_withdrawn const& event, position const&) {
  notices.notices.erase(event.notice);
  notices.withdrawn.insert(event.notice);
}

}  // namespace dais::domain
