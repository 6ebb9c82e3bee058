// Signing in over HTTP, documents, uploads, exports, and the texts for machines.

#include <algorithm>
#include <ranges>

#include "protocol/codec.hpp"
#include "protocol/hash256.hpp"
#include "protocol/registry.hpp"
#include "protocol/schema/schema.hpp"
#include "server/access/rights.hpp"
#include "server/app/exports.hpp"
#include "server/app/service.hpp"
#include "server/executor/lane.hpp"
#include "server/gateway/text.hpp"

namespace dais::app {

using protocol::error_code;
using protocol::json;
using protocol::rejection;

namespace {

int status_of(error_code code) {
  switch (code) {
    case error_code::signed_out:
    case error_code::wrong_credentials:
      return 401;
    case error_code::forbidden:
      return 403;
    case error_code::not_found:
    case error_code::unknown_topic:
      return 404;
    case error_code::link_used:
      return 410;
    case error_code::too_large:
      return 413;
    case error_code::wrong_content:
      return 415;
    case error_code::too_many_attempts:
    case error_code::too_many_requests:
      return 429;
    case error_code::read_only:
      return 503;
    case error_code::storage_full:
      return 507;
    case error_code::internal:
      return 500;
    case error_code::stale:
    case error_code::not_now:
    case error_code::already_there:
    case error_code::command_id_reused:
      return 409;
    default:
      return 400;
  }
}

std::unexpected<gateway::refusal> refused(rejection const& why) {
  auto const& first = why.problems.front();
  gateway::refusal out{status_of(first.code), protocol::encode(first.code).get<std::string>(), first.words, first.path,
                       std::nullopt};
  if (auto const wait = first.values.find("retry_after"); wait != first.values.end())
    out.retry_after = std::chrono::seconds(std::stoll(wait->second));
  return std::unexpected(std::move(out));
}
std::unexpected<gateway::refusal> refused(error_code code, std::string path, std::string words) {
  return refused(rejection(code, std::move(path), std::move(words)));
}

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> out;
  for (auto const part : path | std::views::split('/')) out.emplace_back(part.begin(), part.end());
  return out;
}

access::principal const& holder(gateway::principal const& opaque) {
  static access::principal const nobody;
  return opaque ? *static_cast<access::principal const*>(opaque.get()) : nobody;
}

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
      auto const hash = protocol::hash256::from_hex(found->file.sha256);
      if (!hash) return then(refused(error_code::internal, "", "The document's hash is damaged."));
      auto const finish = std::make_shared<decltype(then)>(std::move(then));
      bool const taken = of_.with().pool.submit(
          here(), [this, hash = *hash] { return of_.with().files.open(hash); },
          [finish, found](auto got) {
            if (!got || !*got) {
              runtime::log(runtime::severity::error, "a document's file cannot be read",
                           {{"sha256", found->file.sha256}});
              return (*finish)(refused(error_code::internal, "", "The document's file cannot be read."));
            }
            (*finish)(gateway::document_file{std::make_shared<vault::blob const>(std::move(**got)), found->file.sha256,
                                             found->file.media_type, found->file.name.value, found->is_public});
          });
      if (!taken) (*finish)(refused(error_code::too_many_requests, "", "The server is busy; try again in a moment."));
    });
  });
}

void service::export_file(gateway::principal by, std::string path, std::string query,
                          gateway::done<gateway::answer<gateway::content>> then) {
  auto const parts = segments_of(path);
  auto* const stream = parts.size() == 2 ? find(protocol::meeting_id{parts[0]}) : nullptr;
  if (stream == nullptr)
    return then(refused(error_code::not_found, "", "Ask for /exports/<meeting>/<content>.<format>."));
  auto const what = read_export(parts[1], gateway::query_value(query, "lang").value_or(""));
  if (!what) return then(refused(what.error()));
  protocol::meeting_id const meeting{parts[0]};
  if (auto const no = access::may_export(holder(by), meeting, what->content)) return then(refused(*no));
  auto const audience = access::widest_audience(holder(by), meeting);
  stream->home().post([this, stream, audience, what = *what, then = std::move(then)]() mutable {
    export_source from{{}, of_.with().time.now()};
    auto const take = [&](std::string const& name, std::string const& topic) {
      if (auto state = stream->state_of(topic)) from.topics[name] = std::move(*state);
    };
    take("meeting", "meeting");
    take("agenda", "agenda");
    take("documents", audience == protocol::audience::everyone
                          ? "documents"
                          : "documents@" + protocol::encode(audience).get<std::string>());
    if (what.content == "participants") {
      take("participants", "participants");
      for (auto const& [id, ignored] : from.topics["participants"]["delegations"].items())
        take("participants/" + id, "participants/" + id);
    }
    auto const finish = std::make_shared<decltype(then)>(std::move(then));
    bool const taken = of_.with().pool.submit(
        here(), [what, from = std::move(from)] { return make_export(what, from); },
        [finish](auto got) {
          if (!got) return (*finish)(refused(error_code::internal, "", "The export could not be made."));
          if (!*got) return (*finish)(refused(got->error()));
          (*finish)(gateway::content{200, (*got)->media_type, std::move((*got)->bytes), (*got)->file_name});
        });
    if (!taken)
      here().post([finish] {
        (*finish)(refused(error_code::too_many_requests, "", "The server is busy; try again in a moment."));
      });
  });
}

namespace {

/// The bytes of one language version on their way into the vault, then into the journal.
class upload_to_vault final : public gateway::upload {
public:
  using attach = std::move_only_function<void(protocol::document_file, gateway::done<gateway::answer<std::string>>)>;

