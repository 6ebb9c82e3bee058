#include "server/domain/agenda/history.hpp"

#include <string>
#include <utility>

namespace dais::domain {
namespace {

std::string cut(std::string text, std::size_t code_points) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins && seen++ == code_points) return text.substr(0, i);
  }
  return text;
}

}  // namespace

void remember(agenda_state& agenda, protocol::topics::agenda_change change, position const& at) {
  if (agenda.versions.empty() || agenda.versions.back().seq != at.at)
    agenda.versions.push_back({agenda.version() + 1, at.at, at.now, {}});
  agenda.versions.back().changes.push_back(std::move(change));
  if (agenda.versions.size() > agenda_versions_kept) agenda.versions.pop_front();
}

protocol::localized_name label(protocol::topics::agenda_item const& item) {
  protocol::localized_name out;
  for (auto const& [language, title] : item.title.in)
    out.in[language].value = cut(item.number.value + " " + title.value, protocol::localized_name::max);
  return out;
}

protocol::localized_name label(protocol::topics::agenda_session const& session) {
  protocol::localized_name out;
  for (auto const& [language, title] : session.title.in)
    out.in[language].value = protocol::to_string(session.starts) + " – " + protocol::to_string(session.ends);
  return out;
}

}  // namespace dais::domain
