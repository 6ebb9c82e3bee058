#include "tests/support/fake_mail_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace dais::support {

/// One connection: lines in, lines out, plain or encrypted.
class fake_mail_server::session {
public:
  session(fake_mail_server& of, int socket) : x_of(of), x_socket(socket) {}

  void run() {
    if (!x_of.x_how.answers) {
      read_line();
      return;
    }
    say(x_of.x_how.greeting);
    while (auto const line = read_line()) {
      note(*line);
      if (line->starts_with("EHLO"))
        introduce();
      else if (line->starts_with("STARTTLS") && !encrypt())
        return;
      else if (line->starts_with("AUTH"))
        sign_in();
      else if (line->starts_with("MAIL"))
        say(x_of.x_how.sender);
      else if (line->starts_with("RCPT"))
        say(x_of.x_how.recipient);
      else if (line->starts_with("DATA") && !take_message())
        return;
      else if (line->starts_with("QUIT"))
        return say("221 bye");
    }
  }

private:
  struct ssl_free {
    void operator()(SSL* what) const { SSL_free(what); }
    void operator()(SSL_CTX* what) const { SSL_CTX_free(what); }
  };

  void introduce() {
    say("250-mail.example.org");
    if (x_of.x_how.certificate && !x_tls) say("250-STARTTLS");
    say("250 AUTH PLAIN");
  }

  void sign_in() {
    say("334 ");
    if (read_line()) say(x_of.x_how.signed_in);
  }

  bool encrypt() {
    say("220 go on");
    x_context.reset(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_use_certificate_chain_file(x_context.get(), x_of.x_how.certificate->chain.c_str());
    SSL_CTX_use_PrivateKey_file(x_context.get(), x_of.x_how.certificate->key.c_str(), SSL_FILETYPE_PEM);
    x_tls.reset(SSL_new(x_context.get()));
    SSL_set_fd(x_tls.get(), x_socket);
    return SSL_accept(x_tls.get()) == 1;
  }

  bool take_message() {
    if (x_of.x_how.hangs_up) return false;
    say(x_of.x_how.data);
    if (!x_of.x_how.data.starts_with("354")) return true;
    std::string whole;
    for (auto line = read_line(); line != "."; line = read_line()) {
      if (!line) return false;
      whole += (line->starts_with('.') ? line->substr(1) : *line) + "\r\n";
    }
    {
      std::scoped_lock const held(x_of.x_guard);
      x_of.x_message = whole;
    }
    say(x_of.x_how.end);
    return true;
  }

  void note(std::string const& line) {
    std::scoped_lock const held(x_of.x_guard);
    x_of.x_commands.push_back((x_tls ? "tls " : "") + line);
  }

  void say(std::string const& reply) {
    auto const bytes = reply + "\r\n";
    if (x_tls)
      SSL_write(x_tls.get(), bytes.data(), static_cast<int>(bytes.size()));
    else
      static_cast<void>(::send(x_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
  }

  /// Without its CRLF; nothing at the connection's end.
  std::optional<std::string> read_line() {
    for (std::size_t end; (end = x_read.find("\r\n")) == x_read.npos;) {
      std::array<char, 4096> some;
      auto const got = x_tls ? SSL_read(x_tls.get(), some.data(), static_cast<int>(some.size()))
                             : static_cast<int>(::recv(x_socket, some.data(), some.size(), 0));
      if (got <= 0) return std::nullopt;
      x_read.append(some.data(), static_cast<std::size_t>(got));
    }
    auto const end = x_read.find("\r\n");
    auto line = x_read.substr(0, end);
    x_read.erase(0, end + 2);
    return line;
  }

  fake_mail_server& x_of;
  int x_socket;
  std::string x_read;
  std::unique_ptr<SSL_CTX, ssl_free> x_context;
  std::unique_ptr<SSL, ssl_free> x_tls;
};

fake_mail_server::fake_mail_server(manners how) : x_how(std::move(how)) {
  ::signal(SIGPIPE, SIG_IGN);
  x_listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  ::inet_pton(AF_INET, x_how.host == "localhost" ? "127.0.0.1" : x_how.host.c_str(), &where.sin_addr);
  socklen_t size = sizeof where;
  auto* const address = reinterpret_cast<sockaddr*>(&where);
  if (::bind(x_listener, address, size) != 0 || ::listen(x_listener, 8) != 0 ||
      ::getsockname(x_listener, address, &size) != 0)
    throw std::runtime_error("cannot listen on " + x_how.host);
  x_port = ntohs(where.sin_port);
  x_thread = std::jthread([this] { serve(); });
}

fake_mail_server::~fake_mail_server() {
  x_is_stopping = true;
  ::shutdown(x_listener, SHUT_RDWR);
  if (auto const socket = x_socket.load(); socket >= 0) ::shutdown(socket, SHUT_RDWR);
  x_thread.join();
  ::close(x_listener);
}

std::vector<std::string> fake_mail_server::commands() const {
  std::scoped_lock const held(x_guard);
  return x_commands;
}

std::string fake_mail_server::message() const {
  std::scoped_lock const held(x_guard);
  return x_message;
}

void fake_mail_server::serve() {
  while (!x_is_stopping) {
    auto const socket = ::accept(x_listener, nullptr, nullptr);
    if (socket < 0) return;
    x_socket = socket;
    if (!x_is_stopping) session(*this, socket).run();
    x_socket = -1;
    ::close(socket);
  }
}

}  // namespace dais::support
