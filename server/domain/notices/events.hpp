#pragma once
// What can happen to notices.

#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/mp11/list.hpp>

#include "protocol/methods/notices.hpp"

namespace dais::domain {

struct notice_posted {
  static constexpr std::string_view type = "notices.posted";
  static constexpr int version = 1;
  protocol::notice_id notice;
  protocol::localized_text text;
  protocol::notices::recipients to;
};
BOOST_DESCRIBE_STRUCT(notice_posted, (), (notice, text, to))

/// `to` says whose screens it leaves.
struct notice_withdrawn {
  static constexpr std::string_view type = "notices.withdrawn";
  static constexpr int version = 1;
  protocol::notice_id notice;
  protocol::notices::recipients to;
};
BOOST_DESCRIBE_STRUCT(notice_withdrawn, (), (notice, to))

using notices_events = boost::mp11::mp_list<notice_posted, notice_withdrawn>;

}  // namespace dais::domain
