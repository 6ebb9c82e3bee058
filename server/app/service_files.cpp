// Signing in over HTTP, documents, files, and the texts for machines.

#include <algorithm>
#include <ranges>

#include "protocol/codec.hpp"
#include "protocol/hash256.hpp"
#include "protocol/registry.hpp"
#include "protocol/schema/schema.hpp"
#include "server/access/rights.hpp"
#include "server/app/answers.hpp"
#include "server/app/service.hpp"
#include "server/executor/lane.hpp"
#include "server/gateway/text.hpp"
#include "server/runtime/log.hpp"

namespace dais::app {

using protocol::error_code;
using protocol::json;
using protocol::rejection;

namespace {

/// What a document's address says: the symbol or id, the language, and the revision where one is named.
struct document_address {
  std::string name;
  protocol::language language;
  std::optional<std::int64_t> revision;
};

std::optional<document_address> read_address(std::vector<std::string> parts) {
  document_address out;
  auto const is_number = [](std::string const& text) {
    return !text.empty() && text.size() < 10 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  };
  if (parts.size() > 2 && is_number(parts.back()) && protocol::valid_language(parts[parts.size() - 2])) {
    out.revision = std::stoll(parts.back());
    parts.pop_back();
  }
  if (parts.size() < 2 || !protocol::valid_language(parts.back())) return std::nullopt;
  out.language.value = parts.back();
  parts.pop_back();
  for (auto const& part : parts) out.name += (out.name.empty() ? "" : "/") + part;
  return out;
}

/// The file at an address, as this reader may have it.
struct found_file {
  protocol::document_file file;
  bool is_public = false;
};

protocol::result<found_file> find_file(domain::meeting_state const& state, access::principal const& by,
                                       document_address const& at) {
  auto const absent = [](std::string words) { return protocol::reject(error_code::not_found, "", std::move(words)); };
  auto const unknown = [&] {
    return absent(by.account ? "There is no such document."
                             : "There is no such document for everybody; if it is for participants, sign in first.");
  };
  auto const& all = state.documents.documents;
  bool const secretariat = access::widest_audience(by, state.id) == protocol::audience::secretariat;
  auto const named = [&](protocol::topics::document const& each, protocol::topics::document_revision const& revision) {
    return revision.symbol ? revision.symbol->value == at.name
                           : each.details.symbol && each.details.symbol->value == at.name;
  };
  for (auto const& [id, each] : all) {
    std::vector<protocol::topics::document_revision const*> revisions;
    if (each.current) revisions.push_back(&*each.current);
    for (auto const& earlier : each.earlier) revisions.push_back(&earlier);
    if (secretariat && each.draft && (at.revision || !each.current)) revisions.push_back(&*each.draft);
    bool const by_id = id.value == at.name;
    if (!by_id && std::ranges::none_of(revisions, [&](auto const* r) { return named(each, *r); })) continue;
    // Whoever may not read it is not told that it is there.
    if (access::may_read(by, state.id, each.details.audience)) return unknown();
    if (each.state == protocol::document_state::withdrawn && !secretariat)
      return absent("This document was withdrawn.");
    for (auto const* revision : revisions) {
      if (at.revision && revision->number != *at.revision) continue;
      if (revision->audience && access::may_read(by, state.id, *revision->audience)) return unknown();
      auto const file = revision->files.find(at.language);
      if (file != revision->files.end())
        return found_file{file->second,
                          each.details.audience == protocol::audience::everyone && revision->published.has_value()};
      if (at.revision || revision->published) break;
    }
    return absent("This document is not there in that language.");
  }
  return unknown();
}

/// A supporting file, for those who may see it; whoever may not is told the same as where there is none.
protocol::result<protocol::document_file> application_file(domain::meeting_state const& state,
                                                           access::principal const& by,
                                                           protocol::application_id const& id,
                                                           protocol::field_id const& name) {
  auto const absent = [] { return protocol::reject(error_code::not_found, "", "There is no such file."); };
  auto const found = state.sponsorship.applications.find(id);
  if (found == state.sponsorship.applications.end()) return absent();
  auto const& of = found->second;
  if (access::may_have(by, state.id, "files", of.delegation, of.member)) return absent();
  auto const file = of.files.find(name);
  if (file == of.files.end() || file->second.file.sha256.empty()) return absent();
  return file->second.file;
}

}  // namespace

void service::authenticate(gateway::credential with, gateway::done<std::optional<gateway::principal>> then) {
  desk_.find(here(), std::move(with.token), [then = std::move(then)](who found) mutable {
    if (!found) return then(std::nullopt);
    then(gateway::principal(std::move(found)));
  });
}

namespace {

gateway::answer<gateway::signed_in> signed_in_answer(protocol::result<began> outcome, protocol::instant now) {
  if (!outcome) return refused(outcome.error());
  auto const age = std::chrono::duration_cast<std::chrono::seconds>(outcome->expires - now);
  auto const body = [&](std::string const& token) {
    return protocol::canonical(protocol::encode(protocol::sessions::signed_in{token, outcome->identity}));
  };
  return gateway::signed_in{outcome->token, age, body(outcome->token), body("")};
}

}  // namespace

void service::sign_in(std::string text, gateway::done<gateway::answer<gateway::signed_in>> then) {
  auto const parsed = protocol::parse(text, 64 * 1024);
  if (!parsed) return then(refused(parsed.error()));
  auto params = protocol::decode<protocol::sessions::sign_in>(*parsed);
  if (!params) return then(refused(params.error()));
  desk_.sign_in(here(), std::move(*params), [this, then = std::move(then)](auto outcome) mutable {
    then(signed_in_answer(std::move(outcome), of_.with().time.now()));
  });
}

void service::use_link(std::string token, gateway::done<gateway::answer<gateway::signed_in>> then) {
  protocol::sessions::sign_in params;
  params.link.emplace().value = std::move(token);
  desk_.sign_in(here(), std::move(params), [this, then = std::move(then)](auto outcome) mutable {
    then(signed_in_answer(std::move(outcome), of_.with().time.now()));
  });
}

void service::sign_out(gateway::credential with, gateway::done<gateway::answer<std::string>> then) {
  desk_.sign_out(here(), std::move(with.token), [then = std::move(then)](auto outcome) mutable {
    if (!outcome) return then(refused(outcome.error()));
    then(std::string("{}"));
  });
}

void service::document(gateway::principal by, std::string path,
                       gateway::done<gateway::answer<gateway::document_file>> then) {
  auto parts = segments_of(path);
  auto* const stream = parts.empty() ? nullptr : find(protocol::meeting_id{parts.front()});
  if (stream == nullptr) return then(refused(error_code::not_found, "", "There is no such meeting."));
  parts.erase(parts.begin());
  auto const address = read_address(std::move(parts));
  if (!address) return then(refused(error_code::not_found, "", "An address of a document ends in its language."));
  stream->home().post([this, by, stream, address = *address, then = std::move(then)]() mutable {
    auto found = find_file(stream->run().committed(), holder(by), address);
    here().post([this, found = std::move(found), then = std::move(then)]() mutable {
      if (!found) return then(refused(found.error()));
      send_file(std::move(found->file), found->is_public, std::move(then));
    });
  });
}

void service::file(gateway::principal by, std::string path,
                   gateway::done<gateway::answer<gateway::document_file>> then) {
  auto const parts = segments_of(path);
  auto* const stream =
      parts.size() == 4 && parts[1] == "applications" ? find(protocol::meeting_id{parts.front()}) : nullptr;
  if (stream == nullptr)
    return then(refused(error_code::not_found, "", "Ask for /files/<meeting>/applications/<application>/<file>."));
  stream->home().post([this, by, stream, parts, then = std::move(then)]() mutable {
    auto found = application_file(stream->run().committed(), holder(by), {parts[2]}, {parts[3]});
    here().post([this, found = std::move(found), then = std::move(then)]() mutable {
      if (!found) return then(refused(found.error()));
      send_file(std::move(*found), false, std::move(then));
    });
  });
}

void service::send_file(protocol::document_file file, bool is_public,
                        gateway::done<gateway::answer<gateway::document_file>> then) {
  auto const hash = protocol::hash256::from_hex(file.sha256);
  if (!hash) return then(refused(error_code::internal, "", "The file's hash is damaged."));
  auto const finish = std::make_shared<decltype(then)>(std::move(then));
  bool const taken = of_.with().pool.submit(
      here(), [this, hash = *hash] { return of_.with().files.open(hash); },
      [finish, file, is_public](auto got) {
        if (!got || !*got) {
          runtime::log(runtime::severity::error, "a file of the vault cannot be read", {{"sha256", file.sha256}});
          return (*finish)(refused(error_code::internal, "", "The file cannot be read."));
        }
        (*finish)(gateway::document_file{std::make_shared<vault::blob const>(std::move(**got)), file.sha256,
                                         file.media_type, file.name.value, is_public});
      });
  if (!taken) (*finish)(refused(error_code::too_many_requests, "", "The server is busy; try again in a moment."));
}

void service::text(std::string path, gateway::done<gateway::answer<gateway::content>> then) {
  auto const as_json = [](json const& value) { return gateway::content{200, "application/json", value.dump(2), {}}; };
  if (path == "/openrpc.json") return then(as_json(protocol::schema::openrpc(version_)));
  if (path == "/schema/meeting_file.json") return then(as_json(protocol::schema::meeting_file_schema()));
  if (path == "/schema/messages.json") return then(as_json(protocol::schema::messages_schema()));
  if (path == "/metrics")
    return then(gateway::content{200, "text/plain; version=0.0.4; charset=utf-8", of_.with().numbers.render(), {}});
  if (path != "/readyz") return then(refused(error_code::not_found, "", "There is nothing here."));
  of_.shards()[0].post([this, then = std::move(then)]() mutable {
    bool const writable = of_.writable();
    here().post([writable, then = std::move(then)]() mutable {
      json const body = {{"ready", writable}, {"writable", writable}};
      then(gateway::content{writable ? 200 : 503, "application/json", body.dump(), {}});
    });
  });
}

}  // namespace dais::app
