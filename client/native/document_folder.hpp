#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "client/native/download.hpp"
#include "client/native/failure.hpp"
#include "client/native/wanted_files.hpp"

namespace dais::native {

/// What became of one file.
struct folder_change {
  enum class kind {
    fetched,    ///< new, or in a new revision
    removed,    ///< its document was withdrawn
    kept,       ///< its document was withdrawn, but somebody has changed the file since we wrote it
    forgotten,  ///< its document was withdrawn, and the file is gone already
    failed
  };
  kind what = kind::fetched;
  std::string name;
  download_fault fault;  ///< of `failed`
};

/// A folder that mirrors a meeting's documents.
///
/// What it wrote stands in `.dais/files.json`; it never writes over, and never removes, anything else: a file that
/// somebody has changed stays, and the document is put beside it under another name. One program at a time.
class document_folder {
public:
  /// Fetches to the download's destination; `fetch` outside tests.
  using fetcher = std::function<std::expected<void, download_fault>(wanted_file const&, download const&)>;

  /// Makes the folder where it is missing. `source` says what it mirrors (server and meeting): a folder of another
  /// source is refused (`broken`), and so is one that another program is at work on (`stopped`).
  static std::expected<document_folder, failure> open(std::filesystem::path folder, std::string source);
  document_folder(document_folder&&) noexcept;
  document_folder& operator=(document_folder&&) noexcept;
  ~document_folder();

  /// Files that are not as they should be yet.
  std::vector<wanted_file> missing(wanted_files const& wanted);
  /// Makes the folder what it should be, one file after the other, and says what it did. A failed file does not stop
  /// the others; a disk that cannot be written does.
  std::vector<folder_change> bring_up_to_date(wanted_files const& wanted, fetcher const& fetch);

private:
  struct entry {
    std::string document;
    std::string language;
    std::string sha256;
  };

  document_folder(std::filesystem::path folder, std::string source, int lock);
  std::expected<void, failure> load();
  std::expected<void, failure> save() const;
  bool is_current(wanted_file const& wanted);
  bool is_ours(std::string const& name) const;
  std::string free_name(wanted_file const& wanted) const;
  folder_change fetch_one(wanted_file const& wanted, fetcher const& fetch);
  void remove_withdrawn(wanted_files const& wanted, std::vector<folder_change>& done);
  std::filesystem::path hidden(std::string_view name) const { return x_folder / ".dais" / name; }

  std::filesystem::path x_folder;
  std::string x_source;
  int x_lock = -1;
  std::map<std::string, entry> x_files;  ///< by name
  std::map<std::string, std::filesystem::file_time_type> x_verified;
};

}  // namespace dais::native
