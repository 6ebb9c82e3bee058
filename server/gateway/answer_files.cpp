#include "server/gateway/conditional.hpp"
#include "server/gateway/disposition.hpp"
#include "server/gateway/exchange.hpp"
#include "server/gateway/sniffer.hpp"
#include "server/gateway/text.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <utility>

namespace dais::gateway {

using boost::asio::awaitable;
using piece_read = runtime::blocking_pool::outcome<std::string>;

namespace {

constexpr std::uint64_t piece_bytes = 256 * 1024;
constexpr std::chrono::milliseconds retry_when_pool_is_full{20};

/// Throws when the file cannot give what it has promised: the pool hands that on.
std::string read_piece(vault::blob const& from, std::uint64_t offset, std::uint64_t size) {
  std::string bytes(static_cast<std::size_t>(size), '\0');
  auto const got =
      from.read(static_cast<std::int64_t>(offset), std::as_writable_bytes(std::span(bytes.data(), bytes.size())));
  if (!got || *got != bytes.size()) throw std::runtime_error("a file of the vault ended early");
  return bytes;
}

awaitable<void> pause(exchange const& of) {
  boost::asio::steady_timer timer(of.executor(), retry_when_pool_is_full);
  co_await timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
}

void describe_document(response& made, document_file const& found, exchange const& of) {
  auto const type = std::string_view(found.media_type).substr(0, found.media_type.find(';'));
  auto const is_shown =
      (type == "application/pdf" || type == "text/plain") && query_value(of.target.query, "download") == std::nullopt;
  made.set("ETag", '"' + found.sha256 + '"');
  made.set("Accept-Ranges", "bytes");
  // The address is that of the latest version, and rights may change: ask again, cheaply.
  made.set("Cache-Control", found.is_public ? "public, no-cache" : "private, no-cache");
  made.set("Vary", "Cookie, Authorization");
  made.set("Content-Type", found.media_type);
  made.set("Content-Disposition", content_disposition(!is_shown, found.file_name));
  made.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
}

}  // namespace

awaitable<response> answer_document(exchange& of) {
  auto refusal = co_await authenticate(of);
  if (refusal) co_return std::move(*refusal);
  auto answered =
      co_await ask<answer<document_file>>(of.executor(), of.deadlines().answer, [&](done<answer<document_file>> then) {
        auto& port = of.on->port;
        of.where.to == route::file ? port.file(of.who, of.where.rest, std::move(then))
                                   : port.document(of.who, of.where.rest, std::move(then));
      });
  if (!answered) co_return no_answer();
  if (!*answered) co_return refused(answered->error());
  auto const& found = **answered;
  auto const size = static_cast<std::uint64_t>(found.bytes->size());
  auto const& headers = of.head().headers;
  auto const if_match = headers.joined("If-Match");
  auto const if_none_match = headers.joined("If-None-Match");
  auto const chosen = select({.if_match = if_match,
                              .if_none_match = if_none_match,
                              .range = of.head().method == "GET" ? headers.get("Range") : std::string_view{},
                              .if_range = headers.get("If-Range")},
                             '"' + found.sha256 + '"', size);
  response made;
  using kind = selection::kind;
  switch (chosen.what) {
    case kind::precondition_failed:
      co_return refused(412, "stale", "The document is another one by now.");
    case kind::not_satisfiable:
      made = refused(416, "out_of_range", "The document has no such bytes.");
      made.set("Content-Range", "bytes */" + std::to_string(size));
      co_return made;
    case kind::not_modified:
      made.status = 304;
      describe_document(made, found, of);
      co_return made;
    case kind::part:
      made.status = 206;
      made.file = {.bytes = found.bytes, .first = chosen.range.first, .size = chosen.range.size()};
      made.set("Content-Range", "bytes " + std::to_string(chosen.range.first) + '-' +
                                    std::to_string(chosen.range.last) + '/' + std::to_string(size));
      break;
    case kind::whole:
      made.file = {.bytes = found.bytes, .first = 0, .size = size};
      break;
  }
  describe_document(made, found, of);
  co_return made;
}

awaitable<bool> send_file(exchange& of, file_part part) {
  auto const end = part.first + part.size;
  for (auto at = part.first; at < end;) {
    auto const size = std::min(piece_bytes, end - at);
    auto const give_up = std::chrono::steady_clock::now() + of.deadlines().answer;
    std::optional<piece_read> piece;
    for (bool taken = false; !taken;) {
      if (std::chrono::steady_clock::now() > give_up) co_return false;
      piece = co_await ask<piece_read>(of.executor(), of.deadlines().answer, [&](done<piece_read> then) {
        taken = of.on->parts().pool.submit(
            of.on->shard, [bytes = part.bytes, at, size] { return read_piece(*bytes, at, size); },
            [then = std::make_shared<done<piece_read>>(std::move(then))](piece_read got) { (*then)(std::move(got)); });
      });
      if (!taken) co_await pause(of);
    }
    if (!piece || !*piece) co_return false;
    auto const sent = co_await of.connection.write(**piece);
    if (!sent) co_return false;
    at += size;
  }
  co_return true;
}

awaitable<response> answer_upload(exchange& of) {
  auto const too_large = [](std::uint64_t limit) {
    return refused(413, "too_large", "A file may have at most " + std::to_string(limit) + " bytes.");
  };
  auto const wrong_content = [] {
    return refused(
        415, "wrong_content",
        "This is no PDF, Word, Excel, PowerPoint or OpenDocument text file, no photograph (JPEG, PNG), and no "
        "plain text.");
  };
  auto refusal = co_await authenticate(of);
  if (refusal) co_return std::move(*refusal);
  auto const length = of.head().content_length;
  if (length.value_or(0) > of.chosen().upload_bytes) co_return too_large(of.chosen().upload_bytes);
  auto name = query_value(of.target.query, "name").value_or("");
  if (!name.empty() && !is_acceptable_file_name(name)) {
    co_return refused({.status = 400,
                       .code = "wrong_format",
                       .message = "A file's name may not hold slashes or invisible characters.",
                       .field = "name"});
  }
  auto begun = co_await ask<answer<std::unique_ptr<upload>>>(
      of.executor(), of.deadlines().answer, [&](done<answer<std::unique_ptr<upload>>> then) {
        of.on->port.begin_upload(of.who, {.path = of.where.rest, .file_name = std::move(name), .length = length},
                                 std::move(then));
      });
  if (!begun) co_return no_answer();
  if (!*begun) co_return refused(begun->error());
  auto const into = std::move(**begun);
  auto const limit = std::min<std::uint64_t>(into->limit(), of.chosen().upload_bytes);
  if (length.value_or(0) > limit) co_return too_large(limit);

  sniffer kind;
  upload_facts facts;
  while (!of.is_complete) {
    auto piece = co_await of.next_piece();
    if (!piece) co_return std::move(piece.error());
    if (piece->empty()) continue;
    facts.size += piece->size();
    if (facts.size > limit) co_return too_large(limit);
    kind.feed(*piece);
    if (!kind.is_hopeful()) co_return wrong_content();
    auto const written = co_await ask<answer<void>>(of.executor(), of.deadlines().answer, [&](done<answer<void>> then) {
      into->write(std::move(*piece), std::move(then));
    });
    if (!written) co_return no_answer();
    if (!*written) co_return refused(written->error());
  }
  auto const type = kind.media_type();
  if (!type) co_return wrong_content();
  facts.media_type = *type;
  auto kept = co_await ask<answer<std::string>>(
      of.executor(), of.deadlines().answer,
      [&](done<answer<std::string>> then) { into->finish(std::move(facts), std::move(then)); });
  if (!kept) co_return no_answer();
  if (!*kept) co_return refused(kept->error());
  co_return json_response(201, std::move(**kept));
}

}  // namespace dais::gateway
