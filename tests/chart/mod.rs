//! The page of the process, made from the table of rules, the built-in rule packs and the words of both languages.

mod machines;
mod words;

use std::collections::BTreeMap;
use std::fmt::Write;

use complaints::calendar::CalendarKind;
use complaints::domain::event::Kind;
use complaints::domain::pack::Pack;
use complaints::domain::rules::{Moves, RULES, Requirement, Rule, Step};
use complaints::domain::words::State;
use complaints::locale::Locale;
use complaints::record::pack_file;
use complaints::text::digits::Digits;
use complaints::text::language::Language;

use words::{TOLD, Told};

/// A step that is possible from more states than this is told in words: drawn, it would hide all others.
const MANY: usize = 8;

const HEAD: &str = "\
# The process

From the telephone call to the closing note, by ISO 10002:2018 and, for what stays in dispute, ISO 10003:2018. This page is made from the table
of rules in `src/domain/rules/table.rs` that the commands, the bulk changes and `complaints check` all ask; `UPDATE_EXPECT=1 cargo test documents`
writes it anew. The clauses are numbers only, the words are ours. Whole stories, as the source articles tell them, are in [variants.md](variants.md);
the words are explained in [glossary.md](glossary.md), and the numbers with S are the rows of [coverage.md](coverage.md).

A complaint is always in one state, which follows from its events. What may be missing while a complaint is on its way is decided by the rule pack under
which it was received; what stands under *must record* is asked by every pack. `complaints advance REF` says what is possible now and what is missing.
";

/// Returns the page.
pub(crate) fn page() -> String {
    let mut page = String::from(HEAD);
    page += "\n## The states\n\n";
    page += &picture();
    page += &everywhere();
    page += &states();
    page += &machines::told();
    page += "\n## The steps\n";
    for told in TOLD {
        page += &section(told);
    }
    page
}

/// Returns the steps of the table that the page has no words for, and those it has words for twice.
pub(crate) fn untold() -> Vec<Step> {
    let times = |step: Step| TOLD.iter().filter(|told| told.step == step).count();
    Step::ALL.iter().copied().filter(|step| times(*step) != 1).collect()
}

fn locale(language: Language) -> Locale {
    Locale::new(language, CalendarKind::Gregorian, Digits::Latn, complaints::calendar::Zone::UTC)
}

/// Returns where a step leads from and to, without the states in which it stays.
fn moves(rule: &Rule) -> Vec<(State, State)> {
    let from = State::ALL.iter().copied();
    from.filter_map(|from| Some((from, rule.target(from)?))).filter(|(from, to)| from != to).collect()
}

fn is_drawn(rule: &Rule) -> bool {
    moves(rule).len() <= MANY
}

/// Draws a machine: each arrow with the steps that take it.
fn diagram(first: &str, arrows: &[(String, String, String)]) -> String {
    let id = |state: &str| state.replace('–', "nothing_yet").replace(['-', ' '], "_");
    let mut text = String::from("```mermaid\nstateDiagram-v2\n");
    let mut named: Vec<&String> = arrows.iter().flat_map(|(from, to, _)| [from, to]).collect();
    named.sort();
    named.dedup();
    for state in named.into_iter().filter(|state| id(state) != **state) {
        writeln!(text, "    state \"{state}\" as {}", id(state)).expect("a string can be written to");
    }
    writeln!(text, "    [*] --> {}", id(first)).expect("a string can be written to");
    let mut drawn: Vec<(&String, &String)> = Vec::new();
    for (from, to, _) in arrows {
        if drawn.contains(&(from, to)) {
            continue;
        }
        drawn.push((from, to));
        let same = arrows.iter().filter(|(other, target, _)| (other, target) == (from, to));
        let steps: Vec<&str> = same.map(|(_, _, step)| step.as_str()).collect();
        writeln!(text, "    {} --> {} : {}", id(from), id(to), steps.join(", ")).expect("a string can be written to");
    }
    text + "```\n"
}

fn picture() -> String {
    let mut arrows = Vec::new();
    for from in State::ALL {
        for rule in RULES.iter().filter(|rule| is_drawn(rule)) {
            let taken = moves(rule).into_iter().filter(|(of, _)| of == from);
            arrows.extend(taken.map(|(from, to)| (from.to_string(), to.to_string(), rule.step.to_string())));
        }
    }
    diagram(State::Received.as_str(), &arrows)
}

/// Tells what would hide the picture: the steps from nearly everywhere.
fn everywhere() -> String {
    let mut text = String::from("\nNot drawn, because it is possible nearly everywhere:\n\n");
    for rule in RULES.iter().filter(|rule| !is_drawn(rule)) {
        let to: Vec<State> = moves(rule).into_iter().map(|(_, to)| to).collect();
        writeln!(text, "- `{}`: {} → `{}`", rule.step, origin(rule), to[0]).expect("a string can be written to");
    }
    text
}

/// Returns in words from where a step is possible.
fn origin(rule: &Rule) -> String {
    match rule.moves {
        Moves::OpenTo(_) | Moves::OpenStays => "every open state".to_owned(),
        Moves::AnyTo(_) | Moves::AnyStays => "every state".to_owned(),
        Moves::Between(pairs) if pairs.len() + 1 > State::ALL.len() - 1 => {
            let missing: Vec<String> = State::ALL
                .iter()
                .filter(|state| rule.target(**state).is_none())
                .map(|state| format!("`{state}`"))
                .collect();
            format!("every state but {}", missing.join(", "))
        }
        Moves::Between(pairs) => pairs.iter().map(|(from, _)| format!("`{from}`")).collect::<Vec<_>>().join(", "),
    }
}

