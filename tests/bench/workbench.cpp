// What a movement of a slider costs: a whole server with n applications, the policy of the Eleventh Meeting's demo, and
// sponsorship.simulate with another budget each time, over POST /rpc, recorded in the journal; and all of one "why
// not".
//
//   bench_workbench [applications = 200] [repetitions = 50]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "protocol/json.hpp"
#include "tests/support/daisd_process.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using dais::protocol::json;
using steady = std::chrono::steady_clock;

class bench {
public:
  explicit bench(std::filesystem::path const& folder) : x_server(folder), x_token(x_server.sign_in("secretariat")) {
    if (!x_server.runs()) throw std::runtime_error("the server does not run");
  }

  json command(std::string const& method, json params) {
    params["command_id"] = "bench-" + std::to_string(++x_count);
    return ask(method, std::move(params));
  }
  json ask(std::string const& method, json params) {
    params["meeting"] = "example-river-cop3";
    auto const answer = x_server.call(x_token, method, std::move(params));
    if (!answer || !answer->contains("result")) throw std::runtime_error(answer ? answer->dump() : "no answer");
    return answer->at("result");
  }

private:
  dais::support::daisd_process x_server;
  std::string x_token;
  int x_count = 0;
};

json file(std::string const& name) {
  return json::parse(dais::support::read_file(DAIS_SOURCE_DIR "/deploy/demo/" + name));
}

/// Two of each delegation; half are women, one in eight a survivor; each delegation's fare is another. A third of the
/// costs is there, in four funds.
void fill(bench& on, std::size_t applications) {
  auto terms = file("small.json").at("sponsorship");
  terms["fares"] = {{"fare_kind", "bus"},
                    {"nights", 0},
                    {"routes", {{{"id", "road"}, {"label", {{"en", "Road"}}}}}},
                    {"rates", json::array()},
                    {"fares", json::array()}};
  terms["files"] = json::array();
  std::int64_t total = 0;
  for (std::size_t i = 0; i < applications; ++i) {
    auto const delegation = "d" + std::to_string(i / 2);
    auto const amount = static_cast<std::int64_t>(200'000 + i / 2 * 7919 % 150'000);
    total += amount;
    if (i % 2 == 0) {
      on.command("registration.add_delegation",
                 {{"details", {{"id", delegation}, {"name", {{"en", delegation}}}, {"category", "party"}}}});
      terms["fares"]["fares"].push_back({{"delegation", delegation}, {"route", "road"}, {"amount", amount}});
    }
    auto const member = on.command("registration.add_member", {{"delegation", delegation},
                                                               {"details",
                                                                {{"name", "Member " + std::to_string(i)},
                                                                 {"title", ""},
                                                                 {"function", ""},
                                                                 {"category", "adviser"},
                                                                 {"gender", i % 2 == 0 ? "female" : "male"},
                                                                 {"language", "en"},
                                                                 {"fields", {{"boat", "yes"}}}}}})["member"];
    on.command(
        "sponsorship.apply",
        {{"delegation", delegation},
         {"member", member},
         {"details", {{"extent", "whole"}, {"reason", "Bench"}, {"survivor", i % 8 == 0}, {"companion", false}}}});
  }
  for (std::string const name : {"b1", "b2", "b3", "b4"})
    on.command("sponsorship.put_fund",
               {{"version", 0},
                {"details", {{"id", name}, {"name", {{"en", name}}}, {"amount", total / 12}, {"earmark", ""}}}});
  on.command("sponsorship.set_terms", {{"version", 1}, {"terms", terms}});
}

double milliseconds_since(steady::time_point from) {
  return std::chrono::duration<double, std::milli>(steady::now() - from).count();
}

}  // namespace

int main(int count, char** words) {
  auto const applications = count > 1 ? std::strtoul(words[1], nullptr, 10) : 200UL;
  auto const repetitions = count > 2 ? std::strtoul(words[2], nullptr, 10) : 50UL;
  dais::support::temporary_folder const folder;
  bench on(folder.path() / "data");
  fill(on, applications);
  json setup{{"policy", file("11msp.json").at("sponsorship").at("policy")}, {"amounts", json::object()}};
  setup["policy"]["gates"] = json::array();
  std::vector<double> took;
  json outcome;
  for (std::size_t i = 0; i < repetitions; ++i) {
    setup["amounts"]["b1"] = 5'000'000 + 10'000 * static_cast<std::int64_t>(i);
    auto const from = steady::now();
    outcome = on.ask("sponsorship.simulate", {{"source", {{"setup", setup}}}});
    took.push_back(milliseconds_since(from));
  }
  std::ranges::sort(took);
  std::printf("%zu applications, %zu seats, %zu refused: simulate median %.1f ms, most %.1f ms\n", applications,
              outcome["granted"].size(), outcome["refused"].size(), took[took.size() / 2], took.back());
  auto const from = steady::now();
  on.ask("sponsorship.explain", {{"source", {{"setup", setup}}}, {"application", outcome["refused"].begin().key()}});
  std::printf("one explanation %.1f ms\n", milliseconds_since(from));
}
