#include "server/views/documents.hpp"

#include <gtest/gtest.h>

#include "protocol/codec.hpp"
#include "server/domain/meeting/apply.hpp"
#include "server/views/meeting.hpp"

namespace dais::views {
namespace {

using namespace domain;
using protocol::audience;

protocol::document_id const paper{"d1"};

struct desk {
  void happens(meeting_event const& event) {
    ++at;
    apply(state, event, {at, protocol::instant(std::chrono::minutes(at))});
  }
  /// A document with one published revision in English.
  void publish(audience readers) {
    happens(document_created{paper, details(readers)});
    happens(file_attached{paper, {"en"}, file("first.pdf")});
    happens(document_published{paper});
  }
  static protocol::document_details details(audience readers) {
    return {{}, {{{{"en"}, {"Report"}}}}, {"paper"}, readers, {}};
  }
  static protocol::document_file file(std::string name) {
    return {std::string(64, 'a'), 10, "application/pdf", {std::move(name)}};
  }
  protocol::topics::documents seen_by(audience readers) const { return published_documents_view(state, readers); }

  meeting_state state;
  protocol::seq at = 0;
};

TEST(documents_view, readers_see_what_is_published_for_them) {
  struct {
    audience of;
    bool by_everybody, by_participants;
  } const expected[] = {
      {audience::everyone, true, true}, {audience::participants, false, true}, {audience::secretariat, false, false}};
  for (auto const& each : expected) {
    desk with;
    with.publish(each.of);
    EXPECT_EQ(with.seen_by(audience::everyone).documents.contains(paper), each.by_everybody);
    EXPECT_EQ(with.seen_by(audience::participants).documents.contains(paper), each.by_participants);
    EXPECT_TRUE(all_documents_view(with.state).documents.contains(paper));
  }
}

TEST(documents_view, readers_do_not_see_a_document_before_it_is_published) {
  desk with;
  with.happens(document_created{paper, desk::details(audience::everyone)});
  with.happens(file_attached{paper, {"en"}, desk::file("first.pdf")});
  EXPECT_TRUE(with.seen_by(audience::participants).documents.empty());
  EXPECT_TRUE(all_documents_view(with.state).documents.at(paper).draft);
}

TEST(documents_view, work_on_a_draft_changes_nothing_for_readers) {
  desk with;
  with.publish(audience::everyone);
  auto const before = protocol::encode(with.seen_by(audience::everyone));
  with.happens(revision_started{paper, {}});
  with.happens(file_attached{paper, {"fr"}, desk::file("second.pdf")});
  EXPECT_EQ(protocol::encode(with.seen_by(audience::everyone)), before);
  EXPECT_EQ(touched(with.state, file_attached{paper, {"fr"}, desk::file("second.pdf")}),
            std::vector<std::string>{"documents@secretariat"});
}

TEST(documents_view, a_revision_is_shown_with_the_one_before) {
  desk with;
  with.publish(audience::everyone);
  with.happens(revision_started{paper, {}});
  with.happens(file_attached{paper, {"en"}, desk::file("second.pdf")});
  with.happens(document_published{paper});
  auto const seen = with.seen_by(audience::everyone).documents.at(paper);
  EXPECT_EQ(seen.current->number, 2);
  EXPECT_EQ(seen.version, 2);
  ASSERT_EQ(seen.earlier.size(), 1U);
  EXPECT_EQ(seen.earlier.front().files.at({"en"}).name.value, "first.pdf");
}

TEST(documents_view, a_wider_audience_opens_no_earlier_revision) {
  desk with;
  with.publish(audience::participants);
  with.happens(revision_started{paper, {}});
  with.happens(file_attached{paper, {"en"}, desk::file("second.pdf")});
  with.happens(document_published{paper});
  auto details = with.state.documents.documents.at(paper).details;
  details.audience = audience::everyone;
  with.happens(document_changed{paper, details});
  EXPECT_EQ(with.seen_by(audience::everyone).documents.at(paper).current->number, 2);
  EXPECT_TRUE(with.seen_by(audience::everyone).documents.at(paper).earlier.empty());
  EXPECT_EQ(with.seen_by(audience::participants).documents.at(paper).earlier.size(), 1U);
}

TEST(documents_view, of_a_withdrawn_document_readers_see_the_reason_and_no_file) {
  desk with;
  with.publish(audience::everyone);
  with.happens(document_withdrawn{paper, {"Wrong figures."}});
  auto const seen = with.seen_by(audience::everyone).documents.at(paper);
  EXPECT_EQ(seen.state, protocol::document_state::withdrawn);
  EXPECT_EQ(seen.reason, "Wrong figures.");
  EXPECT_FALSE(seen.current);
  EXPECT_TRUE(seen.earlier.empty());
  EXPECT_TRUE(all_documents_view(with.state).documents.at(paper).current);
}

}  // namespace
}  // namespace dais::views
