// Files on their way in.

#include <span>

#include "protocol/codec.hpp"
#include "server/access/rights.hpp"
#include "server/app/answers.hpp"
#include "server/app/service.hpp"
#include "server/domain/documents/decide.hpp"
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
  if (what.length.value_or(0) > of_.with().upload_bytes)
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
  stream->home().post([this, stream, finish, receive = std::move(receive),
                       params = protocol::documents::attach{{parts[1]}, {parts[2]}, {}}] {
    auto const tried = domain::decide(stream->run().committed(), params, {});
    here().post([finish, receive, why = tried ? std::nullopt : std::optional(tried.error())] {
      why ? (*finish)(refused(*why)) : receive();
    });
  });
}

}  // namespace dais::app
