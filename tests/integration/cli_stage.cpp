#include "tests/integration/cli_stage.hpp"

#include "protocol/codec.hpp"

namespace dais::integration {

std::string cli_stage::link_for(std::string const& role) {
  for (auto const& [id, each] : on->server().organization().accounts)
    if (!each.roles.empty() && protocol::encode(each.roles.front().role) == role) return on->server().link(id).value();
  throw std::runtime_error("no account of the role " + role);
}

person cli_stage::someone(std::string const& role, native::address const& where) {
  person out(folder / role);
  auto const got = out.run({"login", where.text(), "--link", link_for(role)});
  if (got.code != 0) throw std::runtime_error("cannot sign in: " + got.err);
  return out;
}

std::string const& cli_stage::desk() {
  static std::pair<stage*, std::string> kept;
  if (kept.first != on.get()) kept = {on.get(), on->sign_in("secretariat")};
  return kept.second;
}

std::string cli_stage::publish(std::string const& title, std::string const& text) {
  auto const kind = state("meeting")["details"]["document_kinds"][0]["id"];
  json const details{{"title", {{"fr", title}}}, {"kind", kind}, {"audience", "everyone"}, {"items", json::array()}};
  auto const id = on->command(desk(), "documents.create", {{"details", details}})["document"].get<std::string>();
  publish_draft(id, text);
  return id;
}

void cli_stage::revise(std::string const& document, std::string const& text) {
  on->command(desk(), "documents.revise", {{"document", document}});
  publish_draft(document, text);
}

void cli_stage::publish_draft(std::string const& document, std::string const& text) {
  auto const put = on->put(desk(), "/uploads/" + on->meeting + "/" + document + "/fr?name=paper.txt", text);
  if (put.head.status != 201) throw std::runtime_error("not uploaded: " + put.body);
  auto const version = state("documents@secretariat")["documents"][document]["version"];
  on->command(desk(), "documents.publish", {{"document", document}, {"version", version}});
}

}  // namespace dais::integration
