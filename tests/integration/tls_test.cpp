// The command line over https: what a certificate must be, and what is said where it is not.

#include <gmock/gmock.h>

#include <csignal>

#include "tests/integration/cli_stage.hpp"
#include "tests/integration/proxy.hpp"
#include "tests/support/files.hpp"

namespace dais::integration {
namespace {

using testing::HasSubstr;
using testing::Not;

struct https : cli_stage {
  /// The certificate of these tests, for the names of this machine.
  certificate good() { return make_certificate(folder / "good", "DNS:localhost,IP:127.0.0.1", 30); }
  /// Somebody who trusts this certificate and what it has issued, and nothing else.
  person trusting(certificate const& what) {
    auto out = stranger();
    out.variables["SSL_CERT_FILE"] = what.chain.string();
    out.variables["SSL_CERT_DIR"] = (folder / "nothing").string();
    return out;
  }
  /// Each way in (one exchange, one question over a live connection, a long look) is refused, with these words.
  static void expect_refusal(person const& who, native::address const& server, std::string const& words) {
    for (auto ask : {std::vector<std::string>{"login", server.text(), "--link", "not-sent-to-anybody"},
                     {"export", "agenda", "--meeting", on->meeting, "--server", server.text()},
                     {"agenda", "show", "--server", server.text()},
                     {"agenda", "watch", "--meeting", on->meeting, "--server", server.text()}}) {
      auto const got = who.run(ask);
      EXPECT_EQ(got.code, 4) << ask[0] << " " << ask[1];
      EXPECT_EQ(got.out, "") << ask[0] << " " << ask[1];
      EXPECT_THAT(got.err, HasSubstr(words)) << ask[0] << " " << ask[1];
    }
  }
};

TEST_F(https, a_trusted_server_can_be_used_for_everything) {
  auto const trusted = good();
  proxy secure(on->where(), trusted);
  auto const ana = trusting(trusted);
  for (auto const* host : {"127.0.0.1", "localhost"}) {
    auto const where = secure.where(host).text();
    EXPECT_THAT(where, testing::StartsWith("https://"));
    auto const in = ana.run({"login", where, "--link", link_for("secretariat")});
    ASSERT_EQ(in.code, 0) << in.err;
    EXPECT_THAT(ana.run({"agenda", "show"}).out, HasSubstr("Water levels"));
    EXPECT_EQ(ana.run({"docs", "pull", (folder / host).string(), "--lang", "fr"}).code, 0);
    EXPECT_THAT(support::read_file(folder / host / "ERC-COP3-INF-4_fr.pdf"), HasSubstr("%PDF-"));
    EXPECT_THAT(ana.run({"export", "agenda"}).out, HasSubstr("Water levels"));
    EXPECT_EQ(ana.run({"notices", "post", "Over TLS."}).code, 0);
  }
  auto watch = ana.start({"agenda", "watch"});
  watch.wait_for("Closure");
  on->command(desk(), "agenda.open", {{"item", state("agenda")["order"][0]}});
  watch.wait_for("Opening: open");
  secure.drop();
  watch.wait_for_note("Connected again");
  watch.signal(SIGTERM);
  watch.end();
  EXPECT_EQ(ana.run({"logout"}).code, 0);
}

TEST_F(https, a_certificate_that_nobody_here_trusts_is_refused_and_nothing_is_sent) {
  proxy secure(on->where(), make_certificate(folder / "strange", "DNS:localhost,IP:127.0.0.1", 30));
  expect_refusal(trusting(good()), secure.where(), "not trusted: self-signed certificate");
  EXPECT_THAT(secure.requests(), testing::IsEmpty());
}

TEST_F(https, an_expired_certificate_is_refused) {
  auto const old = make_certificate(folder / "old", "DNS:localhost,IP:127.0.0.1", -1);
  proxy secure(on->where(), old);
  expect_refusal(trusting(old), secure.where(), "not trusted: certificate has expired");
}

TEST_F(https, a_certificate_for_another_host_is_refused_by_name_and_by_address) {
  auto const other = make_certificate(folder / "other", "DNS:dais.example.org,IP:192.0.2.1", 30);
  proxy secure(on->where(), other);
  expect_refusal(trusting(other), secure.where("localhost"), "not trusted: hostname mismatch");
  expect_refusal(trusting(other), secure.where("127.0.0.1"), "not trusted: IP address mismatch");
}

TEST_F(https, a_server_without_tls_is_unreachable_over_https_but_no_question_of_trust) {
  auto where = on->where();
  where.is_secure = true;
  auto const got = trusting(good()).run({"agenda", "show", "--server", where.text(), "--wait", "5"});
  EXPECT_EQ(got.code, 4);
  EXPECT_THAT(got.err, HasSubstr("cannot be reached"));
  EXPECT_THAT(got.err, Not(HasSubstr("trusted")));
}

}  // namespace
}  // namespace dais::integration
