#include "server/domain/meeting/events.hpp"

namespace dais::domain {

meeting_event::meeting_event(meeting_event const&) = default;
meeting_event::meeting_event(meeting_event&&) noexcept = default;
meeting_event& meeting_event::operator=(meeting_event const&) = default;
meeting_event& meeting_event::operator=(meeting_event&&) noexcept = default;
meeting_event::~meeting_event() = default;

}  // namespace dais::domain
