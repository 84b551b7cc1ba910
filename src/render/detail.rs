//! `show REF` for people: everything that is known of one complaint, what is restricted excepted.
//!
//! Short values stand beside their labels, long texts on lines of their own, where text of the other direction cannot
//! drag its label along.

use crate::domain::Instant;
use crate::domain::clock::DueBy;
use crate::domain::complaint::{Complaint, Occurred, Restricted};
use crate::locale::Locale;
use crate::render::reader::Reader;
use crate::render::standing::Standing;
use crate::render::story::{self, indented};
use crate::render::style;
use crate::text::width::width;

/// A text of a stranger that takes more cells stands on lines of its own.
const SHORT: usize = 48;
/// How many cells a text on lines of its own stands in.
const INDENT: usize = 2;

/// One thing that is known.
struct Field {
    label: String,
    value: Value,
}

enum Value {
    Short(String),
    Long(Vec<String>),
}

/// Returns the page of a complaint, with colours and a line end.
pub fn detail(standing: &Standing, reader: &Reader) -> String {
    let (complaint, locale) = (standing.complaint, reader.locale);
    let fields = [
        receipt(complaint, reader),
        complainant(complaint, reader),
        handling(complaint, reader),
        dates(standing, locale),
        agreed(complaint, reader),
        words(complaint, reader),
    ];
    let mut lines = vec![heading(complaint, locale)];
    lines.extend(drawn(&fields.into_iter().flatten().collect::<Vec<_>>()));
    lines.push(style::LABEL.paint(&locale.say("show-story")));
    lines.extend(story::lines(complaint, reader));
    lines.join("\n") + "\n"
}

/// The reference begins the line: after Persian letters its parts would change places.
fn heading(complaint: &Complaint, locale: &Locale) -> String {
    let state = locale.label("state", complaint.state().as_str());
    let closure = complaint.closure().map(|closure| locale.label("closure", closure.as_str()));
    let state = closure.map_or_else(|| state.clone(), |closure| format!("{state}: {closure}"));
    format!("{}  {state}", style::REFERENCE.paint(&complaint.reference.to_string()))
}

/// Lays the fields out: labels in one column, as wide as the widest that has its value beside it.
fn drawn(fields: &[Field]) -> Vec<String> {
    let short = fields.iter().filter(|field| matches!(field.value, Value::Short(_)));
    let column = short.map(|field| width(&field.label)).max().unwrap_or_default();
    fields
        .iter()
        .flat_map(|field| {
            let label = style::LABEL.paint(&field.label);
            match &field.value {
                Value::Short(value) => {
                    vec![format!("{label}{}  {value}", " ".repeat(column - width(&field.label)))]
                }
                Value::Long(text) => {
                    let text = text.iter().map(|line| indented(INDENT, line));
                    std::iter::once(label).chain(text).collect()
                }
            }
        })
        .collect()
}

fn field(locale: &Locale, name: &str, value: String) -> Field {
    Field { label: locale.label("show", name), value: Value::Short(value) }
}

/// Returns a stranger's text beside its label if it is short, else below it.
fn text(reader: &Reader, name: &str, text: &str) -> Field {
    let lines = reader.block(text, INDENT);
    let value = match &lines[..] {
        [only] if width(only) <= SHORT => Value::Short(reader.line(only)),
        _ => Value::Long(lines),
    };
    Field { label: reader.locale.label("show", name), value }
}

