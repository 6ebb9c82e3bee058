#pragma once
// ICU's formatters are costly to make and not safe to share between threads: each thread keeps some.

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace dais::catalogue {

/// Formatters by a key that may come from outside (a language, a zone): at most `max` are kept, then it starts anew.
template <class T>
class formatter_cache {
public:
  static constexpr std::size_t max = 64;

  /// The formatter under `key`, made by `make()` (a unique_ptr that is not null) where it is not there yet.
  template <class Make>
  T& get(std::string key, Make make) {
    if (auto const found = x_kept.find(key); found != x_kept.end()) return *found->second;
    if (x_kept.size() >= max) x_kept.clear();
    return *x_kept.emplace(std::move(key), make()).first->second;
  }

  std::size_t size() const { return x_kept.size(); }

private:
  std::map<std::string, std::unique_ptr<T>> x_kept;
};

}  // namespace dais::catalogue
