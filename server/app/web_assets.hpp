#pragma once
// The web app as the program carries it.

#include <deque>
#include <span>
#include <string>
#include <vector>

#include <embedded/file.hpp>

#include "server/gateway/assets.hpp"

namespace dais::app {

/// The assets of a bundle: `x.js.br` and `x.js.gz` become encodings of `x.js`. Each has its SHA-256 as entity tag.
struct web_bundle {
  explicit web_bundle(std::span<embedded::file const> files);

  std::vector<gateway::asset> assets;

private:
  std::deque<std::string> x_texts;  ///< what the views of `assets` point at, besides the files
};

/// Those that were carried in at build time; none in a program that was built before the web app. Made at the first
/// call, valid as long as the program runs.
std::span<gateway::asset const> web_assets();

}  // namespace dais::app
