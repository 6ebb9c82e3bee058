#include "server/mail/send.hpp"

#include <cstdlib>
#include <memory>
#include <mutex>
#include <new>
#include <string>

#include "server/mail/headers.hpp"
#include "server/mail/server_url.hpp"

#include <curl/curl.h>

namespace dais::mail {
namespace {

using kind = mail_error::kind;

template <auto Free>
struct freed_by {
  void operator()(auto* what) const { Free(what); }
};
using transfer = std::unique_ptr<CURL, freed_by<curl_easy_cleanup>>;
using multipart = std::unique_ptr<curl_mime, freed_by<curl_mime_free>>;

/// libcurl's own list of lines.
class lines {
public:
  void add(std::string const& line) {
    auto* const longer = curl_slist_append(x_first.get(), line.c_str());
    if (!longer) throw std::bad_alloc();
    x_first.release();
    x_first.reset(longer);
  }
  curl_slist* get() const { return x_first.get(); }
  curl_slist* release() { return x_first.release(); }

private:
  std::unique_ptr<curl_slist, freed_by<curl_slist_free_all>> x_first;
};

/// A refusal of libcurl to take an option, or to build a part, is a defect or a lack of memory.
void must(CURLcode code) {
  if (code != CURLE_OK) throw std::runtime_error(curl_easy_strerror(code));
}

template <class Value>
void set(transfer const& over, CURLoption option, Value value) {
  must(curl_easy_setopt(over.get(), option, value));
}

/// A text's lines end in CRLF, whatever they ended in.
std::string with_network_lines(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    out += text[i] == '\n' || text[i] == '\r' ? "\r\n" : std::string(1, text[i]);
  }
  return out;
}

lines head_of(mail_settings const& settings, message const& what) {
  lines out;
  out.add("Date: " + header_date(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())));
  out.add("From: " + mailbox("", settings.from));
  out.add("To: " + mailbox(what.to_name, what.to));
  out.add("Subject: " + header_text(what.subject));
  out.add("Message-ID: <" + what.message_id + '>');
  out.add("Content-Language: " + what.language);
  out.add("Auto-Submitted: auto-generated");
  return out;
}

curl_mimepart* add_part(multipart const& all, std::string const& bytes, char const* type, std::string const& header) {
  auto* const part = curl_mime_addpart(all.get());
  if (!part) throw std::bad_alloc();
  must(curl_mime_data(part, bytes.data(), bytes.size()));
  must(curl_mime_type(part, type));
  must(curl_mime_encoder(part, "base64"));
  lines headers;
  headers.add(header);
  must(curl_mime_headers(part, headers.get(), 1));
  headers.release();
  return part;
}

multipart body_of(transfer const& over, message const& what) {
  multipart out(curl_mime_init(over.get()));
  if (!out) throw std::bad_alloc();
  add_part(out, with_network_lines(what.body), "text/plain; charset=utf-8", "Content-Disposition: inline");
  add_part(out, what.attachment, "application/pdf", "Content-Disposition: " + attachment_disposition(what.file_name));
  return out;
}

int heed(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<std::stop_token const*>(stop)->stop_requested() ? 1 : 0;
}

void set_connection(transfer const& over, server_url const& server, mail_settings const& settings,
                    patience const& limits) {
  auto const greeting = settings.from.substr(settings.from.find('@') + 1);
  set(over, CURLOPT_URL, server.text(greeting).c_str());
  set(over, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(over, CURLOPT_PROXY, "");
  set(over, CURLOPT_NOSIGNAL, 1L);
  set(over, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  set(over, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
  set(over, CURLOPT_USE_SSL, static_cast<long>(server.is_here() ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  set(over, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(over, CURLOPT_SSL_VERIFYPEER, 1L);
  set(over, CURLOPT_SSL_VERIFYHOST, 2L);
  if (auto const* trusted = std::getenv("SSL_CERT_FILE"); trusted && *trusted) set(over, CURLOPT_CAINFO, trusted);
  if (!settings.user.empty()) {
    set(over, CURLOPT_USERNAME, settings.user.c_str());
    set(over, CURLOPT_PASSWORD, settings.password.c_str());
  }
  set(over, CURLOPT_NOPROGRESS, 0L);
  set(over, CURLOPT_XFERINFOFUNCTION, heed);
  set(over, CURLOPT_XFERINFODATA, &limits.stop);
}

kind kind_of(CURLcode code, long reply) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
      return kind::unreachable;
    case CURLE_OPERATION_TIMEDOUT:
      return kind::timed_out;
    case CURLE_USE_SSL_FAILED:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      return kind::not_trusted;
    case CURLE_ABORTED_BY_CALLBACK:
      return kind::stopped;
    case CURLE_LOGIN_DENIED:
      return reply / 100 == 4 ? kind::temporarily : kind::not_signed_in;
    default:
      break;
  }
  if (reply / 100 == 5) return kind::refused;
  if (reply / 100 == 4) return kind::temporarily;
  return code == CURLE_SEND_ERROR ? kind::unreachable : kind::broken;
}

/// libcurl's own sentence for the code, which names nobody; never the server's, which may.
mail_error error_of(transfer const& over, CURLcode code) {
  long reply = 0;
  curl_easy_getinfo(over.get(), CURLINFO_RESPONSE_CODE, &reply);
  mail_error out{kind_of(code, reply), 0, curl_easy_strerror(code)};
  if (reply >= 400) out.reply = static_cast<int>(reply);
  return out;
}

void prepare_library() {
  static std::once_flag once;
  std::call_once(once, [] { must(curl_global_init(CURL_GLOBAL_DEFAULT)); });
}

}  // namespace

std::expected<void, mail_error> send(mail_settings const& settings, message const& what, patience const& limits) {
  if (auto const good = check(settings); !good) return good;
  if (auto const good = check(what); !good) return good;
  prepare_library();
  transfer const over(curl_easy_init());
  if (!over) throw std::bad_alloc();
  set_connection(over, *read_server_url(settings.url), settings, limits);
  auto const head = head_of(settings, what);
  auto const body = body_of(over, what);
  lines recipients;
  recipients.add('<' + what.to + '>');
  set(over, CURLOPT_MAIL_FROM, ('<' + settings.from + '>').c_str());
  set(over, CURLOPT_MAIL_RCPT, recipients.get());
  set(over, CURLOPT_HTTPHEADER, head.get());
  set(over, CURLOPT_MIMEPOST, body.get());
  auto const code = curl_easy_perform(over.get());
  if (code != CURLE_OK) return std::unexpected(error_of(over, code));
  return {};
}

}  // namespace dais::mail
