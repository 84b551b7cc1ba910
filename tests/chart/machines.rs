//! The machines beside the states, found out by asking the gate: from each node every act is tried, and what the rules
//! admit is drawn.

use std::fmt::Write;

use chrono::TimeDelta;
use complaints::domain::complaint::{Amounts, Complaint, Point, Promise, Remedy};
use complaints::domain::event::{Event, EventId, Facts, Kind};
use complaints::domain::paper::{LetterKind, Paper};
use complaints::domain::rules::{Rule, Step, admit};
use complaints::domain::words::{
    Acceptance, Channel, DisputeExit, DisputeMethod, DisputeResult, Finding, PromiseState, Promised, RemedyState,
    Rework, Side, State,
};
use complaints::record::{self, pack_file};

use super::diagram;

/// A complaint that has arrived; the machines start from it.
const ARRIVED: &str = include_str!("../../complaints/1405/03/1405-01-0007-4.yaml");

/// Something that people do, with what it changes in the facts and in the event.
struct Act {
    step: Step,
    /// How it is drawn, when its verb does not say all.
    label: &'static str,
    does: fn(&mut Complaint, &mut Event),
}

struct Machine {
    title: &'static str,
    english: &'static str,
    persian: &'static str,
    acts: &'static [Act],
    /// Where it begins.
    start: fn() -> Complaint,
    node: fn(&Complaint) -> String,
    /// What happens besides by other commands, as arrows.
    besides: &'static [(&'static str, &'static str, &'static str)],
}

/// Returns the part of the page about the machines beside the states.
pub(super) fn told() -> String {
    let mut text = String::from(
        "\n## The machines beside the states\n\nSeveral of them run at once in one complaint, whatever its state. `–` is what is not there yet.\n",
    );
    for machine in MACHINES {
        let (first, arrows) = arrows(machine);
        writeln!(text, "\n### {}\n\n{}\n", machine.title, machine.english).expect("a string can be written to");
        writeln!(text, "<p dir=\"rtl\" lang=\"fa\">{}</p>\n", machine.persian).expect("a string can be written to");
        text += &diagram(&first, &arrows);
    }
    text
}

/// Returns the first node of a machine and all its arrows, in the order in which they are met.
fn arrows(machine: &Machine) -> (String, Vec<(String, String, String)>) {
    let pack = pack_file::built_in("standard").expect("a built-in pack");
    let start = (machine.start)();
    let first = (machine.node)(&start);
    let mut arrows = Vec::new();
    let mut met = vec![(first.clone(), start)];
    let mut next = 0;
    while let Some((from, complaint)) = met.get(next).cloned() {
        next += 1;
        for act in machine.acts {
            let (mut proposed, mut event) = (complaint.clone(), event(&complaint, act.step));
            (act.does)(&mut proposed, &mut event);
            let now = event.at;
            let Ok(after) = admit(proposed, event, pack, now) else { continue };
            let to = (machine.node)(&after);
            arrows.push((from.clone(), to.clone(), act.label.to_owned()));
            if met.iter().all(|(node, _)| *node != to) {
                met.push((to, after));
            }
        }
    }
    let besides = machine.besides.iter().map(|(from, to, label)| [from, to, label].map(|word| (*word).to_owned()));
    arrows.extend(besides.map(|[from, to, label]| (from, to, label)));
    (first, arrows)
}

fn event(complaint: &Complaint, step: Step) -> Event {
    let mut random = [0; 12];
    random[0] = u8::try_from(complaint.events.len()).expect("few events");
    let facts = Facts { method: Some(Channel::Phone), text: Some("words".to_owned()), ..Facts::default() };
    let at = complaint.last_event_at() + TimeDelta::hours(1);
    let kind = Rule::of(step).kind;
    Event { id: EventId::from_random(random), at, by: "sara".to_owned(), kind, to: None, facts }
}

/// Returns a complaint that has arrived.
fn arrived() -> Complaint {
    record::read(ARRIVED.as_bytes()).expect("the sample is sound").complaint
}

/// Returns a complaint that was answered at once.
fn answered() -> Complaint {
    let arrived = arrived();
    let mut answer = event(&arrived, Step::ResolveNow);
    answer.facts.accepted = Some(Acceptance::Oral);
    let now = answer.at;
    admit(arrived, answer, pack_file::built_in("standard").expect("a built-in pack"), now).expect("it can be answered")
}

