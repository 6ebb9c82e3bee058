// The completion scripts in the shells that they are for.

#include <gmock/gmock.h>
#include <unistd.h>

#include <sstream>
#include <utility>

#include "tests/integration/person.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::integration {
namespace {

using offers = std::vector<std::string>;

/// Beginnings of a command line, of which the last word is to be completed, and what every shell offers for them.
std::vector<std::pair<std::string, offers>> const expected{
    {"dais agenda ", {"close", "open", "show", "suspend", "watch"}},
    {"dais agenda s", {"show", "suspend"}},
    {"dais --meeting 11msp --json agenda w", {"watch"}},
    {"dais reg", {"registration"}},
    {"dais sponsorship ", {"approve", "explain", "list", "report", "scenario"}},
    {"dais sponsorship scenario r", {"run"}},
    {"dais sponsorship approve --ha", {"--hash"}},
    {"dais docs pull --fo", {"--follow"}},
    {"dais docs --meeting agenda pull --com", {"--command-id"}},
    {"dais registration import mem", {"members.csv"}},
    {"dais agenda --form", {}},
};

struct completion : testing::Test {
  static std::string shell(std::string const& name) {
    for (std::string const place : {"/bin/", "/usr/bin/", "/usr/local/bin/"})
      if (::access((place + name).c_str(), X_OK) == 0) return place + name;
    return "";
  }
  void SetUp() override {
    auto const bin = std::filesystem::path(DAIS_PROGRAM).parent_path().string();
    who.variables["PATH"] = bin + ':' + who.variables["PATH"];
    support::write_file(who.home() / "members.csv", "");
  }
  /// Runs a script with all the beginnings as its arguments.
  std::string run(std::vector<std::string> words) {
    for (auto const& [typed, ignored] : expected) words.push_back(typed);
    auto const got = program(std::move(words), who.variables).end();
    EXPECT_EQ(got.err, "");
    return got.out;
  }
  /// Lines: "=" begins what is offered for the next beginning.
  static void expect_offers(std::string const& written) {
    std::vector<offers> all;
    std::istringstream text(written);
    for (std::string line; std::getline(text, line);) {
      if (line == "=")
        all.emplace_back();
      else if (!line.empty() && !all.empty())
        all.back().push_back(line);
    }
    ASSERT_EQ(all.size(), expected.size()) << written;
    for (std::size_t i = 0; i < all.size(); ++i)
      EXPECT_THAT(all[i], testing::UnorderedElementsAreArray(expected[i].second)) << expected[i].first;
  }

  support::temporary_folder folder;
  person who{folder / "home"};
};

TEST_F(completion, bash_offers_what_may_follow) {
  if (shell("bash").empty()) GTEST_SKIP() << "bash is not installed";
  expect_offers(run({shell("bash"), "-c", R"(cd "$HOME"; source <(dais completion bash)
complete -p dais | grep -q -- '-F _dais dais' || exit 1
for typed; do
  echo '='
  read -ra COMP_WORDS <<<"$typed"
  [[ $typed == *' ' ]] && COMP_WORDS+=('')
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _dais
  printf '%s\n' "${COMPREPLY[@]}"
done)",
                     "bash"}));
}

TEST_F(completion, fish_offers_what_may_follow) {
  if (shell("fish").empty()) GTEST_SKIP() << "fish is not installed";
  expect_offers(run({shell("fish"), "--no-config", "-c", R"(cd $HOME; dais completion fish | source
for typed in $argv
  echo '='
  complete -C "$typed" | string replace -r '\t.*' ''
end)"}));
}

/// zsh completes at a terminal only: one is made inside, and what the function offers is written to a file.
struct completion_in_zsh : completion {
  void expect_offers_after(std::string const& loading) {
    if (shell("zsh").empty()) GTEST_SKIP() << "zsh is not installed";
    support::write_file(folder / "inside",
                        "fpath=($HOME/functions $fpath); autoload -Uz compinit; compinit -u -D\n" + loading + R"(
PS1='>'; cd $HOME; dais() { }
look() {
  compadd() {
    shift  # "--"
    for word; do [[ $word == ${words[CURRENT]}* ]] && print -r -- $word >> $HOME/offers; done
  }
  _files() { print -rl -- ${words[CURRENT]}*(N) >> $HOME/offers }
  print -r -- '=' >> $HOME/offers
  ${_comps[dais]}
}
zle -C look complete-word look; bindkey '^I' look
)");
    run({shell("zsh"), "-f", "-c", R"(zmodload zsh/zpty; zpty z "exec $0 -f -i"; zpty -w z "source $1"; shift
for typed; do zpty -w z "$typed"$'\t'; done
zpty -w z exit; while zpty -r z line; do :; done)",
         shell("zsh"), (folder / "inside").string()});
    expect_offers(support::read_file(who.home() / "offers"));
  }
};

TEST_F(completion_in_zsh, zsh_offers_what_may_follow) { expect_offers_after("source <(dais completion zsh)"); }

TEST_F(completion_in_zsh, a_file_in_zshs_folder_of_functions_completes_from_the_first_time) {
  std::filesystem::create_directories(who.home() / "functions");
  support::write_file(who.home() / "functions" / "_dais", who.run({"completion", "zsh"}).out);
  expect_offers_after("");
}

}  // namespace
}  // namespace dais::integration
