//! `show REF` for people: everything that is known of one complaint, what is restricted excepted.
//!
//! Short values stand beside their labels, long texts on lines of their own, where text of the other direction cannot
//! drag its label along.

use crate::domain::Instant;
use crate::domain::clock::DueBy;
use crate::domain::complaint::{Assessment, Complaint, Occurred, Restricted};
use crate::domain::event::Event;
use crate::domain::paper::Paper;
use crate::domain::words::PaperStage;
use crate::locale::Locale;
use crate::render::reader::{Layer, Reader};
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
    let profile = &complaint.profile;
    let is_foreign = complaint.language.as_str() != locale.language.code();
    let source = complaint.source.as_ref().map(|source| format!("{} {}", source.system, source.id));
    [
        Some(field(locale, "received", locale.time(complaint.received_at))),
        occurred.map(|occurred| field(locale, "occurred", occurred)),
        Some(field(locale, "channel", locale.label("channel", complaint.channel.as_str()))),
        is_foreign.then(|| field(locale, "language", locale.label("language", complaint.language.as_str()))),
        (!needs.is_empty()).then(|| field(locale, "needs", needs.join(" · "))),
        profile.reply_by.map(|channel| field(locale, "reply-by", locale.label("channel", channel.as_str()))),
        restriction(complaint, locale),
        permissions(complaint, reader),
        papers(complaint, locale),
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
    let profile = &complaint.profile;
    let segment = profile.segment.map(|segment| locale.label("segment", segment.as_str()));
    fields.extend(segment.map(|segment| field(locale, "segment", segment)));
    let key_customer = profile.key_customer.map(|answer| locale.label("answer", answer.as_str()));
    fields.extend(key_customer.map(|answer| field(locale, "key-customer", answer)));
    fields.extend(many("phone", &personal.phones));
    fields.extend(many("email", &personal.emails));
    fields.extend(personal.address.as_ref().map(|address| text(reader, "address", address)));
    fields.extend(personal.order.as_ref().map(|order| field(locale, "order", reader.number_or_address(order))));
    fields.extend(complaint.person.as_ref().map(|person| field(locale, "person", reader.number_or_address(person))));
    fields
}

