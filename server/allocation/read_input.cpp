#include "server/allocation/read_input.hpp"

#include <utility>

#include "server/allocation/read_policy.hpp"

namespace dais::allocation {
namespace {

/// Reads amounts and adds them all up: as long as the sum of everything fits 64 bits, so does every sum of the rule.
class money_reader {
public:
  explicit money_reader(decoding& out) : x_out(out) {}

  centimes read(json const& from) {
    auto const amount = read_number(from, x_out, 0, INT64_MAX);
    if (!x_overflowed && __builtin_add_overflow(x_sum, amount, &x_sum)) {
      x_overflowed = true;
      x_out.report(error_code::out_of_range,
                   "All amounts of the file together do not fit in 64 bits; give them in hundredths of the currency.");
    }
    return amount;
  }

private:
  decoding& x_out;
  centimes x_sum = 0;
  bool x_overflowed = false;
};

fund read_fund(json const& from, distinct_names& ids, money_reader& money, decoding& out) {
  fund made;
  field_reader fields(from, out);
  fields.required("id", [&](json const& id) { made.id = ids.read(id, out); });
  fields.required("amount", [&](json const& amount) { made.amount = money.read(amount); });
  fields.required("earmark", [&](json const& earmark) { made.earmark = read_condition(earmark, out); });
  fields.optional("components", [&](json const& kinds) {
    if (kinds.is_null()) return;
    made.components.emplace();
    each_element(kinds, out, [&](json const& kind) { made.components->push_back(read_text(kind, out)); });
  });
  fields.no_others();
  return made;
}

package read_package(json const& from, distinct_names& codes, money_reader& money, decoding& out) {
  package made;
  field_reader fields(from, out);
  fields.required("code", [&](json const& code) { made.code = codes.read(code, out); });
  fields.required("items", [&](json const& items) {
    each_element(items, out, [&](json const& each) {
      auto& next = made.items.emplace_back();
      field_reader item(each, out);
      item.required("kind", [&](json const& kind) { next.kind = read_text(kind, out); });
      item.required("amount", [&](json const& amount) { next.amount = money.read(amount); });
      item.no_others();
    });
  });
  fields.no_others();
  return made;
}

status read_status(json const& from, decoding& out) {
  auto const word = protocol::read_as<std::string>(from, out);
  if (word == "notified") return status::notified;
  if (word == "withdrawn") return status::withdrawn;
  if (from.is_string() && word != "candidate")
    protocol::detail::report_unknown_value(word, {"candidate", "notified", "withdrawn"}, out);
  return status::candidate;
}

/// Which of the packages a notified applicant was granted.
std::size_t read_granted(json const& from, applicant const& who, decoding& out) {
  auto const code = protocol::read_as<std::string>(from, out);
  if (!from.is_string()) return 0;
  if (who.status != status::notified) {
    out.report(error_code::unknown_field, "Only a notified applicant was granted something; take this out.");
    return 0;
  }
  for (std::size_t k = 0; k < who.packages.size(); ++k)
    if (who.packages[k].code == code) return k;
  out.report(error_code::not_found, "There is no package \"" + code.substr(0, 80) + "\"; name one of this applicant's.",
             {{"name", code.substr(0, 80)}});
  return 0;
}

applicant read_applicant(json const& from, distinct_names& ids, money_reader& money, decoding& out) {
  applicant made;
  field_reader fields(from, out);
  fields.required("id", [&](json const& id) { made.id = ids.read(id, out); });
  fields.required("delegation", [&](json const& name) { made.delegation = read_text(name, out); });
  fields.optional("nomination_rank",
                  [&](json const& rank) { made.nomination_rank = read_number(rank, out, 0, INT64_MAX); });
  fields.required("status", [&](json const& word) { made.status = read_status(word, out); });
  fields.required("packages", [&](json const& packages) {
    distinct_names codes;
    each_element(packages, out,
                 [&](json const& each) { made.packages.push_back(read_package(each, codes, money, out)); });
  });
  bool const granted =
      fields.optional("granted", [&](json const& code) { made.granted = read_granted(code, made, out); });
  if (made.status == status::notified && !granted)
    out.at("granted", [&] {
      out.report(error_code::missing_field, "Name the package that this notified applicant was granted.");
    });
  fields.others([&](std::string const& name, json const& value) {
    made.attributes.insert_or_assign(name, read_attribute(value, out));
  });
  made.attributes.insert_or_assign("delegation", made.delegation);
  if (made.nomination_rank) made.attributes.insert_or_assign("nomination_rank", *made.nomination_rank);
  return made;
}

}  // namespace

protocol::result<input> read_input(protocol::json const& from) {
  input made;
  decoding out;
  money_reader money(out);
  field_reader fields(from, out);
  fields.required("schema", [&](json const& schema) {
    if (schema != "ccm-alloc/1") out.report(error_code::unknown_value, "Give \"ccm-alloc/1\" here.");
  });
  fields.required("policy", [&](json const& policy) { made.policy = read_policy(policy, out); });
  fields.required("funds", [&](json const& funds) {
    if (funds.is_array() && funds.size() > most::funds)
      return out.report(error_code::too_large,
                        "Give at most " + std::to_string(most::funds) + " funds; merge those with equal earmarks.",
                        {{"max", std::to_string(most::funds)}});
    distinct_names ids;
    each_element(funds, out, [&](json const& each) { made.funds.push_back(read_fund(each, ids, money, out)); });
  });
  fields.required("applicants", [&](json const& applicants) {
    distinct_names ids;
    each_element(applicants, out,
                 [&](json const& each) { made.applicants.push_back(read_applicant(each, ids, money, out)); });
  });
  fields.no_others();
  if (!out.good()) return std::unexpected(out.take());
  return made;
}

}  // namespace dais::allocation
