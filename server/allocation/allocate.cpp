#include "server/allocation/allocate.hpp"

#include "server/allocation/digests.hpp"
#include "server/allocation/prepare.hpp"
#include "server/allocation/read_input.hpp"
#include "server/allocation/write_result.hpp"

namespace dais::allocation {

protocol::result<protocol::json> allocate(protocol::json const& input, bool explained) {
  auto const read = read_input(input);
  if (!read) return std::unexpected(read.error());
  auto const ready = prepare(*read);
  auto const decided = draft(ready);
  auto made = write_decision(*read, ready, decided, ledger(ready, decided));
  add_outlook(made, *read, ready, waiting_list(ready, decided), if_cancels(ready, decided));
  if (explained) made["explanations"] = write_explanations(*read, ready, decided, explain(ready, decided));
  made["schema"] = "ccm-alloc-result/1";
  made["engine"] = engine;
  made["input_sha256"] = input_digest(input).hex();
  made["policy_sha256"] = policy_digest(input).hex();
  return made;
}

}  // namespace dais::allocation
