// The one unit that compiles the bodies of Boost.Asio and Boost.Beast; every other unit only declares them.
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
