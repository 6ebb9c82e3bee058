#include "server/views/notices.hpp"

namespace dais::views {

protocol::topics::notices notices_view(domain::notices_state const& notices,
                                       protocol::notices::recipients const& readers) {
  protocol::topics::notices shown;
  for (auto const& [id, each] : notices.notices)
    if (each.to == readers) shown.notices.emplace(id, each);
  return shown;
}

protocol::topics::notices all_notices_view(domain::notices_state const& notices) { return {notices.notices}; }

}  // namespace dais::views