const MACHINES: &[Machine] = &[
    Machine {
        title: "Remedy · جبران",
        english: "What is done to put it right. Once both agree it is owed, and the complaint is not closed before it is delivered. `accept` agrees to all that was offered, `fulfil` delivers all that was agreed.",
        persian: "آنچه برای جبران انجام می‌شود. پس از توافق، بدهی ماست و پرونده پیش از انجام آن بسته نمی‌شود. accept همهٔ پیشنهادها را می‌پذیرد و fulfil همهٔ توافق‌ها را انجام‌شده می‌شمارد.",
        acts: &[
            Act { step: Step::AskRemedy, label: "asked", does: about_remedy },
            Act { step: Step::OfferRemedy, label: "offered", does: about_remedy },
            Act { step: Step::AgreeRemedy, label: "agreed", does: about_remedy },
            Act { step: Step::DeclineRemedy, label: "declined", does: about_remedy },
            Act { step: Step::WithdrawRemedy, label: "withdrawn", does: about_remedy },
            Act { step: Step::DeliverRemedy, label: "delivered", does: about_remedy },
        ],
        start: answered,
        node: |complaint| complaint.remedies.first().map_or("–".to_owned(), |remedy| remedy.state.to_string()),
        besides: &[],
    },
    Machine {
        title: "Promise · تعهد",
        english: "A date that the complainant was told. An answer settles the promised answer, `fulfil` the promised remedies. Whatever is settled after its date is missed, and an `extend` that tells a later date in time replaces it.",
        persian: "تاریخی که به شاکی گفته شد. پاسخ، تعهد پاسخ را روشن می‌کند و fulfil تعهد جبران‌ها را. آنچه پس از موعد انجام شود انجام‌نشده به شمار می‌آید؛ و تمدیدی که به‌موقع گفته شود تعهد تازه‌ای به جای آن می‌گذارد.",
        acts: &[
            Act {
                step: Step::Promise,
                label: "promise",
                does: |complaint, event| {
                    let (id, due) = ("m1".to_owned(), event.at + TimeDelta::days(1));
                    let (what, state) = (Promised::Update, PromiseState::Open);
                    if complaint.promises.is_empty() {
                        complaint.promises.push(Promise { id: id.clone(), what, due, told_at: event.at, state });
                        event.facts.promise = Some(id);
                    }
                },
            },
            Act {
                step: Step::KeepPromise,
                label: "kept",
                does: |_, event| event.facts.promise = Some("m1".to_owned()),
            },
            Act {
                step: Step::KeepPromise,
                label: "kept after its date",
                does: |_, event| {
                    event.at += TimeDelta::days(2);
                    event.facts.promise = Some("m1".to_owned());
                },
            },
            Act {
                step: Step::BreakPromise,
                label: "broken",
                does: |_, event| event.facts.promise = Some("m1".to_owned()),
            },
        ],
        start: answered,
        node: |complaint| complaint.promises.first().map_or("–".to_owned(), |promise| promise.state.to_string()),
        besides: &[("open", "replaced", "extend")],
    },
    Machine {
        title: "Dispute · اختلاف",
        english: "What is resolved outside, by ISO 10003. A scheme of free will begins only when both sides agreed, each told beforehand what it means; a complainant who goes outside alone needs nobody's consent, and can do so in any state. A recommendation is carried out when both sides accept it; a decision may be looked at again before.",
        persian: "آنچه بیرون از سازمان و به روش ایزو ۱۰۰۰۳ حل می‌شود. روش داوطلبانه تنها با رضایت آگاهانهٔ هر دو طرف آغاز می‌شود؛ شاکی برای مراجعهٔ خود به مرجع بیرونی رضایت کسی را لازم ندارد و در هر وضعیتی می‌تواند برود. توصیه وقتی اجرا می‌شود که هر دو طرف بپذیرند؛ رأی پیش از اجرا بازنگری‌پذیر است.",
        acts: &[
            Act {
                step: Step::ProposeDispute,
                label: "propose",
                does: |_, event| event.facts.body = Some("e-Namad".to_owned()),
            },
            Act {
                step: Step::ConsentDispute,
                label: "consent of the complainant",
                does: |_, event| consents(event, Side::Complainant),
            },
            Act {
                step: Step::ConsentDispute,
                label: "consent of the organization",
                does: |_, event| consents(event, Side::Organization),
            },
            Act {
                step: Step::StartDispute,
                label: "start",
                does: |_, event| event.facts.dispute_method = Some(DisputeMethod::Facilitative),
            },
            Act {
                step: Step::GoOutside,
                label: "external",
                does: |_, event| event.facts.body = Some("e-Namad".to_owned()),
            },
            Act {
                step: Step::EndDispute,
                label: "settled",
                does: |complaint, event| ends(complaint, event, DisputeResult::Settled),
            },
            Act {
                step: Step::EndDispute,
                label: "recommended",
                does: |complaint, event| ends(complaint, event, DisputeResult::Recommended),
            },
            Act {
                step: Step::EndDispute,
                label: "determined",
                does: |complaint, event| ends(complaint, event, DisputeResult::Determined),
            },
            Act {
                step: Step::AcceptRecommendation,
                label: "accept by the complainant",
                does: |_, event| event.facts.side = Some(Side::Complainant),
            },
            Act {
                step: Step::AcceptRecommendation,
                label: "accept by the organization",
                does: |_, event| event.facts.side = Some(Side::Organization),
            },
            Act {
                step: Step::RejectRecommendation,
                label: "reject",
                does: |_, event| event.facts.side = Some(Side::Complainant),
            },
            Act {
                step: Step::ContestDetermination,
                label: "contest",
                does: |_, event| event.facts.side = Some(Side::Complainant),
            },
            Act {
                step: Step::Accept,
                label: "accept",
                does: |complaint, event| {
                    // What is agreed without anybody outside is no part of this machine: without words it is refused.
                    if complaint.state() != State::External {
                        event.facts.text = None;
                    }
                },
            },
            Act { step: Step::CloseDispute, label: "close", does: |_, _| {} },
            Act {
                step: Step::DropDispute,
                label: "drop",
                does: |_, event| event.facts.dispute_exit = Some(DisputeExit::ALL[0]),
            },
        ],
        start: answered,
        node: dispute,
        besides: &[],
    },
    Machine {
        title: "Point · بند شکایت",
        english: "One thing that is complained of. `decide` waits until each has its finding and reasons; a second finding corrects the first, which stays in the story. Points are open until there is a decision.",
        persian: "یکی از چیزهایی که از آن شکایت شده است. تصمیم تا روشن شدن نتیجه و دلیل همهٔ بندها می‌ماند؛ نتیجهٔ دوم نتیجهٔ نخست را اصلاح می‌کند و هر دو در سرگذشت پرونده می‌مانند. بندها تا تصمیم باز هستند.",
        acts: &[
            Act {
                step: Step::AddPoint,
                label: "point",
                does: |complaint, event| {
                    if complaint.points.is_empty() {
                        let (id, text) = ("p1".to_owned(), "late".to_owned());
                        complaint.points.push(Point { id: id.clone(), text, finding: None, reasons: None });
                        event.facts.point = Some(id);
                    }
                },
            },
            Act {
                step: Step::DecidePoint,
                label: "finding",
                does: |_, event| {
                    event.facts.point = Some("p1".to_owned());
                    event.facts.finding = Some(Finding::Upheld);
                },
            },
        ],
        start: arrived,
        node: |complaint| match complaint.points.first() {
            None => "–".to_owned(),
            Some(point) => if point.finding.is_some() { "answered" } else { "unanswered" }.to_owned(),
        },
        besides: &[],
    },
    Machine {
        title: "Letter · نامه",
        english: "A letter is a draft until somebody records something about it. It may be sent at once; once it was submitted, it goes out with the text that was approved. A later one of the same kind takes the place of the one before.",
        persian: "نامه تا چیزی درباره‌اش ثبت نشده پیش‌نویس است. می‌شود آن را یک‌راست فرستاد؛ اما اگر برای تأیید داده شود، تنها با همان متن تأییدشده فرستاده می‌شود. نامهٔ بعدی از همان نوع جای نامهٔ پیشین را می‌گیرد.",
        acts: &[
            Act { step: Step::SubmitPaper, label: "submit", does: about_letter },
            Act { step: Step::ApprovePaper, label: "approve", does: about_letter },
            Act { step: Step::ReturnPaper, label: "return", does: about_letter },
            Act { step: Step::Talk, label: "record", does: about_letter },
        ],
        start: answered,
        node: |complaint| complaint.papers().first().map_or("draft".to_owned(), |(_, stage, _)| stage.to_string()),
        besides: &[],
    },
    Machine {
        title: "Hold · توقف",
        english: "The clocks that may stand still do so from `hold` until its day or until `resume`, whichever comes first; the others run on.",
        persian: "مهلت‌هایی که می‌شود متوقف کرد، از hold تا روز تعیین‌شده یا resume می‌ایستند، هر کدام زودتر برسد؛ بقیه ادامه دارند.",
        acts: &[
            Act {
                step: Step::Hold,
                label: "hold",
                does: |_, event| event.facts.until = Some(event.at + TimeDelta::days(3)),
            },
            Act { step: Step::Resume, label: "resume", does: |_, _| {} },
        ],
        start: answered,
        node: |complaint| {
            let last = complaint.valid_events().rfind(|event| matches!(event.kind, Kind::Held | Kind::Resumed));
            if last.is_some_and(|event| event.kind == Kind::Held) { "on hold" } else { "running" }.to_owned()
        },
        besides: &[("on hold", "running", "its day has come")],
    },
];

