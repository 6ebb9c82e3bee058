#pragma once

#include "server/hub/subscriber.hpp"
#include "server/vault/blob.hpp"

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace dais::gateway {

/// Who asks, opaque to the gateway; null for the public, which has not signed in.
using principal = std::shared_ptr<void const>;

/// Called once with the outcome, on the shard that asked: at once or later. To destroy it uncalled is also an answer
/// (the request is then answered with 503 at its deadline).
template <typename T>
using done = std::move_only_function<void(T)>;

/// An HTTP request that is not granted. Sent as `{"error":{"code","message","field"?}}`.
struct refusal {
  int status = 500;                                                ///< HTTP status, 400–599
  std::string code;                                                ///< stable, for programs
  std::string message;                                             ///< words a person can use
  std::string field = {};                                          ///< path of the field at fault, where there is one
  std::optional<std::chrono::seconds> retry_after = std::nullopt;  ///< sent as Retry-After
};

template <typename T>
using answer = std::expected<T, refusal>;

/// What came with a request to say who asks.
struct credential {
  enum class source : std::uint8_t { bearer, cookie };
  source from = source::bearer;
  std::string token;  ///< as sent; hostile until the service has checked it
};

/// Who makes a call, and over which live connection; that is null for `POST /rpc`, where nothing can be subscribed.
struct caller {
  principal who;
  std::shared_ptr<hub::subscriber> connection;
};

/// A session that has begun.
struct signed_in {
  std::string token;             ///< becomes the cookie `dais_session`; base64url characters only
  std::chrono::seconds max_age;  ///< the cookie's lifetime
  std::string json;              ///< the body of the answer to a program, with the token
  std::string page_json = {};    ///< the body for a page, which has the token as a cookie that scripts cannot read
};

/// A document's bytes, decided already to be for this reader.
struct document_file {
  std::shared_ptr<vault::blob const> bytes;  ///< read in pieces on the pool
  std::string sha256;                        ///< 64 hexadecimal digits; becomes the entity tag
  std::string media_type;
  std::string file_name;   ///< UTF-8, as the reader should save it
  bool is_public = false;  ///< whether shared caches may keep it
};

/// A whole answer made in memory: an export, a metrics page.
struct content {
  int status = 200;
  std::string media_type;
  std::string bytes;
  std::string file_name = {};  ///< UTF-8; makes the answer a download
};

struct upload_request {
  std::string path;                     ///< what follows `/uploads/`, decoded; no segment is empty, `.` or `..`
  std::string file_name;                ///< from `?name=`; without separators and control characters; may be empty
  std::optional<std::uint64_t> length;  ///< Content-Length, where the request has it
};

/// What the gateway found out while the bytes passed.
struct upload_facts {
  std::uint64_t size = 0;
  std::string media_type;  ///< from the content, never from what the client claims
};

/// One upload under way. Destroying it before `finish` was called abandons the upload without a trace.
class upload {
public:
  virtual ~upload() = default;
  /// The most bytes that it may have.
  virtual std::uint64_t limit() const = 0;
  /// Takes the next bytes. Called again only after `then` was.
  virtual void write(std::string bytes, done<answer<void>> then) = 0;
  /// All bytes are there and their kind is one of the accepted: keep them. Yields the answer's JSON.
  virtual void finish(upload_facts facts, done<answer<std::string>> then) = 0;
};

/// What the gateway asks of the rest of the server. One object a shard; every call comes on that shard.
class service {
public:
  virtual ~service() = default;

  /// Who holds this credential; nothing when it is not valid. Without any credential the gateway does not ask.
  virtual void authenticate(credential with, done<std::optional<principal>> then) = 0;

  /// One JSON-RPC request or notification; UTF-8, size checked, not parsed. Yields the response, or
  /// nothing for a notification. Calls of one connection come in the order of their frames and are answered in any
  /// order. Subscribing over `by.connection` keeps it as subscriber until `closed`.
  virtual void call(caller by, std::string request, done<std::optional<std::string>> then) = 0;

  /// A slow reader can take messages again: send `topic`'s snapshot, and the patches after it, before
  /// returning, if it is still subscribed.
  virtual void refresh(hub::subscriber& reader, hub::topic_id topic) = 0;

  /// The connection has ended: forget every subscription. Called once for each connection that made any call.
  virtual void closed(hub::subscriber& connection) = 0;

  /// `POST /sign-in` with its JSON body.
  virtual void sign_in(std::string json, done<answer<signed_in>> then) = 0;
  /// `POST /link/<token>`: spends a one-time link.
  virtual void use_link(std::string token, done<answer<signed_in>> then) = 0;
  /// `POST /sign-out`: ends the session; yields the answer's JSON. Also succeeds when there was none.
  virtual void sign_out(credential with, done<answer<std::string>> then) = 0;

  /// `GET /documents/<path>`; `path` is decoded, without empty, `.` and `..` segments.
  virtual void document(principal who, std::string path, done<answer<document_file>> then) = 0;

  /// `GET /files/<path>`, likewise: files that only some may have.
  virtual void file(principal who, std::string path, done<answer<document_file>> then) = 0;

  /// `GET /exports/<path>?<query>`; `query` as sent, still encoded.
  virtual void export_file(principal who, std::string path, std::string query, done<answer<content>> then) = 0;

  /// `POST` or `PUT /uploads[/<path>]`: may this person upload now?
  virtual void begin_upload(principal who, upload_request what, done<answer<std::unique_ptr<upload>>> then) = 0;

  /// `GET` of `/readyz`, `/metrics`, `/openrpc.json` or `/schema/<name>.json`; `path` with its leading slash. No
  /// rights.
  virtual void text(std::string path, done<answer<content>> then) = 0;
};

}  // namespace dais::gateway