fn receipt(complaint: &Complaint, reader: &Reader) -> Vec<Field> {
    let locale = reader.locale;
    let occurred = complaint.occurred.map(|occurred| match occurred {
        Occurred::Day(day) => locale.day(day),
        Occurred::At(instant) => locale.time(instant),
    });
    let needs = complaint.needs.iter().map(|need| locale.label("need", need.as_str())).collect::<Vec<_>>();
    let is_foreign = complaint.language.as_str() != locale.language.code();
    let source = complaint.source.as_ref().map(|source| format!("{} {}", source.system, source.id));
    [
        Some(field(locale, "received", locale.time(complaint.received_at))),
        occurred.map(|occurred| field(locale, "occurred", occurred)),
        Some(field(locale, "channel", locale.label("channel", complaint.channel.as_str()))),
        is_foreign.then(|| field(locale, "language", locale.label("language", complaint.language.as_str()))),
        (!needs.is_empty()).then(|| field(locale, "needs", needs.join(" · "))),
        source.map(|source| field(locale, "source", reader.number_or_address(&source))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn complainant(complaint: &Complaint, reader: &Reader) -> Vec<Field> {
    let (personal, locale) = (&complaint.personal, reader.locale);
    let name = match &personal.name {
        Some(name) => Some(reader.line(name)),
        None => complaint.person.is_none().then(|| locale.say("show-anonymous")),
    };
    let role = complaint.role.map(|role| locale.label("role", role.as_str()));
    let many = |name, values: &[String]| -> Vec<Field> {
        values.iter().map(|value| field(locale, name, reader.number_or_address(value))).collect()
    };
    let mut fields: Vec<Field> = name.map(|name| field(locale, "name", name)).into_iter().collect();
    fields.extend(role.map(|role| field(locale, "role", role)));
    fields.extend(many("phone", &personal.phones));
    fields.extend(many("email", &personal.emails));
    fields.extend(personal.address.as_ref().map(|address| text(reader, "address", address)));
    fields.extend(personal.order.as_ref().map(|order| field(locale, "order", reader.number_or_address(order))));
    fields
}

fn handling(complaint: &Complaint, reader: &Reader) -> Vec<Field> {
    let (locale, names, assessment) = (reader.locale, reader.names, &complaint.assessment);
    let of = |value: u8, most: &str| {
        let (value, most) = (value.to_string(), most);
        locale.tell("show-grade", &[("value", (&value).into()), ("most", most.into())])
    };
    let label = |name: &str, list: &str, code: &str| field(locale, name, locale.label(list, code));
    [
        complaint.product.as_ref().map(|code| field(locale, "product", reader.line(&names.product(code.as_str())))),
        complaint.category.as_ref().map(|code| field(locale, "category", reader.line(&names.category(code.as_str())))),
        assessment.severity.map(|severity| field(locale, "severity", of(severity, "5"))),
        assessment.complexity.map(|complexity| field(locale, "complexity", of(complexity, "3"))),
        assessment.impact.map(|impact| label("impact", "impact", impact.as_str())),
        assessment.safety.map(|safety| label("safety", "answer", safety.as_str())),
        assessment.jurisdiction.map(|jurisdiction| label("jurisdiction", "jurisdiction", jurisdiction.as_str())),
        Some(label("priority", "priority", complaint.priority.as_str())),
        (complaint.level > 1).then(|| field(locale, "level", of(complaint.level, "3"))),
        complaint.owner.as_ref().map(|id| field(locale, "owner", reader.line(&names.member(id)))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn dates(standing: &Standing, locale: &Locale) -> Vec<Field> {
    let complaint = standing.complaint;
    let acknowledged = complaint.acknowledged_at();
    let still_to_acknowledge = standing.acknowledgement_due.filter(|_| acknowledged.is_none());
    let date = |name, instant: Instant| field(locale, name, locale.long_time(instant));
    [
        still_to_acknowledge.filter(|_| complaint.state().is_open()).map(|due| date("acknowledge-by", due)),
        acknowledged.map(|instant| date("acknowledged", instant)),
        standing.response_due.map(|(due, by)| field(locale, "answer-by", answer_due(standing, due, by, locale))),
        complaint.answered_at().map(|instant| date("answered", instant)),
        complaint.closing().map(|closing| date("closed", closing.at)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn answer_due(standing: &Standing, due: Instant, by: DueBy, locale: &Locale) -> String {
    let time = locale.long_time(due);
    let origin = match by {
        DueBy::Told => "show-due-told",
        DueBy::Pack => "show-due-pack",
    };
    let text = locale.tell(origin, &[("due", (&time).into())]);
    if !standing.is_overdue {
        return text;
    }
    style::OVERDUE.paint(&locale.tell("show-overdue", &[("due", (&text).into())]))
}

fn agreed(complaint: &Complaint, reader: &Reader) -> Vec<Field> {
    let locale = reader.locale;
    let remedies = complaint.remedies.iter().map(|remedy| {
        let kind = Some(locale.label("remedy", remedy.kind.as_str()));
        let amount = remedy.agreed.as_ref().map(|money| reader.money(money));
        let state = Some(locale.label("remedy-state", remedy.state.as_str()));
        field(locale, "remedy", [kind, amount, state].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    });
    let promises = complaint.promises.iter().map(|promise| {
        let what = locale.label("promise", promise.what.as_str());
        let state = locale.label("promise-state", promise.state.as_str());
        field(locale, "promise", [what, locale.time(promise.due), state].join(" · "))
    });
    remedies.chain(promises).collect()
}

fn words(complaint: &Complaint, reader: &Reader) -> Vec<Field> {
    let (personal, locale) = (&complaint.personal, reader.locale);
    let mut fields: Vec<Field> = Vec::new();
    fields.extend(personal.subject.as_ref().map(|subject| text(reader, "subject", subject)));
    fields.push(Field {
        label: locale.label("show", "statement"),
        value: Value::Long(reader.block(&personal.statement, INDENT)),
    });
    fields.extend(personal.wants.as_ref().map(|wants| text(reader, "wants", wants)));
    for point in &complaint.points {
        let finding = point.finding.map(|finding| locale.label("finding", finding.as_str()));
        let lines = [Some(&point.text), finding.as_ref(), point.reasons.as_ref()];
        let lines = lines.into_iter().flatten().flat_map(|text| reader.block(text, INDENT)).collect();
        fields.push(Field {
            label: format!("{} {}", locale.label("show", "point"), point.id),
            value: Value::Long(lines),
        });
    }
    if complaint.restricted != Restricted::default() {
        fields.push(field(locale, "restricted", locale.say("show-is-restricted")));
    }
    fields
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::complaint::Point;
    use crate::domain::words::{Accommodation, Finding, Role, State};
    use crate::render::reader::Place;
    use crate::render::specimen::{self, at, visible};

    /// Returns the page without its colours, as a pipe gets it.
    fn page(standing: &Standing, locale: &Locale) -> String {
        visible(&anstream::adapter::strip_str(&detail(standing, &specimen::reader(locale))).to_string())
    }

    #[test]
    fn the_page_tells_all_that_is_known_in_english() {
        let complaint = specimen::rich();
        expect![[r"
            1405-01-0147-1  Being put right
            Received      2026-10-28 10:05
            Channel       Phone
            Language      Persian
            Source        shop-desk T-88
            Complainant   مریم رضایی
            Phone         09120001234
            Phone         ۰۲۱-۵۵۰۰۱۲۳۴
            E-mail        maryam7@mail.example
            Order         88213
            Product       Express
            Category      Delivery
            Severity      3 of 5
            Priority      Normal
            Owner         Sara
            Acknowledged  Wednesday 2026-10-28, 10:20
            Answer by     Saturday 2026-10-31, 10:05 (told to the complainant)
            Answered      Wednesday 2026-10-28, 11:20
            Remedy        Refund · 12,000,000 IRR · Agreed
            Promise       Answer · 2026-10-31 10:05 · Kept
            Promise       Remedy · 2026-11-04 12:00 · Open
            Subject       تأخیر در تحویل
            Statement
              قرار بود شنبه برسد،
              اما چهارشنبه تحویل شد.
            Wants         بازگشت هزینهٔ ارسال
            Story
              2026-10-28 10:05  Received · Sara
              2026-10-28 10:20  Acknowledged · Sara · Phone
              2026-10-28 10:35  Assessed · Sara
              2026-10-28 10:50  Investigation started · Sara
              2026-10-28 11:05  Decided · Sara · Partly upheld
                  Courier log shows Wednesday.
              2026-10-28 11:20  Answered · Sara · E-mail · next route: Internal review
              2026-10-28 11:35  Remedy accepted · Sara
        "]]
        .assert_eq(&page(&specimen::standing(&complaint), &specimen::english()));
    }

    #[test]
    fn the_page_tells_all_that_is_known_in_persian() {
        let complaint = specimen::rich();
        expect![[r"
            1405-01-0147-1  در حال اجرا
            زمان دریافت   ۱۴۰۵/۰۸/۰۶ ۱۰:۰۵
            کانال دریافت  تلفن
            مبدأ          shop-desk T-88
            شاکی          مریم رضایی
            تلفن          09120001234
            تلفن          ۰۲۱-۵۵۰۰۱۲۳۴
            ایمیل         maryam7@mail.example
            شمارهٔ سفارش   88213
            کالا یا خدمت  Express
            دسته          Delivery
            شدت           ۳ از ۵
            اولویت        عادی
            مسئول         Sara
            اعلام وصول    چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۲۰
            مهلت پاسخ     شنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ (به شاکی گفته شده)
            زمان پاسخ     چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۱:۲۰
            جبران         بازگشت وجه · ۱۲٬۰۰۰٬۰۰۰ ریال · توافق‌شده
            تعهد          پاسخ · ۱۴۰۵/۰۸/۰۹ ۱۰:۰۵ · به‌موقع انجام‌شده
            تعهد          جبران · ۱۴۰۵/۰۸/۱۳ ۱۲:۰۰ · در انتظار
            موضوع         تأخیر در تحویل
            شرح شکایت
              قرار بود شنبه برسد،
              اما چهارشنبه تحویل شد.
            خواستهٔ شاکی   بازگشت هزینهٔ ارسال
            رویدادها
              ۱۴۰۵/۰۸/۰۶ ۱۰:۰۵  دریافت شد · Sara
              ۱۴۰۵/۰۸/۰۶ ۱۰:۲۰  وصول اعلام شد · Sara · تلفن
              ۱۴۰۵/۰۸/۰۶ ۱۰:۳۵  دسته‌بندی و ارزیابی شد · Sara
              ۱۴۰۵/۰۸/۰۶ ۱۰:۵۰  بررسی آغاز شد · Sara
              ۱۴۰۵/۰۸/۰۶ ۱۱:۰۵  تصمیم گرفته شد · Sara · تا حدی وارد
                  Courier log shows Wednesday.
              ۱۴۰۵/۰۸/۰۶ ۱۱:۲۰  پاسخ داده شد · Sara · ایمیل · مسیر بعدی: بازبینی داخلی
              ۱۴۰۵/۰۸/۰۶ ۱۱:۳۵  راه‌حل پذیرفته شد · Sara
        "]]
        .assert_eq(&page(&specimen::standing(&complaint), &specimen::persian()));
    }

    #[test]
    fn a_fresh_anonymous_complaint_has_a_short_page() {
        let mut complaint = specimen::complaint(State::Received);
        complaint.person = None;
        complaint.personal.statement = "Nobody answers the telephone.".to_owned();
        complaint.restricted.health = Some("a secret".to_owned());
        let by_pack = (at("2026-10-31T10:05:00+03:30"), DueBy::Pack);
        let standing = Standing { response_due: Some(by_pack), ..specimen::standing(&complaint) };
        expect![[r"
            1405-01-0147-1  Received
            Received        2026-10-28 10:05
            Channel         Phone
            Language        Persian
            Complainant     Anonymous
            Priority        Normal
            Acknowledge by  Thursday 2026-10-29, 10:05
            Answer by       Saturday 2026-10-31, 10:05 (by the rule pack)
            Statement
              Nobody answers the telephone.
            Restricted      There is more that only few may see
            Story
              2026-10-28 10:05  Received · Sara
        "]]
        .assert_eq(&page(&standing, &specimen::english()));
    }

    #[test]
    fn what_is_rarely_known_has_its_place_too() {
        let mut complaint = specimen::complaint(State::Responded);
        complaint.level = 2;
        complaint.role = Some(Role::Buyer);
        complaint.needs = vec![Accommodation::Hearing, Accommodation::Elderly];
        complaint.occurred = Some(Occurred::At(at("2026-10-27T18:00:00+03:30")));
        complaint.personal.address = Some("12 Hill Road\nTehran".to_owned());
        complaint.points = vec![Point {
            id: "p1".to_owned(),
            text: "Four days late".to_owned(),
            finding: Some(Finding::Upheld),
            reasons: Some("Courier log.".to_owned()),
        }];
        expect![[r"
            1405-01-0147-1  Answered
            Received      2026-10-28 10:05
            Happened      2026-10-27 18:00
            Channel       Phone
            Language      Persian
            Needs         Hard of hearing · Older person
            Role          Buyer
            Address
              12 Hill Road
              Tehran
            Priority      Normal
            Level         2 of 3
            Acknowledged  Wednesday 2026-10-28, 10:20
            Answer by     Saturday 2026-10-31, 10:05 (told to the complainant)
            Answered      Wednesday 2026-10-28, 11:20
            Statement
              قرار بود شنبه برسد،
              اما چهارشنبه تحویل شد.
            Point p1
              Four days late
              Upheld
              Courier log.
            Story
              2026-10-28 10:05  Received · Sara
              2026-10-28 10:20  Acknowledged · Sara
              2026-10-28 10:35  Assessed · Sara
              2026-10-28 10:50  Investigation started · Sara
              2026-10-28 11:05  Decided · Sara
              2026-10-28 11:20  Answered · Sara
        "]]
        .assert_eq(&page(&specimen::standing(&complaint), &specimen::english()));
    }

    #[test]
    fn a_terminal_gets_colours_marks_and_broken_lines() {
        let mut complaint = specimen::rich();
        complaint.events.truncate(2);
        complaint.promises.clear();
        complaint.remedies.clear();
        complaint.personal.statement = "قرار بود شنبه برسد، اما چهارشنبه تحویل شد و کسی هم پاسخ نداد.".to_owned();
        let standing = Standing { is_overdue: true, ..specimen::standing(&complaint) };
        let locale = specimen::persian();
        let reader = Reader { place: Place::Terminal { columns: 40 }, ..specimen::reader(&locale) };
        expect![[r"
            ⟨ESC⟩[1m1405-01-0147-1⟨ESC⟩[0m  وصول‌اعلام‌شده
            ⟨ESC⟩[2mزمان دریافت⟨ESC⟩[0m   ۱۴۰۵/۰۸/۰۶ ۱۰:۰۵
            ⟨ESC⟩[2mکانال دریافت⟨ESC⟩[0m  تلفن
            ⟨ESC⟩[2mمبدأ⟨ESC⟩[0m          ⟨LRI⟩shop-desk T-88⟨PDI⟩
            ⟨ESC⟩[2mشاکی⟨ESC⟩[0m          مریم رضایی
            ⟨ESC⟩[2mتلفن⟨ESC⟩[0m          ⟨LRI⟩09120001234⟨PDI⟩
            ⟨ESC⟩[2mتلفن⟨ESC⟩[0m          ⟨LRI⟩۰۲۱-۵۵۰۰۱۲۳۴⟨PDI⟩
            ⟨ESC⟩[2mایمیل⟨ESC⟩[0m         ⟨LRI⟩maryam7@mail.example⟨PDI⟩
            ⟨ESC⟩[2mشمارهٔ سفارش⟨ESC⟩[0m   ⟨LRI⟩88213⟨PDI⟩
            ⟨ESC⟩[2mکالا یا خدمت⟨ESC⟩[0m  ⟨FSI⟩Express⟨PDI⟩
            ⟨ESC⟩[2mدسته⟨ESC⟩[0m          ⟨FSI⟩Delivery⟨PDI⟩
            ⟨ESC⟩[2mشدت⟨ESC⟩[0m           ۳ از ۵
            ⟨ESC⟩[2mاولویت⟨ESC⟩[0m        عادی
            ⟨ESC⟩[2mمسئول⟨ESC⟩[0m         ⟨FSI⟩Sara⟨PDI⟩
            ⟨ESC⟩[2mاعلام وصول⟨ESC⟩[0m    چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۲۰
            ⟨ESC⟩[2mمهلت پاسخ⟨ESC⟩[0m     ⟨ESC⟩[31mشنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ (به شاکی گفته شده)، موعدگذشته⟨ESC⟩[0m
            ⟨ESC⟩[2mموضوع⟨ESC⟩[0m         تأخیر در تحویل
            ⟨ESC⟩[2mشرح شکایت⟨ESC⟩[0m
              قرار بود شنبه برسد، اما چهارشنبه تحویل
              شد و کسی هم پاسخ نداد.
            ⟨ESC⟩[2mخواستهٔ شاکی⟨ESC⟩[0m   بازگشت هزینهٔ ارسال
            ⟨ESC⟩[2mرویدادها⟨ESC⟩[0m
              ⟨ESC⟩[2m۱۴۰۵/۰۸/۰۶ ۱۰:۰۵⟨ESC⟩[0m  دریافت شد · ⟨FSI⟩Sara⟨PDI⟩
              ⟨ESC⟩[2m۱۴۰۵/۰۸/۰۶ ۱۰:۲۰⟨ESC⟩[0m  وصول اعلام شد · ⟨FSI⟩Sara⟨PDI⟩ · تلفن
        "]]
        .assert_eq(&visible(&detail(&standing, &reader)));
    }

    #[test]
    fn hostile_text_cannot_leave_its_place() {
        let mut complaint = specimen::complaint(State::Received);
        complaint.personal.name = Some("Mallory\nstate  closed".to_owned());
        complaint.personal.subject = Some("free\u{1B}[2J money\u{202E}drawkcab\r\nowner  boss".to_owned());
        complaint.personal.statement = "one\u{9B}31m\u{2066}\u{2028}two\u{0}\ttabbed".to_owned();
        complaint.personal.phones = vec!["0912\u{7}\n1".to_owned()];
        complaint.events[0].by = "sara\n\u{1B}]0;title".to_owned();
        let standing = Standing { response_due: None, acknowledgement_due: None, ..specimen::standing(&complaint) };
        expect![[r"
            1405-01-0147-1  Received
            Received     2026-10-28 10:05
            Channel      Phone
            Language     Persian
            Complainant  Mallory state  closed
            Phone        0912� 1
            Priority     Normal
            Subject
              free�[2J moneydrawkcab
              owner  boss
            Statement
              one�31m
              two� tabbed
            Story
              2026-10-28 10:05  Received · sara �]0;title
        "]]
        .assert_eq(&page(&standing, &specimen::english()));
    }

    proptest! {
        #[test]
        fn whatever_is_written_the_page_holds_no_control_but_its_own(text in any::<String>()) {
            let mut complaint = specimen::rich();
            let personal = &mut complaint.personal;
            personal.name = Some(text.clone());
            personal.subject = Some(text.clone());
            personal.wants = Some(text.clone());
            personal.order = Some(text.clone());
            complaint.owner = Some(text.clone());
            complaint.events[2].by.clone_from(&text);
            complaint.events[2].facts.file = Some(text.clone());
            complaint.events[2].facts.text = Some(text);
            let page = page(&specimen::standing(&complaint), &specimen::persian());
            prop_assert!(!page.contains(|character: char| character.is_control() && character != '\n'));
        }
    }
}