fn about_remedy(complaint: &mut Complaint, event: &mut Event) {
    let id = "r1".to_owned();
    event.facts.remedy = Some(id.clone());
    if complaint.remedies.is_empty() {
        let kind = "refund".parse().expect("a code");
        complaint.remedies.push(Remedy { id, kind, state: RemedyState::Asked, amounts: Amounts::default() });
    }
}

fn about_letter(complaint: &mut Complaint, event: &mut Event) {
    event.facts.paper = Some(Paper::Letter(LetterKind::Progress));
    event.facts.sha256 = Some("0".repeat(64));
    event.facts.reviewed =
        complaint.submitted(Paper::Letter(LetterKind::Progress)).and_then(|submitted| submitted.facts.sha256.clone());
    event.facts.rework = Some(Rework::Wording);
    if event.kind == Kind::PaperApproved {
        "mina".clone_into(&mut event.by);
    }
}

fn consents(event: &mut Event, side: Side) {
    event.facts.side = Some(side);
    event.facts.accepted = Some(Acceptance::Written);
}

/// A result that corrects the one before is no part of this machine: without a result it is refused.
fn ends(complaint: &Complaint, event: &mut Event, result: DisputeResult) {
    let is_awaited = matches!(dispute(complaint).as_str(), "with an outside body" | "looked at again");
    event.facts.result = Some(result).filter(|_| is_awaited);
}