fn handling(complaint: &Complaint, reader: &Reader) -> Vec<Field> {
    let (locale, names, assessment) = (reader.locale, reader.names, &complaint.assessment);
    let of = |value: u8, most: &str| {
        let (value, most) = (locale.number(value), locale.number(most));
        locale.tell("show-grade", &[("value", (&value).into()), ("most", (&most).into())])
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
        assessment.solvable.map(|solvable| label("solvable", "answer", solvable.as_str())),
        assessment.cause_family.map(|family| label("cause-family", "cause-family", family.as_str())),
        assessment.public_interest.map(|answer| label("public-interest", "answer", answer.as_str())),
        (!assessment.risks.is_empty()).then(|| field(locale, "risks", risks(assessment, locale))),
        assessment.promised.map(|day| field(locale, "promised", locale.day(day))),
        assessment.actual.map(|day| field(locale, "actual", locale.day(day))),
        Some(label("priority", "priority", complaint.priority.as_str())),
        (complaint.level > 1).then(|| field(locale, "level", of(complaint.level, "3"))),
        complaint.owner.as_ref().map(|id| field(locale, "owner", reader.line(&names.member(id)))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn risks(assessment: &Assessment, locale: &Locale) -> String {
    assessment.risks.iter().map(|risk| locale.label("risk", risk.as_str())).collect::<Vec<_>>().join(" · ")
}

/// Returns how contact is restricted and when that is looked at again: whoever answers must know it, but not why.
fn restriction(complaint: &Complaint, locale: &Locale) -> Option<Field> {
    let (restriction, review) = complaint.restriction()?;
    let kind = locale.label("restriction", restriction.as_str());
    let day = locale.day(locale.day_of(review));
    let words = [("kind", (&kind).into()), ("day", (&day).into())];
    Some(field(locale, "restriction", locale.tell("show-until-review", &words)))
}

/// Returns what the complainant says about telling others.
fn permissions(complaint: &Complaint, reader: &Reader) -> Option<Field> {
    let told = |event: &Event| {
        let recipient = event.facts.recipient.as_deref().unwrap_or_default();
        let recipient = reader.line(&reader.names.provider(recipient));
        let word = reader.locale.label("permission", event.kind.as_str().trim_start_matches("permission-"));
        format!("{recipient}: {word}")
    };
    let told: Vec<String> = complaint.permissions().into_iter().map(told).collect();
    (!told.is_empty()).then(|| field(reader.locale, "permissions", told.join(" · ")))
}

/// Returns the letters that somebody looks at before they go out.
fn papers(complaint: &Complaint, locale: &Locale) -> Option<Field> {
    let waiting = complaint.papers().into_iter().filter(|(_, stage, _)| *stage != PaperStage::Sent);
    let told = |(paper, stage, _): (Paper, PaperStage, &Event)| {
        format!("{}: {}", locale.label("paper", paper.as_str()), locale.label("paper-stage", stage.as_str()))
    };
    let told: Vec<String> = waiting.map(told).collect();
    (!told.is_empty()).then(|| field(locale, "papers", told.join(" · ")))
}

fn dates(standing: &Standing, locale: &Locale) -> Vec<Field> {
    let complaint = standing.complaint;
    let acknowledged = complaint.acknowledged_at();
    let still_to_acknowledge = standing.acknowledgement_due.filter(|_| acknowledged.is_none());
    // Nobody waits for the answer of one that was merged, withdrawn or void.
    let answer_due = standing.response_due.filter(|_| complaint.awaits_answer() || complaint.answered_at().is_some());
    let date = |name, instant: Instant| field(locale, name, locale.long_time(instant));
    [
        still_to_acknowledge.filter(|_| complaint.state().is_open()).map(|due| date("acknowledgement-due", due)),
        acknowledged.map(|instant| date("acknowledged", instant)),
        answer_due.map(|(due, by)| field(locale, "response-due", response_due(standing, due, by, locale))),
        complaint.answered_at().map(|instant| date("responded", instant)),
        complaint.closing().map(|closing| date("closed", closing.at)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn response_due(standing: &Standing, due: Instant, by: DueBy, locale: &Locale) -> String {
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
        let id = Some(remedy.id.clone());
        let kind = Some(locale.label("remedy", remedy.kind.as_str()));
        let amount = remedy.amounts.latest().map(|money| reader.money(money));
        let state = Some(locale.label("remedy-state", remedy.state.as_str()));
        field(locale, "remedy", [id, kind, amount, state].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    });
    let promises = complaint.promises.iter().map(|promise| {
        let what = locale.label("promise", promise.what.as_str());
        let state = locale.label("promise-state", promise.state.as_str());
        field(locale, "promise", [promise.id.clone(), what, locale.time(promise.due), state].join(" · "))
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
    fields.extend(restricted(complaint, reader));
    fields
}

/// Returns that there is more which only few may see, or that itself to those who asked for it.
fn restricted(complaint: &Complaint, reader: &Reader) -> Vec<Field> {
    let (restricted, locale) = (&complaint.restricted, reader.locale);
    let is_there = *restricted != Restricted::default() || complaint.events.iter().any(Event::is_restricted);
    match reader.layer {
        Layer::Open if is_there => vec![field(locale, "restricted", locale.say("show-is-restricted"))],
        Layer::Open => Vec::new(),
        Layer::Restricted => {
            let texts = [
                ("vulnerability", &restricted.vulnerability),
                ("health", &restricted.health),
                ("accusation", &restricted.accusation),
                ("restricted-reason", &restricted.reason),
            ];
            let texts = texts.into_iter().filter_map(|(name, said)| Some(text(reader, name, said.as_deref()?)));
            let review = restricted.review_on.map(|day| field(locale, "restricted-review", locale.day(day)));
            texts.chain(review).collect()
        }
    }
}

#[cfg(test)]
mod tests;
