#include "server/app/models.hpp"

#include "server/executor/executor_impl.hpp"

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

template class dais::executor::executor<dais::app::meeting_model>;
template class dais::executor::executor<dais::app::organization_model>;