/// Returns the table of the states with the steps that lead out of them.
fn states() -> String {
    let [english, persian] = [Language::En, Language::Fa].map(locale);
    let mut text = String::from("\n| State | | وضعیت | Leads on by |\n|---|---|---|---|\n");
    for state in State::ALL {
        let on: Vec<String> = RULES
            .iter()
            .filter(|rule| is_drawn(rule))
            .flat_map(|rule| moves(rule).into_iter().map(move |(from, to)| (rule.step, from, to)))
            .filter(|(_, from, _)| from == state)
            .map(|(step, _, to)| format!("`{step}` → {to}"))
            .collect();
        let [en, fa] = [&english, &persian].map(|locale| locale.label("state", state.as_str()));
        writeln!(text, "| `{state}` | {en} | {fa} | {} |", on.join(", ")).expect("a string can be written to");
    }
    text
}

fn section(told: &Told) -> String {
    let [english, persian] = [Language::En, Language::Fa].map(locale);
    let rule = Rule::of(told.step);
    let label = persian.label("step", told.step.as_str());
    let mut text = format!("\n### {} · {label}\n\n{}\n\n", told.step, told.english);
    writeln!(text, "<p dir=\"rtl\" lang=\"fa\">{}</p>\n", told.persian).expect("a string can be written to");
    let mut row = |name: &str, value: String| {
        if !value.is_empty() {
            writeln!(text, "| {name} | {value} |").expect("a string can be written to");
        }
    };
    let typed = if told.typed.is_empty() { told.step.command("REF") } else { told.typed.to_owned() };
    row("Command", format!("`{typed}`"));
    row("---", "---".to_owned());
    row("Who", format!("{} · {}", told.who.0, told.who.1));
    row("From → to", path(rule));
    row("Must record", asked(&english, told.step, rule.always));
    row("باید ثبت شود", asked(&persian, told.step, rule.always));
    row("Packs add", stricter(&english, rule));
    row("Clocks", clocks(rule));
    row("Clause", rule.basis.to_owned());
    text
}

/// Returns where a step leads, in one line.
fn path(rule: &Rule) -> String {
    if rule.step == Step::New {
        return format!("→ `{}`", State::Received);
    }
    let mut targets: BTreeMap<State, Vec<State>> = BTreeMap::new();
    for (from, to) in moves(rule) {
        targets.entry(to).or_default().push(from);
    }
    if targets.is_empty() {
        return format!("{}; it stays", origin(rule));
    }
    if !is_drawn(rule) {
        return targets.keys().map(|to| format!("{} → `{to}`", origin(rule))).collect::<Vec<_>>().concat();
    }
    let stays: Vec<String> = State::ALL
        .iter()
        .filter(|state| rule.target(**state) == Some(**state))
        .map(|state| format!("`{state}`"))
        .collect();
    let leads = targets.iter().map(|(to, from)| {
        let from: Vec<String> = from.iter().map(|state| format!("`{state}`")).collect();
        format!("{} → `{to}`", from.join(", "))
    });
    let leads: Vec<String> = leads.collect();
    let stays = if stays.is_empty() { String::new() } else { format!("; it stays in {}", stays.join(", ")) };
    leads.join("; ") + &stays
}

/// Returns what must be recorded, in words, with the option that supplies it.
fn asked(locale: &Locale, step: Step, requirements: &[Requirement]) -> String {
    let line = |requirement: &Requirement| {
        // Its words in the catalogue are those of the refusal.
        if *requirement == Requirement::NotAcknowledged {
            let [en, fa] = ["that nobody has done it before", "این‌که پیش‌تر نشده باشد"];
            return if locale.language == Language::Fa { fa } else { en }.to_owned();
        }
        let of_step = format!("{requirement}-{step}");
        let code = if Locale::knows(&format!("requirement-{of_step}")) { &of_step } else { requirement.as_str() };
        let words = locale.label("requirement", code);
        let option = requirement.option_for(step).replace('|', "\\|");
        if option.is_empty() || locale.language == Language::Fa { words } else { format!("{words} (`{option}`)") }
    };
    let between = if locale.language == Language::Fa { "؛ " } else { "; " };
    requirements.iter().map(line).collect::<Vec<_>>().join(between)
}

fn packs() -> impl Iterator<Item = &'static Pack> {
    pack_file::built_in_names().map(|name| pack_file::built_in(name).expect("the built-in packs are sound"))
}

/// Returns what each built-in pack asks beyond the table.
fn stricter(locale: &Locale, rule: &Rule) -> String {
    let of_pack = packs().filter_map(|pack| {
        let more: Vec<Requirement> = rule.requirements(pack).skip(rule.always.len()).collect();
        let words = asked(locale, rule.step, &more);
        (!more.is_empty()).then(|| format!("`{}`: {words}", pack.id))
    });
    of_pack.collect::<Vec<_>>().join(". ")
}

/// Returns the clocks of the built-in packs that the step starts and stops.
fn clocks(rule: &Rule) -> String {
    let named = |of: fn(&complaints::domain::pack::ClockRule) -> &[Kind]| {
        let all = packs().flat_map(|pack| &pack.clocks).filter(|clock| of(clock).contains(&rule.kind));
        let mut names: Vec<String> = all.map(|clock| format!("`{}`", clock.id)).collect();
        names.sort();
        names.dedup();
        names.join(", ")
    };
    let is_end = moves(rule).iter().any(|(_, to)| *to == State::Closed);
    let (starts, stops) = (named(|clock| &clock.start), named(|clock| &clock.stop));
    let stops = if is_end { "all".to_owned() } else { stops };
    let part = |verb: &str, names: &str| (!names.is_empty()).then(|| format!("{verb} {names}"));
    [part("starts", &starts), part("stops", &stops)].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
