// Files on their way in.

#include <algorithm>
#include <span>

#include "protocol/codec.hpp"
#include "server/access/rights.hpp"
#include "server/app/answers.hpp"
#include "server/app/service.hpp"
#include "server/domain/documents/decide.hpp"
#include "server/domain/sponsorship/decide.hpp"
#include "server/executor/lane.hpp"
#include "server/runtime/log.hpp"

namespace dais::app {

using protocol::error_code;
using protocol::rejection;

namespace {

/// The bytes of one language version on their way into the vault, then into the journal.
class upload_to_vault final : public gateway::upload {
public:
  using attach = std::move_only_function<void(protocol::document_file, gateway::done<gateway::answer<std::string>>)>;

  upload_to_vault(runtime::shard& here, runtime::blocking_pool& pool, std::shared_ptr<vault::writer> into,
                  std::uint64_t limit, std::string name, attach finally)
      : here_(here),
        pool_(pool),
        into_(std::move(into)),
        limit_(limit),
        name_(std::move(name)),
        attach_(std::move(finally)) {}

  std::uint64_t limit() const override { return limit_; }

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
  std::uint64_t limit_;
  std::string name_;
  attach attach_;
};

std::optional<protocol::delegation_id> delegation_of(protocol::documents::attach const&) { return std::nullopt; }
std::optional<protocol::delegation_id> delegation_of(protocol::sponsorship::attach_file const& params) {
  return params.delegation;
}

}  // namespace

/// Takes the file in for a command of kind Method, which has a member `file`.
template <class Method>
void service::receive(gateway::principal by, protocol::meeting_id const& meeting, gateway::upload_request what,
                      Method params, std::string default_name,
                      gateway::done<gateway::answer<std::unique_ptr<gateway::upload>>> then) {
  auto* const found = find(meeting);
  if (found == nullptr) return then(refused(error_code::not_found, "", "There is no such meeting."));
  auto& stream = *found;
  if (auto const no = access::may_call(holder(by), Method::info.name, meeting, delegation_of(params)))
    return then(refused(*no));
  if (what.length.value_or(0) > of_.with().upload_bytes)
    return then(refused(error_code::too_large, "", "The file is larger than allowed."));
  std::string const name = what.file_name.empty() ? std::move(default_name) : what.file_name;
  if (protocol::length(name) > 255)
    return then(refused(error_code::too_long, "/name", "Shorten the file's name to 255 characters."));

  auto attach = [this, &stream, by, params](protocol::document_file file,
                                            gateway::done<gateway::answer<std::string>> done) mutable {
    params.file = std::move(file);
    executor::executor<meeting_model>::command made;
    made.id.value = "upload-" + executor::random_id();
    made.by = {holder(by).account, holder(by).roles};
    made.method = Method::info.name;
    made.request = request_digest(made.method, stream.name(), protocol::encode(params));
    made.decide = decision_of<meeting_model>(params);
    made.reply = [this, done = std::move(done)](protocol::result<executor::receipt> outcome) mutable {
      here().post([outcome = std::move(outcome), done = std::move(done)]() mutable {
        if (!outcome) return done(refused(outcome.error()));
        done(protocol::canonical(outcome->answer));
      });
    };
    stream.home().post([&stream, made = std::move(made)]() mutable { stream.run().submit(std::move(made)); });
  };
  auto const finish = std::make_shared<decltype(then)>(std::move(then));
  auto const attacher = std::make_shared<decltype(attach)>(std::move(attach));
  auto receive = [this, finish, attacher, name] {
    bool const taken = of_.with().pool.submit(
        here(), [this] { return of_.with().files.begin(static_cast<std::int64_t>(of_.with().upload_bytes)); },
        [this, finish, attacher, name](auto got) {
          if (!got || !*got)
            return (*finish)(
                refused(error_code::storage_full, "", "The server cannot take files now; tell the secretariat."));
          std::shared_ptr<vault::writer> into = std::move(**got);
          (*finish)(std::make_unique<upload_to_vault>(
              here(), of_.with().pool, std::move(into), of_.with().upload_bytes, name,
              [attacher](auto file, auto done) { (*attacher)(std::move(file), std::move(done)); }));
        });
    if (!taken) (*finish)(refused(error_code::too_many_requests, "", "The server is busy; try again in a moment."));
  };
  // Said before the file travels, so that nothing is kept of one that cannot be attached.
  stream.home().post([this, &stream, finish, receive = std::move(receive), params = std::move(params)] {
    auto const tried = domain::decide(stream.run().committed(), params, {});
    here().post([finish, receive, why = tried ? std::nullopt : std::optional(tried.error())] {
      why ? (*finish)(refused(*why)) : receive();
    });
  });
}

void service::begin_upload(gateway::principal by, gateway::upload_request what,
                           gateway::done<gateway::answer<std::unique_ptr<gateway::upload>>> then) {
  auto const parts = segments_of(what.path);
  auto const valid = [&](std::size_t from) {
    return std::all_of(parts.begin() + static_cast<std::ptrdiff_t>(from), parts.end(),
                       [](auto const& each) { return protocol::valid_id(each); });
  };
  bool const document = parts.size() == 3 && protocol::valid_id(parts[1]) && protocol::valid_language(parts[2]);
  bool const application = parts.size() == 5 && parts[1] == "applications" && valid(2);
  if (!document && !application)
    return then(refused(error_code::not_found, "",
                        "Upload to /uploads/<meeting>/<document>/<language>, or to "
                        "/uploads/<meeting>/applications/<delegation>/<application>/<file>."));
  protocol::meeting_id const meeting{parts[0]};
  if (document)
    return receive(std::move(by), meeting, std::move(what), protocol::documents::attach{{parts[1]}, {parts[2]}, {}},
                   parts[1] + "-" + parts[2], std::move(then));
  receive(std::move(by), meeting, std::move(what),
          protocol::sponsorship::attach_file{{parts[2]}, {parts[3]}, {parts[4]}, {}}, parts[4], std::move(then));
}

}  // namespace dais::app
