#include "server/vault/files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/child_process.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::vault {
namespace {

namespace fs = std::filesystem;

std::span<std::byte const> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

struct files : testing::Test {
  std::unique_ptr<store> open() { return open_files(vault).value(); }

  static result<stored> keep(store& in, std::string_view text) {
    auto const writer = in.begin(1 << 30);
    if (!writer) return std::unexpected(writer.error());
    if (auto written = (*writer)->append(bytes_of(text)); !written) return std::unexpected(written.error());
    return (*writer)->finish();
  }

  /// How many names the vault's folder holds itself.
  auto names() { return std::distance(fs::directory_iterator(vault), {}); }

  support::temporary_folder folder;
  fs::path vault = folder / "vault";
  fs::path place_of_abc = vault / "ba" / "7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
};

TEST_F(files, lie_under_the_digits_of_their_hash_and_are_read_only) {
  ASSERT_TRUE(keep(*open(), "abc"));
  EXPECT_EQ(support::read_file(place_of_abc), "abc");
  EXPECT_EQ(fs::status(place_of_abc).permissions(), fs::perms::owner_read);
  EXPECT_EQ(open()->list()->size(), 1U);
}

TEST_F(files, the_name_of_the_folder_may_end_with_a_slash) {
  vault += "/";
  ASSERT_TRUE(keep(*open(), "abc"));
  EXPECT_TRUE(fs::exists(place_of_abc));
}

TEST_F(files, one_that_is_kept_is_never_written_again) {
  ASSERT_TRUE(keep(*open(), "abc"));
  auto const before = fs::last_write_time(place_of_abc);
  std::error_code code;
  fs::create_hard_link(place_of_abc, folder / "same", code);
  ASSERT_TRUE(keep(*open(), "abc"));
  EXPECT_EQ(fs::last_write_time(place_of_abc), before);
  EXPECT_TRUE(fs::equivalent(place_of_abc, folder / "same"));
}

TEST_F(files, a_dropped_writer_removes_its_file) {
  auto const store = open();
  {
    auto const writer = store->begin(10).value();
    ASSERT_TRUE(writer->append(bytes_of("abc")));
    EXPECT_EQ(names(), 1);
  }
  EXPECT_EQ(names(), 0);
}

TEST_F(files, a_kill_leaves_the_whole_file_or_none_and_no_leftovers_after_the_next_start) {
  for (int round = 0; round < 10; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    support::child_process child([&] {
      auto const store = open();
      for (std::uint32_t i = 0;; ++i) {
        auto const writer = store->begin(1 << 20).value();
        if (!writer->append(bytes_of(std::string(100'000, static_cast<char>(i))))) return 1;
        if (!writer->append(bytes_of(std::to_string(round * 100'000) + std::to_string(i)))) return 2;
        auto const kept = writer->finish();
        if (!kept || ::write(ends[1], &kept->hash, sizeof kept->hash) != sizeof kept->hash) return 3;
      }
    });
    ::close(ends[1]);
    hash256 kept;
    for (int i = 0; i <= round; ++i) ASSERT_EQ(::read(ends[0], &kept, sizeof kept), static_cast<ssize_t>(sizeof kept));
    child.kill();
    EXPECT_EQ(child.wait(), -1);

    auto const store = open();
    EXPECT_TRUE(store->contains(kept).value());
    do {
      EXPECT_TRUE(store->contains(kept).value()) << "acknowledged";
    } while (::read(ends[0], &kept, sizeof kept) > 0);
    ::close(ends[0]);
    for (auto const& each : store->list().value()) EXPECT_GT(each.size, 100'000) << "a file that is half there";
    for (auto const& each : fs::directory_iterator(vault)) EXPECT_TRUE(each.is_directory()) << each.path();
  }
}

TEST_F(files, a_full_disk_is_an_error_and_leaves_nothing) {
  auto const on_it = [&] {
    auto const store = open();
    std::string const large(600'000, 'x');
    if (keep(*store, "abc")->size != 3) return 1;
    auto const kept = keep(*store, large);
    if (kept || kept.error().what != fault::disk_full) return 2;
    if (store->list()->size() != 1 || names() != 1) return 3;
    if (!keep(*store, large.substr(0, 100'000))) return 4;
    return 0;
  };
  auto const outcome = support::on_a_small_disk(folder.path(), 400'000, on_it);
  if (outcome == support::cannot_mount) GTEST_SKIP() << "this user may not mount a file system";
  EXPECT_EQ(outcome, 0);
}

TEST_F(files, a_limit_on_the_size_of_files_counts_as_full) {
  EXPECT_EQ(support::with_small_files(100'000,
                                      [&] {
                                        auto const store = open();
                                        auto const kept = keep(*store, std::string(200'000, 'x'));
                                        if (kept || kept.error().what != fault::disk_full) return 1;
                                        return names() == 0 ? 0 : 2;
                                      }),
            0);
}

TEST_F(files, a_folder_that_cannot_be_made_or_has_gone_is_unavailable) {
  EXPECT_EQ(open_files(folder / "nowhere/vault").error().what, fault::unavailable);
  auto const store = open();
  fs::remove_all(vault);
  EXPECT_EQ(store->begin(10).error().what, fault::unavailable);
  support::write_file(vault, "a file in its place");
  EXPECT_FALSE(open_files(vault));
}

TEST_F(files, others_in_the_folder_are_left_alone_and_not_listed) {
  auto const store = open();
  ASSERT_TRUE(keep(*store, "abc"));
  support::write_file(vault / "README", "by a person");
  support::write_file(vault / "ba" / "notes", "by a person");
  EXPECT_EQ(open()->list()->size(), 1U);
  EXPECT_TRUE(fs::exists(vault / "README"));
}

}  // namespace
}  // namespace dais::vault
