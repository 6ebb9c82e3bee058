#include "server/app/command_line.hpp"

#include <pthread.h>
#include <signal.h>

#include <cstdio>
#include <thread>
#include <utility>

#include <CLI/CLI.hpp>

#include "server/app/allocate_file.hpp"
#include "server/app/demo.hpp"
#include "server/app/mail_options.hpp"
#include "server/app/server.hpp"
#include "server/journal/backup.hpp"

namespace dais::app {
namespace {

struct serve_options {
  configuration chosen;
  mail_options mail;
  std::string demo;
  std::string import;
  bool links = false;
};

int refuse(std::string const& why) {
  std::fprintf(stderr, "daisd: %s\n", why.c_str());
  return 1;
}

void say(std::string const& line) {
  std::printf("%s\n", line.c_str());
  std::fflush(stdout);
}

/// Blocks SIGINT and SIGTERM in every thread that is started later; whoever waits gets them.
sigset_t hold_signals() {
  sigset_t held;
  sigemptyset(&held);
  sigaddset(&held, SIGINT);
  sigaddset(&held, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &held, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
  return held;
}

int serve(serve_options const& with) {
  auto chosen = with.chosen;
  auto const mail = read_mail_options(with.mail);
  if (!mail) return refuse(mail.error());
  chosen.mail = *mail;
  auto const held = hold_signals();
  server on(std::move(chosen));
  if (auto const done = on.run(); !done) return refuse(done.error());
  if (!with.import.empty())
    if (auto const done = import_file(on, with.import); !done) return refuse(done.error());
  if (!with.demo.empty())
    if (auto const done = prepare_demo(on, with.demo); !done) return refuse(done.error());
  if (with.links)
    if (auto const done = ensure_secretariat(on); !done) return refuse(done.error());
  auto const port = on.listen();
  if (!port) return refuse(port.error());
  std::string const host = with.chosen.gateway.address.find(':') == std::string::npos
                               ? with.chosen.gateway.address
                               : "[" + with.chosen.gateway.address + "]";
  std::string const address = "http://" + host + ":" + std::to_string(*port);
  say("listening on " + address);
  if (with.links || !with.demo.empty())
    for (auto const& each : entrances(on)) say(each.name + ": " + address + "/link/" + each.token);
  int received = 0;
  sigwait(&held, &received);
  say("stopping");
  on.stop();
  return 0;
}

int report(journal::result<journal::inspection> const& seen, char const* done) {
  if (!seen) return refuse(seen.error().detail);
  for (auto const& each : seen->findings) std::fprintf(stderr, "%s: %s\n", each.where.c_str(), each.what.c_str());
  say(std::string(done) + ": " + std::to_string(seen->streams) + " streams, " + std::to_string(seen->entries) +
      " entries, " + std::to_string(seen->files) + " files" + (seen->findings.empty() ? "" : ", DAMAGED"));
  return seen->findings.empty() ? 0 : 1;
}

int forget(std::filesystem::path const& data, std::string const& person) {
  server on({data, 1, {}});
  if (auto const done = on.run(); !done) return refuse(done.error());
  auto const organization = on.organization();
  protocol::json const params = {{"person", person}};
  std::string const command = "forget-" + person;
  auto done = organization.accounts.contains(protocol::account_id{person})
                  ? on.command(command, "", "people.forget_account", params)
                  : protocol::result<protocol::json>(protocol::reject(protocol::error_code::not_found, "/person",
                                                                      "Nobody has the id " + person + "."));
  for (auto const& [meeting, ignored] : organization.meetings) {
    if (done || done.error().code() != protocol::error_code::not_found) break;
    done = on.command(command, meeting.value, "people.forget", params);
  }
  if (!done) return refuse(done.error().problems.front().words);
  say("forgotten: " + person);
  return 0;
}

}  // namespace

int command_line(int argc, char** argv) {
  CLI::App program{"Dais serves treaty meetings: registration, agenda, documents, sponsorship, live on every screen."};
  program.set_version_flag("--version", version);
  program.require_subcommand(1);

  serve_options with;
  std::filesystem::path data = "data", file;
  std::string person;
  with.chosen.shards = std::max(1U, std::thread::hardware_concurrency());
  with.chosen.gateway.port = 8080;

  auto* const serving =
      program.add_subcommand("serve", "Serve the meetings of a data directory until SIGINT or SIGTERM.");
  serving->add_option("--data", data, "Data directory; made where it is not there")->capture_default_str();
  serving->add_option("--address", with.chosen.gateway.address, "Address to listen on")->capture_default_str();
  serving->add_option("--port", with.chosen.gateway.port, "Port; 0 takes a free one")->capture_default_str();
  serving->add_option("--shards", with.chosen.shards, "Threads that serve connections")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  serving->add_option("--origin", with.chosen.gateway.origins,
                      "An origin that counts as ours: https://meeting.example");
  serving->add_option("--trusted-proxy", with.chosen.gateway.trusted_proxies,
                      "Address of a proxy whose X-Forwarded-Proto is believed");
  serving
      ->add_option("--largest-upload", with.chosen.gateway.upload_bytes,
                   "Largest document that is taken: 20MB, 50MB, …")
      ->transform(CLI::AsSizeValue(true))
      ->capture_default_str();
  serving->add_option("--smtp", with.mail.server,
                      "Mail server that letters are handed to: smtp://host:port (with STARTTLS) or smtps://host:port");
  serving->add_option("--smtp-from", with.mail.from, "Address that letters are sent from");
  serving->add_option("--smtp-user", with.mail.user, "User to sign in to the mail server as");
  serving->add_option("--smtp-password-file", with.mail.password_file, "File whose first line is that user's password");
  serving->add_flag("--secure-cookies", with.chosen.gateway.secure_cookies, "Mark every cookie Secure");
  serving->add_option("--meeting", with.import, "Import this meeting's file first");
  serving->add_option("--demo", with.demo,
                      "Import this meeting's file with an account for each role and sample documents");
  serving->add_flag("--links", with.links,
                    "Print a one-time sign-in link for each account that the server made itself");

  auto* const verifying =
      program.add_subcommand("verify", "Check every entry and file of a data directory; name the first broken one.");
  verifying->add_option("--data", data, "Data directory")->capture_default_str();
  auto* const backing_up =
      program.add_subcommand("backup", "Write a data directory into one file, also while it is being served.");
  backing_up->add_option("--data", data, "Data directory")->capture_default_str();
  backing_up->add_option("file", file, "The file to write")->required();
  auto* const restoring =
      program.add_subcommand("restore", "Make a data directory from a backup; refuses a damaged one.");
  restoring->add_option("--data", data, "Data directory; must not exist or be empty")->capture_default_str();
  restoring->add_option("file", file, "The backup")->required();
  auto* const forgetting = program.add_subcommand(
      "forget", "Erase a person's data for good. Not while it is being served: use dais people forget then.");
  forgetting->add_option("--data", data, "Data directory")->capture_default_str();
  forgetting->add_option("person", person, "The id of a member or an account")->required();

  allocate_options wanted;
  auto* const allocating = program.add_subcommand(
      "allocate",
      "Allocate sponsorship by the published rule, from a ccm-alloc/1 file or an auditor's bundle; print the canonical "
      "result.");
  allocating->add_option("input", wanted.input, "The input, or a bundle (dais-sponsorship-audit/1) that holds one")
      ->required();
  allocating->add_flag("--explain", wanted.explain,
                       "Add the smallest changes that would have given each one refused a seat");
  allocating->add_option("--check", wanted.check,
                         "Check this ccm-alloc-result/1 file, or the result in this bundle, against the input instead");

  try {
    program.parse(argc, argv);
  } catch (CLI::ParseError const& wrong) {
    return program.exit(wrong) == 0 ? 0 : 2;
  }
  with.chosen.data = data;
  if (*serving) return serve(with);
  if (*verifying) return report(journal::inspect(data), "verified");
  if (*backing_up) return report(journal::backup(data, file), "backed up");
  if (*restoring) return report(journal::restore(file, data), "restored");
  if (*allocating) return allocate_file(wanted);
  return forget(data, person);
}

}  // namespace dais::app
