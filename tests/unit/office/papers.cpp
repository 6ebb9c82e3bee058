#include <map>

#include "server/catalogue/language.hpp"
#include "server/catalogue/message.hpp"
#include "tests/unit/office/support.hpp"

namespace dais::office::test {
namespace {

using namespace std::chrono;
using words = std::map<std::string, std::string>;

std::string in(std::string const& language, words const& texts) {
  return std::string(catalogue::pick(texts, language).text);
}

words const meeting{{"en", "Eleventh Meeting of States Parties to the Convention on Cluster Munitions"},
                    {"fr", "Onzième Réunion des États parties à la Convention sur les armes à sous-munitions"},
                    {"es", "11ª Reunión de los Estados Partes en la Convención sobre Municiones en Racimo"},
                    {"ru", "Одиннадцатое Совещание государств-участников Конвенции по кассетным боеприпасам"},
                    {"zh", "《集束弹药公约》缔约国第十一次会议"},
                    {"ar", "الاجتماع الحادي عشر للدول الأطراف في اتفاقية الذخائر العنقودية"}};
words const venue{{"en", "Palais des Nations, Geneva"},
                  {"fr", "Palais des Nations, Genève"},
                  {"es", "Palacio de las Naciones, Ginebra"},
                  {"ru", "Дворец Наций, Женева"},
                  {"zh", "日内瓦万国宫"},
                  {"ar", "قصر الأمم، جنيف"}};
words const opening{{"en", "Opening of the Meeting"},
                    {"fr", "Ouverture de la Réunion"},
                    {"es", "Apertura de la Reunión"},
                    {"ru", "Открытие Совещания"},
                    {"zh", "会议开幕"},
                    {"ar", "افتتاح الاجتماع"}};
words const adoption{{"en", "Adoption of the agenda"},
                     {"fr", "Adoption de l’ordre du jour"},
                     {"es", "Aprobación del programa"},
                     {"ru", "Утверждение повестки дня"},
                     {"zh", "通过议程"},
                     {"ar", "إقرار جدول الأعمال"}};
words const review{
    {"en",
     "Review of the status and operation of the Convention and other matters important for achieving the aims of the "
     "Convention"},
    {"fr",
     "Examen de l’état et du fonctionnement de la Convention et autres questions importantes pour la réalisation de "
     "ses objectifs"},
    {"es",
     "Examen del estado y el funcionamiento de la Convención y otras cuestiones importantes para alcanzar sus "
     "objetivos"},
    {"ru",
     "Обзор состояния и действия Конвенции и другие вопросы, имеющие важное значение для достижения целей Конвенции"},
    {"zh", "审查《公约》现况和实施情况以及对于实现《公约》目标至关重要的其他事项"},
    {"ar", "استعراض حالة الاتفاقية وسير العمل بها والمسائل الأخرى المهمة لتحقيق أهداف الاتفاقية"}};
words const support{{"en", "Implementation support"},
                    {"fr", "Appui à l’application"},
                    {"es", "Apoyo a la aplicación"},
                    {"ru", "Имплементационная поддержка"},
                    {"zh", "执行支助"},
                    {"ar", "دعم التنفيذ"}};
words const plan{{"en", "Implementation Support Unit 2024 work plan and budget"},
                 {"fr", "Plan de travail et budget de l’Unité d’appui à l’application pour 2024"},
                 {"es", "Plan de trabajo y presupuesto de la Dependencia de Apoyo a la Aplicación para 2024"},
                 {"ru", "План работы и бюджет Группы имплементационной поддержки на 2024 год"},
                 {"zh", "执行支助股2024年工作计划和预算"},
                 {"ar", "خطة عمل وحدة دعم التنفيذ وميزانيتها لعام 2024"}};
words const parties{{"en", "States Parties"},        {"fr", "États parties"}, {"es", "Estados Partes"},
                    {"ru", "Государства-участники"}, {"zh", "缔约国"},        {"ar", "الدول الأطراف"}};
words const body{{"en",
                  "The Implementation Support Unit presents its work plan and budget for 2024 to the Eleventh Meeting "
                  "of States Parties."},
                 {"fr",
                  "L’Unité d’appui à l’application présente à la onzième Réunion des États parties son plan de travail "
                  "et son budget pour 2024."},
                 {"es",
                  "La Dependencia de Apoyo a la Aplicación presenta a la 11ª Reunión de los Estados Partes su plan de "
                  "trabajo y su presupuesto."},
                 {"ru",
                  "Группа имплементационной поддержки представляет одиннадцатому Совещанию государств-участников план "
                  "работы и бюджет на 2024 год."},
                 {"zh", "执行支助股向缔约国第十一次会议提交其2024年工作计划和预算，供会议审议并核准。"},
                 {"ar",
                  "تقدم وحدة دعم التنفيذ إلى الاجتماع الحادي عشر للدول الأطراف خطة عملها وميزانيتها لعام 2024 للنظر "
                  "فيهما وإقرارهما."}};

std::vector<words> const states{
    {{"en", "Iraq"}, {"fr", "Iraq"}, {"es", "Iraq"}, {"ru", "Ирак"}, {"zh", "伊拉克"}, {"ar", "العراق"}},
    {{"en", "Afghanistan"},
     {"fr", "Afghanistan"},
     {"es", "Afganistán"},
     {"ru", "Афганистан"},
     {"zh", "阿富汗"},
     {"ar", "أفغانستان"}},
    {{"en", "Switzerland"}, {"fr", "Suisse"}, {"es", "Suiza"}, {"ru", "Швейцария"}, {"zh", "瑞士"}, {"ar", "سويسرا"}},
    {{"en", "Ecuador"},
     {"fr", "Équateur"},
     {"es", "Ecuador"},
     {"ru", "Эквадор"},
     {"zh", "厄瓜多尔"},
     {"ar", "إكوادور"}},
    {{"en", "United Kingdom of Great Britain and Northern Ireland"},
     {"fr", "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord"},
     {"es", "Reino Unido de Gran Bretaña e Irlanda del Norte"},
     {"ru", "Соединенное Королевство Великобритании и Северной Ирландии"},
     {"zh", "大不列颠及北爱尔兰联合王国"},
     {"ar", "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية"}}};

}  // namespace

masthead eleventh_meeting(std::string const& language) {
  return {language,
          in(language, meeting),
          2023y / September / 11,
          2023y / September / 14,
          in(language, venue),
          "Europe/Zurich",
          sys_days{2023y / September / 11} + 8h};
}

agenda_paper agenda(std::string const& language) {
  protocol::instant const morning = sys_days{2023y / September / 11} + 8h;
  return {
      eleventh_meeting(language),
      {{"1", in(language, opening), item_state::closed, {}},
       {"2", in(language, adoption), item_state::open, {}},
       {"10", in(language, review), item_state::pending, {{"10(i)", in(language, support), item_state::pending, {}}}}},
      {{morning, morning + 3h, "", {"1", "2"}},
       {morning + 5h, morning + 8h, "", {"10"}},
       {morning + 24h, morning + 27h, "", {"10(i)"}},
       {morning + 29h, morning + 32h, "", {}}}};
}

participants_paper participants(std::string const& language, std::size_t number, std::size_t members) {
  participants_paper paper{eleventh_meeting(language), {{in(language, parties), {}}}};
  for (std::size_t at = 0; at < number; ++at) {
    delegation one{in(language, states[at % states.size()]), {}};
    if (at >= states.size()) one.name += " " + std::to_string(at);
    for (std::size_t member = 0; member < members; ++member)
      one.members.push_back({"Amina Example-" + std::to_string(at) + "-" + std::to_string(member), "",
                             member % 2 ? "Mr." : "H.E. Ms.",
                             member % 3 ? "Counsellor"
                                        : "Permanent Representative to the United Nations Office and other "
                                          "international organizations in Geneva",
                             member == members - 1 ? member_rank::head
                             : member == 0         ? member_rank::alternate
                                                   : member_rank::member});
    paper.groups.front().delegations.push_back(std::move(one));
  }
  return paper;
}

document_list_paper documents(std::string const& language, std::size_t copies) {
  document_list_paper paper{eleventh_meeting(language), {}};
  for (std::size_t at = 0; at < copies; ++at) {
    paper.documents.push_back({"CCM/MSP/2023/2", in(language, plan), {"10(i)"}, {"ar", "zh", "en", "fr", "ru", "es"}});
    paper.documents.push_back({"CCM/MSP/2011/WP.3/Rev.1/Amend.1", in(language, review), {"9", "10(c)"}, {"en", "fr"}});
    paper.documents.push_back({"", in(language, adoption), {}, {"en"}});
  }
  return paper;
}

sample_document sample(std::string const& language, std::size_t paragraphs) {
  return {eleventh_meeting(language), "CCM/MSP/2023/2", in(language, plan),
          std::vector(paragraphs, in(language, body))};
}

letter_paper award_letter(std::string const& language) {
  protocol::instant const told = sys_days{2023y / July / 3} + 9h;
  auto head = eleventh_meeting(language);
  head.as_of = told;
  return {std::move(head),
          "CHF",
          "a-0017",
          "Amina Example",
          in(language, states.front()),
          letter_award{in(language, support),
                       {{catalogue::format(language, "paper.cost.kind", {{"kind", "airfare"}}), {184000}},
                        {catalogue::format(language, "paper.cost.kind", {{"kind", "dsa"}}), {133250}}},
                       {317250},
                       told + 14 * 24h}};
}

letter_paper refusal_letter(std::string const& language, letter_refusal const& why) {
  auto out = award_letter(language);
  out.decision = why;
  return out;
}

report_paper report(std::string const& language, std::size_t rows) {
  table listed{"listed",
               in(language, plan),
               {{"name", in(language, parties)}, {"day", "2"}, {"at", "3"}, {"persons", "4"}, {"amount", "5"}},
               {}};
  for (std::size_t at = 0; at < rows; ++at)
    listed.rows.push_back({in(language, states[at % states.size()]), protocol::date{2023y / July / 3},
                           protocol::instant{sys_days{2023y / July / 3} + 9h}, std::int64_t{1234},
                           protocol::centimes{317250}});
  return {
      eleventh_meeting(language),
      "CHF",
      in(language, support),
      "",
      {{"overall",
        in(language, adoption),
        {in(language, body)},
        {{"women", in(language, opening), share{17, 40}}, {"paid", in(language, venue), protocol::centimes{4500000}}},
        {listed}}}};
}

}  // namespace dais::office::test