  upload_to_vault(runtime::shard& here, runtime::blocking_pool& pool, std::shared_ptr<vault::writer> into,
                  std::string name, attach finally)
      : here_(here), pool_(pool), into_(std::move(into)), name_(std::move(name)), attach_(std::move(finally)) {}

  std::uint64_t limit() const override { return protocol::limits::upload; }

  void write(std::string bytes, gateway::done<gateway::answer<void>> then) override {
    auto const finish = std::make_shared<decltype(then)>(std::move(then));
    bool const taken = pool_.submit(
        here_, [into = into_, bytes = std::move(bytes)] { return into->append(std::as_bytes(std::span(bytes))); },
        [finish](auto got) {
          if (!got) return (*finish)(refused(error_code::internal, "", "The file could not be kept."));
          if (!*got) return (*finish)(refused(reject_of(got->error())));
          (*finish)({});
        });
    if (!taken) (*finish)(refused(error_code::too_many_requests, "", "The server is busy; try again in a moment."));
  }

  void finish(gateway::upload_facts facts, gateway::done<gateway::answer<std::string>> then) override {
    auto const finish = std::make_shared<decltype(then)>(std::move(then));
    auto const attach = std::make_shared<upload_to_vault::attach>(std::move(attach_));
    bool const taken = pool_.submit(
        here_, [into = into_] { return into->finish(); },
        [finish, attach, facts, name = name_](auto got) {
          if (!got) return (*finish)(refused(error_code::internal, "", "The file could not be kept."));
          if (!*got) return (*finish)(refused(reject_of(got->error())));
          (*attach)({(*got)->hash.hex(), (*got)->size, facts.media_type, {name}}, std::move(*finish));
        });
    if (!taken) (*finish)(refused(error_code::too_many_requests, "", "The server is busy; try again in a moment."));
  }

private:
  static rejection reject_of(vault::error const& why) {
    runtime::log(runtime::severity::error, "an upload could not be kept", {{"why", why.detail}});
    if (why.what == vault::fault::too_large) return {error_code::too_large, "", "The file is larger than allowed."};
    return {error_code::storage_full, "",
            "The server has no room for this file now. Nothing was kept; tell the secretariat."};
  }

  runtime::shard& here_;
  runtime::blocking_pool& pool_;
  std::shared_ptr<vault::writer> into_;
  std::string name_;
  attach attach_;
};

}  // namespace

void service::begin_upload(gateway::principal by, gateway::upload_request what,
                           gateway::done<gateway::answer<std::unique_ptr<gateway::upload>>> then) {
  auto const parts = segments_of(what.path);
  if (parts.size() != 3 || !protocol::valid_id(parts[1]) || !protocol::valid_language(parts[2]))
    return then(refused(error_code::not_found, "", "Upload to /uploads/<meeting>/<document>/<language>."));
  protocol::meeting_id const meeting{parts[0]};
  auto* const stream = find(meeting);
  if (stream == nullptr) return then(refused(error_code::not_found, "", "There is no such meeting."));
  if (auto const no = access::may_call(holder(by), protocol::documents::attach::info.name, meeting, std::nullopt))
    return then(refused(*no));
  if (what.length.value_or(0) > protocol::limits::upload)
    return then(refused(error_code::too_large, "", "The file is larger than allowed."));
  std::string name = what.file_name.empty() ? parts[1] + "-" + parts[2] : what.file_name;
  if (protocol::length(name) > 255)
    return then(refused(error_code::too_long, "/name", "Shorten the file's name to 255 characters."));

  auto attach = [this, stream, meeting, by, document = parts[1], language = parts[2]](
                    protocol::document_file file, gateway::done<gateway::answer<std::string>> done) {
    protocol::documents::attach const params{{document}, {language}, std::move(file)};
    auto decide = read_meeting_command(protocol::documents::attach::info.name, meeting, protocol::encode(params));
    if (!decide) return done(refused(decide.error()));
    executor::executor<meeting_model>::command made;
    made.id.value = "upload-" + executor::random_id();
    made.by = {holder(by).account, holder(by).roles};
    made.method = protocol::documents::attach::info.name;
    made.request = request_digest(made.method, stream->name(), protocol::encode(params));
    made.decide = std::move(*decide);
    made.reply = [this, done = std::move(done)](protocol::result<executor::receipt> outcome) mutable {
      here().post([outcome = std::move(outcome), done = std::move(done)]() mutable {
        if (!outcome) return done(refused(outcome.error()));
        done(protocol::canonical(outcome->answer));
      });
    };
    stream->home().post([stream, made = std::move(made)]() mutable { stream->run().submit(std::move(made)); });
  };
  auto const finish = std::make_shared<decltype(then)>(std::move(then));
  auto const attacher = std::make_shared<decltype(attach)>(std::move(attach));
  bool const taken = of_.with().pool.submit(
      here(), [this] { return of_.with().files.begin(static_cast<std::int64_t>(protocol::limits::upload)); },
      [this, finish, attacher, name](auto got) {
        if (!got || !*got)
          return (*finish)(
              refused(error_code::storage_full, "", "The server cannot take files now; tell the secretariat."));
        std::shared_ptr<vault::writer> into = std::move(**got);
        (*finish)(std::make_unique<upload_to_vault>(
            here(), of_.with().pool, std::move(into), name,
            [attacher](auto file, auto done) { (*attacher)(std::move(file), std::move(done)); }));
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
