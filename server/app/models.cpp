#include "server/app/models.hpp"

namespace dais::app {

executor::upcasters const& meeting_model::forward() {
  static executor::upcasters const none;
  return none;
}

executor::upcasters const& organization_model::forward() {
  static executor::upcasters const none;
  return none;
}

}  // namespace dais::app
