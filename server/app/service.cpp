#include "server/app/service.hpp"

#include <algorithm>

#include "protocol/codec.hpp"
#include "protocol/registry.hpp"
#include "server/access/rights.hpp"
#include "server/executor/lane.hpp"
#include "server/runtime/log.hpp"

namespace dais::app {

using protocol::error_code;
using protocol::json;
using protocol::rejection;

namespace {

who who_of(gateway::principal const& opaque) {
  static who const nobody = std::make_shared<access::principal const>();
  return opaque ? std::static_pointer_cast<access::principal const>(opaque) : nobody;
}

/// The delegation that a command is about, for rights: its field of that name.
std::optional<protocol::delegation_id> delegation_in(json const& params) {
  auto const found = params.find("delegation");
  if (found == params.end() || !found->is_string()) return std::nullopt;
  return protocol::delegation_id{found->get<std::string>()};
}

}  // namespace

service::service(world& of, desk& at, letter_post& letters, std::size_t shard, std::string version)
    : of_(of), desk_(at), letters_(letters), shard_(shard), version_(std::move(version)) {}

void service::asked::with(json const& result) {
  if (request.id.is_discarded()) return answer(std::nullopt);
  answer(protocol::write_answer(request.id, result));
}

void service::asked::refuse(rejection const& why) {
  if (request.id.is_discarded()) return answer(std::nullopt);
  answer(protocol::write_error(request.id, why));
}

void service::call(gateway::caller by, std::string request, reply then) {
  auto const what = std::make_shared<asked>(asked{who_of(by.who), by.connection, {}, std::move(then)});
  what->request.id = nullptr;
  if (by.connection) remember(by);
  auto parsed =
      protocol::parse(request, by.connection ? protocol::limits::socket_message : protocol::limits::posted_message);
  if (!parsed) return what->refuse(parsed.error());
  json id = nullptr;
  auto read = protocol::read_request(*parsed, id);
  if (!read) {
    what->request.id = std::move(id);
    return what->refuse(read.error());
  }
  what->request = std::move(*read);
  try {
    dispatch(what);
  } catch (std::exception const&) {
    runtime::log(runtime::severity::error, "a request failed",
                 {{"method", what->request.method}, {"why", runtime::describe(std::current_exception())}});
    if (what->answer) what->refuse({error_code::internal, "", "The server made a mistake. Nothing was saved."});
  }
}

void service::dispatch(asked_ptr what) {
  auto const& request = what->request;
  auto const family = family_of(request.method);
  if (!family)
    return what->refuse(
        {error_code::unknown_method, "", "There is no method \"" + request.method.substr(0, 80) + "\"."});
  if (request.method == protocol::documents::attach::info.name)
    return what->refuse(
        {error_code::forbidden, "", "A file comes by upload: PUT /uploads/<meeting>/<document>/<language>."});
  if (request.method == protocol::sponsorship::attach_file::info.name)
    return what->refuse(
        {error_code::forbidden, "",
         "A file comes by upload: PUT /uploads/<meeting>/applications/<delegation>/<application>/<file>."});
  if (family == method_family::query) return query(std::move(what));
  if (!request.command)
    return what->refuse({error_code::missing_field, "/command_id",
                         "Give the command an identifier of your own, so that it happens once."});
  command(std::move(what), *family);
}

void service::command(asked_ptr what, method_family family) {
  auto const& request = what->request;
  bool const about_meeting = family == method_family::meeting_command;
  if (about_meeting && !request.meeting)
    return what->refuse({error_code::missing_field, "/meeting", "Say which meeting it is about."});
  if (!about_meeting && request.meeting)
    return what->refuse({error_code::unknown_field, "/meeting", "This is not about one meeting; take the field out."});
  if (auto const no = access::may_call(*what->by, request.method, request.meeting, delegation_in(request.params)))
    return what->refuse(*no);
  if (!about_meeting) {
    auto decide = read_organization_command(request.method, request.params);
    if (!decide) return what->refuse(decide.error());
    return submit(std::move(what), of_.organization(), std::move(*decide));
  }
  auto decide = read_meeting_command(request.method, *request.meeting, request.params);
  if (!decide) return what->refuse(decide.error());
  if (request.method == protocol::meeting::import::info.name) return import(std::move(what), std::move(*decide));
  auto* const to = find(*request.meeting);
  if (to == nullptr) return what->refuse({error_code::not_found, "/meeting", "There is no such meeting."});
  if (request.method == protocol::sponsorship::notify::info.name && letters_.can_send())
    return notify(std::move(what), *to, std::move(*decide));
  submit(std::move(what), *to, std::move(*decide));
}

template <class Model>
void service::submit(asked_ptr what, live_stream<Model>& to, decision<Model> decide,
                     std::move_only_function<void(protocol::result<executor::receipt>)> reply) {
  auto const& request = what->request;
  typename executor::executor<Model>::command made;
  made.id = *request.command;
  made.by = {what->by->account, what->by->roles};
  made.method = request.method;
  made.request = request_digest(request.method, request.meeting ? request.meeting->value : "", request.params);
  made.decide = std::move(decide);
  if (!reply)
    reply = [&shard = here(), what](protocol::result<executor::receipt> outcome) {
      shard.post([what, outcome = std::move(outcome)] {
        outcome ? what->with(outcome->answer) : what->refuse(outcome.error());
      });
    };
  made.reply = std::move(reply);
  to.home().post([&to, made = std::move(made)]() mutable { to.run().submit(std::move(made)); });
}

void service::import(asked_ptr what, decision<meeting_model> decide) {
  auto const name = *what->request.meeting;
  if (find(name) == nullptr && !access::acts_for_organization(*what->by))
    return what->refuse(
        {error_code::forbidden, "/meeting", "Only the secretariat of all meetings may make a new one."});
  of_.shards()[0].post([this, what, name, decide = std::move(decide)]() mutable {
    of_.open_meeting(name, [this, what, decide = std::move(decide)](auto opened) mutable {
      here().post([this, what, opened, decide = std::move(decide)]() mutable {
        if (!opened) return what->refuse({error_code::internal, "", "The meeting's journal cannot be read."});
        auto* const meeting = *opened;
        submit(what, *meeting, std::move(decide), [this, what, meeting](protocol::result<executor::receipt> outcome) {
          if (!outcome) return here().post([what, why = outcome.error()] { what->refuse(why); });
          of_.register_meeting(*meeting, [this, what, answer = outcome->answer](auto) {
            here().post([what, answer] { what->with(answer); });
          });
        });
      });
    });
  });
}

void service::remember(gateway::caller const& by) { live_[by.connection->id()] = {by.connection, who_of(by.who)}; }

void service::refresh(hub::subscriber& reader, hub::topic_id topic) { of_.replica(shard_).refresh(reader, topic); }

void service::closed(hub::subscriber& connection) {
  of_.replica(shard_).forget(connection);
  live_.erase(connection.id());
}

void service::heartbeat() { of_.replica(shard_).heartbeat(of_.with().time.now()); }

void service::account_changed(desk::change const& what) {
  std::vector<std::shared_ptr<hub::subscriber>> affected;
  for (auto const& [id, each] : live_) {
    bool const same = (what.session && each.by->session == what.session) ||
                      (!what.session && what.account && each.by->account == what.account &&
                       (!what.except || each.by->session != what.except));
    if (!same) continue;
    if (auto connection = each.connection.lock()) affected.push_back(std::move(connection));
  }
  for (auto const& each : affected)
    what.gone ? each->close(hub::close_code::signed_out, "the session has ended")
              : each->close(hub::close_code::restarting, "your roles have changed");
}

void service::delegations_changed(protocol::meeting_id const& meeting,
                                  std::set<protocol::delegation_id> const& changed) {
  auto const acts_for_one = [&](protocol::role_grant const& grant) {
    return grant.delegation && changed.contains(*grant.delegation) && grant.meeting.value_or(meeting) == meeting;
  };
  std::vector<std::shared_ptr<hub::subscriber>> affected;
  for (auto const& [id, each] : live_)
    if (std::ranges::any_of(each.by->roles, acts_for_one))
      if (auto connection = each.connection.lock()) affected.push_back(std::move(connection));
  for (auto const& each : affected) each->close(hub::close_code::restarting, "your delegation has changed");
}

meeting_stream* service::find(protocol::meeting_id const& meeting) const {
  auto const& all = of_.meetings(shard_);
  auto const found = all.find(meeting);
  return found == all.end() ? nullptr : found->second;
}

protocol::sessions::identity service::identity_of(who const& by) const {
  protocol::sessions::identity out;
  out.account = by->account;
  if (by->account) {
    out.name = by->name;
    out.language = by->language;
  }
  out.roles = by->roles;
  if (!by->account) out.roles = {{protocol::role::public_reader, std::nullopt, std::nullopt}};
  return out;
}

}  // namespace dais::app
