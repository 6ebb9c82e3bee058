#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "server/domain/meeting/apply.hpp"
#include "server/domain/meeting/decide.hpp"

namespace dais::property {

/// One step of a meeting, as numbers that shrink well: which command, on what of those there are, and how it varies.
using step = std::tuple<unsigned, unsigned, unsigned>;

/// Words that mark what a text is, planted into everything that is written, so that a test can look for them where they
/// must not be. Names begin with "Name "; e-mails hold '@' and end in the delegation's id.
namespace marks {
inline constexpr std::string_view name = "Name ", email = "@", needs = "NEEDS", field = "ANSWER", function = "FUNCTION",
                                  reason = "REASON", earmark = "EARMARK", secret_paper = "SECRETPAPER",
                                  paper_of_participants = "PARTICIPANTSPAPER", to_some = "TOSOME",
                                  returned = "RETURNED", note = "NOTED", cancelled = "CANCELLED", file = "FILENAME";
}

/// A meeting on which any sequence of steps can be played. Commands are valid in form; what the meeting's state does
/// not allow is refused and changes nothing.
class meeting_world {
public:
  /// An imported meeting with a little of everything.
  meeting_world();

  /// Gives the step's command; the events of it, none where it was refused.
  std::vector<domain::meeting_event> play(step const& next);

  domain::meeting_state const& state() const { return x_state; }
  /// Every event of the import that made the meeting.
  std::vector<domain::meeting_event> const& beginning() const { return x_beginning; }
  /// The names of persons who were forgotten.
  std::set<std::string> const& gone() const { return x_gone; }

  /// How many kinds of commands there are, for the first number of a step.
  static unsigned kinds();

private:
  template <class Command>
  std::vector<domain::meeting_event> give(Command const& command);
  protocol::meeting_file file(unsigned variation) const;
  std::vector<domain::meeting_event> import(unsigned variation);
  std::vector<domain::meeting_event> agenda(unsigned kind, unsigned which, unsigned how);
  std::vector<domain::meeting_event> programme(unsigned kind, unsigned which, unsigned how);
  std::vector<domain::meeting_event> documents(unsigned kind, unsigned which, unsigned how);
  std::vector<domain::meeting_event> registration(unsigned kind, unsigned which, unsigned how);
  std::vector<domain::meeting_event> sponsorship(unsigned kind, unsigned which, unsigned how);
  std::vector<domain::meeting_event> allocation(unsigned kind, unsigned which, unsigned how);
  std::vector<domain::meeting_event> awards(unsigned kind, unsigned which, unsigned how);
  std::vector<domain::meeting_event> notices(unsigned kind, unsigned which, unsigned how);
  std::vector<domain::meeting_event> forget(unsigned which);

  protocol::member_details details(protocol::delegation_id const& of, unsigned how) const;
  protocol::document_details paper(unsigned how) const;
  std::string next_name(std::string_view of) const;

  domain::meeting_state x_state;
  std::vector<domain::meeting_event> x_beginning;
  std::optional<protocol::account_id> x_actor;
  std::map<protocol::person_id, std::set<std::string>> x_names;
  std::set<std::string> x_gone;
};

}  // namespace dais::property
