#include "server/domain/meeting/import/item_ids.hpp"

#include <string>

namespace dais::domain {

protocol::item_id item_id_for(protocol::item_number const& number, agenda_state const& agenda) {
  std::string name = "item";
  bool gap = true;
  for (char const c : number.value) {
    bool const kept = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
    if (kept && gap) name += '-';
    if (kept) name += c;
    gap = !kept;
  }
  protocol::item_id id{name};
  for (int n = 2; agenda.items.contains(id); ++n) id.value = name + "-" + std::to_string(n);
  return id;
}

}  // namespace dais::domain