/// Returns where a dispute stands: the state where that says it, else the sides that agreed since the proposal.
fn dispute(complaint: &Complaint) -> String {
    let has_begun =
        |event: &&Event| matches!(event.kind, Kind::DisputeStarted | Kind::WentOutside | Kind::DisputeDropped);
    let since: Vec<&Event> = complaint.valid_events().rev().take_while(|event| !has_begun(event)).collect();
    let consents = || since.iter().take_while(|event| event.kind != Kind::DisputeProposed);
    let happened = |kind| since.iter().any(|event| event.kind == kind);
    match complaint.state() {
        State::External => outcome(&since),
        State::Closed => "closed",
        State::Implementing => "implementing",
        _ if !happened(Kind::DisputeProposed) => "answered",
        _ => {
            let has = |side| consents().any(|event| event.facts.side == Some(side));
            match (has(Side::Complainant), has(Side::Organization)) {
                (false, false) => "proposed",
                (true, false) => "complainant agrees",
                (false, true) => "organization agrees",
                (true, true) => "both agree",
            }
        }
    }
    .to_owned()
}

/// Returns how far a complaint is with an outside body, by what happened there, the last first.
fn outcome(since: &[&Event]) -> &'static str {
    let answers = since.iter().take_while(|event| event.kind != Kind::DisputeEnded);
    let accepts = |side| {
        let mut answers = answers.clone().filter(|event| event.facts.side == Some(side));
        answers.next().is_some_and(|event| event.kind == Kind::RecommendationAccepted)
    };
    match since.first().map(|event| (event.kind, event.facts.result)) {
        Some((Kind::DisputeEnded, Some(DisputeResult::Settled))) => "settled",
        Some((Kind::DisputeEnded, Some(DisputeResult::Recommended))) => "recommended",
        Some((Kind::DisputeEnded, Some(DisputeResult::Determined))) => "determined",
        Some((Kind::DeterminationContested, _)) => "looked at again",
        Some((Kind::RecommendationRejected, _)) => "rejected",
        Some((Kind::RecommendationAccepted, _)) if Side::ALL.iter().all(|side| accepts(*side)) => "accepted by both",
        Some((Kind::RecommendationAccepted, _)) => "accepted by one side",
        _ => "with an outside body",
    }
}
