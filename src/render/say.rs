//! Two sentences for somebody who asks "where is my case?", in the language of the locale.
//!
//! They are read to the complainant: what was last done and when, then what comes next. Internal notes and restricted
//! facts have no part in them.

use crate::domain::Instant;
use crate::domain::clock::DueBy;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::words::{Closure, Finding, PromiseState, Promised, State};
use crate::locale::Locale;
use crate::render::reader::Reader;
use crate::render::standing::Standing;

/// Returns exactly two sentences: how far the complaint has come, and what the complainant can expect next.
pub fn say(standing: &Standing, reader: &Reader) -> String {
    format!("{} {}", so_far(standing.complaint, reader.locale), next(standing, reader))
}

/// The event that brought the complaint to where it stands.
fn last_move(complaint: &Complaint) -> Option<&Event> {
    complaint.valid_events().rfind(|event| event.to.is_some())
}

fn so_far(complaint: &Complaint, locale: &Locale) -> String {
    let last = last_move(complaint);
    let key = match (complaint.state(), complaint.closure(), last.map(|event| event.kind)) {
        (State::Closed, Some(closure), _) => format!("say-closed-{closure}"),
        (State::Assessed, _, Some(Kind::Reopened)) => "say-reopened".to_owned(),
        (State::Responded, _, Some(Kind::ResolvedNow)) => "say-resolved-now".to_owned(),
        (state, _, _) => format!("say-{state}"),
    };
    let when = locale.long_time(last.map_or(complaint.received_at, |event| event.at));
    locale.tell(&key, &[("when", (&when).into())])
}

fn next(standing: &Standing, reader: &Reader) -> String {
    let complaint = standing.complaint;
    match complaint.state() {
        State::Received | State::Acknowledged | State::Assessed | State::Investigating | State::Decided => {
            response(standing, reader)
        }
        State::Responded => judgement(complaint, reader.locale),
        State::Implementing => fulfilment(standing, reader),
        State::FollowUp => reader.locale.say("say-next-judge"),
        State::Review => with_owner("say-next-review", standing, reader),
        State::External => with_owner("say-next-external", standing, reader),
        State::Closed => reader.locale.say(match complaint.closure() {
            Some(Closure::Void | Closure::Duplicate) => "say-next-void",
            Some(Closure::ReferredOut) => "say-next-referred-out",
            Some(Closure::NotAComplaint) => "say-next-not-a-complaint",
            Some(Closure::Withdrawn) => "say-next-withdrawn",
            Some(Closure::NotUpheldAccepted | Closure::NotUpheldExhausted) => "say-next-not-upheld",
            _ => "say-next-resolved",
        }),
    }
}

/// When the outcome will be told.
fn response(standing: &Standing, reader: &Reader) -> String {
    match standing.response_owed_by() {
        Some((due, _)) if standing.is_overdue => dated("say-next-response-late", due, standing, reader),
        Some((due, DueBy::Told)) => dated("say-next-response-told", due, standing, reader),
        Some((due, DueBy::Pack)) => dated("say-next-response-meant", due, standing, reader),
        None => with_owner("say-next-response", standing, reader),
    }
}

/// When what was agreed will be done.
fn fulfilment(standing: &Standing, reader: &Reader) -> String {
    let is_open_remedy = |what, state| what == Promised::Remedy && state == PromiseState::Open;
    let promises = standing.complaint.promises.iter().filter(|promise| is_open_remedy(promise.what, promise.state));
    match promises.map(|promise| promise.due).min() {
        Some(due) if due < standing.now => dated("say-next-fulfilment-late", due, standing, reader),
        Some(due) => dated("say-next-fulfilment-told", due, standing, reader),
        None => with_owner("say-next-fulfilment", standing, reader),
    }
}

/// What the complainant can say or do about the answer.
fn judgement(complaint: &Complaint, locale: &Locale) -> String {
    let is_rejected = matches!(complaint.finding(), Some(Finding::NotUpheld | Finding::Partly));
    match last_move(complaint) {
        // Who accepted within the contact has judged it there.
        Some(last) if last.kind == Kind::ResolvedNow => locale.say("say-next-resolved"),
        Some(last) if is_rejected && let Some(route) = last.facts.route_told => {
            let route = locale.label("route", route.as_str());
            locale.tell("say-next-rejected", &[("route", (&route).into())])
        }
        _ => locale.say("say-next-judge"),
    }
}

fn dated(key: &str, due: Instant, standing: &Standing, reader: &Reader) -> String {
    let (due, who) = (reader.locale.long_time(due), who(standing, reader));
    reader.locale.tell(key, &[("due", (&due).into()), ("who", (&who).into())])
}

fn with_owner(key: &str, standing: &Standing, reader: &Reader) -> String {
    reader.locale.tell(key, &[("who", (&who(standing, reader)).into())])
}

/// The end of a sentence that names who takes care of it; nothing where nobody does.
fn who(standing: &Standing, reader: &Reader) -> String {
    let Some(owner) = &standing.complaint.owner else { return String::new() };
    let owner = reader.line(&reader.names.member(owner));
    reader.locale.tell("say-who", &[("owner", (&owner).into())])
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::domain::words::Route;
    use crate::render::specimen::{self, at, event, promise};

    fn told(standing: &Standing) -> String {
        let (english, persian) = (specimen::english(), specimen::persian());
        let both = [say(standing, &specimen::reader(&english)), say(standing, &specimen::reader(&persian))];
        for text in &both {
            assert_eq!(text.matches(". ").count(), 1, "two sentences: {text}");
            assert!(text.ends_with('.') && !text.contains("say-"), "{text}");
        }
        format!("{}\n", both.join("\n"))
    }

    fn check(complaint: &Complaint, expected: &Expect) {
        expected.assert_eq(&told(&specimen::standing(complaint)));
    }

    fn closed(closure: Closure) -> Complaint {
        let mut complaint = specimen::complaint(State::Responded);
        let mut closing = event(9, Kind::Closed, Some(State::Closed));
        closing.facts.closure = Some(closure);
        complaint.events.push(closing);
        complaint
    }

    #[test]
    fn every_state_before_the_answer_names_the_promised_date() {
        let states = [State::Received, State::Acknowledged, State::Assessed, State::Investigating, State::Decided];
        let all: String = states
            .into_iter()
            .map(|state| {
                let mut complaint = specimen::complaint(state);
                complaint.owner = Some("sara".to_owned());
                told(&specimen::standing(&complaint))
            })
            .collect();
        expect![[r"
            Your complaint reached us on Wednesday 2026-10-28, 10:05 and has not been looked into yet. You will have our response by Saturday 2026-10-31, 10:05; Sara is taking care of it.
            شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۵ به دست ما رسید و هنوز بررسی آن آغاز نشده است. تا شنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ پاسخ ما را دریافت می‌کنید؛ پیگیری آن با Sara است.
            We confirmed to you on Wednesday 2026-10-28, 10:20 that your complaint arrived, and it will be assessed next. You will have our response by Saturday 2026-10-31, 10:05; Sara is taking care of it.
            رسیدن شکایت شما را چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۲۰ به شما خبر دادیم و گام بعدی ارزیابی آن است. تا شنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ پاسخ ما را دریافت می‌کنید؛ پیگیری آن با Sara است.
            We made a first assessment of your complaint on Wednesday 2026-10-28, 10:35, and looking into it comes next. You will have our response by Saturday 2026-10-31, 10:05; Sara is taking care of it.
            شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۳۵ ارزیابی شد و گام بعدی بررسی آن است. تا شنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ پاسخ ما را دریافت می‌کنید؛ پیگیری آن با Sara است.
            We have been looking into your complaint since Wednesday 2026-10-28, 10:50. You will have our response by Saturday 2026-10-31, 10:05; Sara is taking care of it.
            بررسی شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۵۰ آغاز شد و ادامه دارد. تا شنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ پاسخ ما را دریافت می‌کنید؛ پیگیری آن با Sara است.
            We finished looking into your complaint and came to a decision on Wednesday 2026-10-28, 11:05. You will have our response by Saturday 2026-10-31, 10:05; Sara is taking care of it.
            بررسی شکایت شما به پایان رسید و چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۱:۰۵ دربارهٔ آن تصمیم گرفتیم. تا شنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ پاسخ ما را دریافت می‌کنید؛ پیگیری آن با Sara است.
        "]].assert_eq(&all);
    }

    #[test]
    fn a_date_that_nobody_told_is_an_intention_and_a_passed_one_an_apology() {
        let complaint = specimen::complaint(State::Assessed);
        let standing = specimen::standing(&complaint);
        let due = at("2026-10-31T10:05:00+03:30");
        let by_pack = Standing { response_due: Some((due, DueBy::Pack)), ..standing };
        let without = Standing { response_due: None, ..standing };
        let late = Standing { is_overdue: true, now: at("2026-11-03T09:00:00+03:30"), ..standing };
        expect![[r"
            We made a first assessment of your complaint on Wednesday 2026-10-28, 10:35, and looking into it comes next. We intend to respond to you by Saturday 2026-10-31, 10:05.
            شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۳۵ ارزیابی شد و گام بعدی بررسی آن است. می‌کوشیم تا شنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ به شما پاسخ دهیم.
            We made a first assessment of your complaint on Wednesday 2026-10-28, 10:35, and looking into it comes next. We will tell you as soon as we have a response.
            شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۳۵ ارزیابی شد و گام بعدی بررسی آن است. همین که پاسخ آماده شود، به شما خبر می‌دهیم.
            We made a first assessment of your complaint on Wednesday 2026-10-28, 10:35, and looking into it comes next. You should have had our response by Saturday 2026-10-31, 10:05, and we apologise that it is late.
            شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۳۵ ارزیابی شد و گام بعدی بررسی آن است. باید تا شنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ به شما پاسخ می‌دادیم و از این دیرکرد پوزش می‌خواهیم.
        "]].assert_eq(&[by_pack, without, late].iter().map(told).collect::<String>());
    }

    #[test]
    fn after_the_answer_the_complainant_has_the_word() {
        let mut rejected = specimen::complaint(State::Responded);
        rejected.events[4].facts.finding = Some(Finding::NotUpheld);
        rejected.events[5].facts.route_told = Some(Route::InternalReview);
        check(
            &rejected,
            &expect![[r"
                We responded to your complaint on Wednesday 2026-10-28, 11:20. If you do not agree with it, this way is open to you: Internal review.
                پاسخ شکایت شما را چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۱:۲۰ به شما دادیم. اگر با این پاسخ موافق نیستید، این راه برای شما باز است: بازبینی داخلی.
            "]],
        );
        check(
            &specimen::complaint(State::Responded),
            &expect![[r"
                We responded to your complaint on Wednesday 2026-10-28, 11:20. Please tell us whether this settles the matter for you.
                پاسخ شکایت شما را چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۱:۲۰ به شما دادیم. لطفاً به ما بگویید که آیا مشکل شما حل شده است.
            "]],
        );
        let mut at_once = specimen::complaint(State::Assessed);
        at_once.events.push(event(4, Kind::ResolvedNow, Some(State::Responded)));
        check(
            &at_once,
            &expect![[r"
                We settled your complaint with you on Wednesday 2026-10-28, 11:05. If it turns out not to be settled, tell us and we will take it up again.
                شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۱:۰۵ در همان تماس با خودتان حل شد. اگر مشکل هنوز هست، به ما بگویید تا دوباره آن را پیگیری کنیم.
            "]],
        );
        check(
            &specimen::complaint(State::FollowUp),
            &expect![[r"
            What we agreed with you was done on Wednesday 2026-10-28, 11:50. Please tell us whether this settles the matter for you.
            آنچه با شما توافق کردیم چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۱:۵۰ انجام شد. لطفاً به ما بگویید که آیا مشکل شما حل شده است.
        "]],
        );
    }

    #[test]
    fn what_was_agreed_has_a_date_of_its_own() {
        let mut complaint = specimen::complaint(State::Implementing);
        check(
            &complaint,
            &expect![[r"
            You accepted what we proposed on Wednesday 2026-10-28, 11:35, and it is now being done. We will tell you as soon as it is done.
            پیشنهاد ما را چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۱:۳۵ پذیرفتید و اکنون در حال انجام آن هستیم. همین که کار انجام شود، به شما خبر می‌دهیم.
        "]],
        );
        complaint.promises = vec![promise("m2", Promised::Remedy, "2026-11-04T12:00:00+03:30", PromiseState::Open)];
        check(
            &complaint,
            &expect![[r"
            You accepted what we proposed on Wednesday 2026-10-28, 11:35, and it is now being done. It will be done by Wednesday 2026-11-04, 12:00.
            پیشنهاد ما را چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۱:۳۵ پذیرفتید و اکنون در حال انجام آن هستیم. این کار تا چهارشنبه ۱۴۰۵/۰۸/۱۳، ساعت ۱۲:۰۰ انجام می‌شود.
        "]],
        );
        let late = Standing { now: at("2026-11-05T09:00:00+03:30"), ..specimen::standing(&complaint) };
        expect![[r"
            You accepted what we proposed on Wednesday 2026-10-28, 11:35, and it is now being done. It should have been done by Wednesday 2026-11-04, 12:00, and we apologise that it is late.
            پیشنهاد ما را چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۱:۳۵ پذیرفتید و اکنون در حال انجام آن هستیم. این کار باید تا چهارشنبه ۱۴۰۵/۰۸/۱۳، ساعت ۱۲:۰۰ انجام می‌شد و از این دیرکرد پوزش می‌خواهیم.
        "]].assert_eq(&told(&late));
    }

    #[test]
    fn a_complaint_that_others_look_at_says_so() {
        check(
            &specimen::complaint(State::Review),
            &expect![[r"
            Somebody who was not involved before has been looking at your complaint again since Wednesday 2026-10-28, 12:20. We will tell you the result as soon as there is one.
            از چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ کسی که پیش از این در کار نبوده است، شکایت شما را دوباره بررسی می‌کند. همین که نتیجه روشن شود، به شما خبر می‌دهیم.
        "]],
        );
        check(
            &specimen::complaint(State::External),
            &expect![[r"
                Your complaint has been with a body outside our organization since Wednesday 2026-10-28, 12:20. That body will tell you the result, and we are there for your questions.
                شکایت شما از چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ نزد مرجعی بیرون از سازمان ماست. نتیجه را آن مرجع به شما می‌گوید و ما آمادهٔ پاسخ به پرسش‌های شما هستیم.
            "]],
        );
    }

    #[test]
    fn a_closed_complaint_says_why_and_leaves_the_door_open() {
        let all: String = Closure::ALL.iter().map(|closure| told(&specimen::standing(&closed(*closure)))).collect();
        expect![[r"
            Your complaint was closed on Wednesday 2026-10-28, 12:20, after you told us that it was settled. If it turns out not to be settled, tell us and we will take it up again.
            پس از آنکه گفتید مشکل حل شده است، پروندهٔ شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ بسته شد. اگر مشکل هنوز هست، به ما بگویید تا دوباره آن را پیگیری کنیم.
            Your complaint was settled when you first contacted us, and it was closed on Wednesday 2026-10-28, 12:20. If it turns out not to be settled, tell us and we will take it up again.
            شکایت شما در همان تماس نخست حل شد و پروندهٔ آن چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ بسته شد. اگر مشکل هنوز هست، به ما بگویید تا دوباره آن را پیگیری کنیم.
            We responded but could not reach you afterwards, so your complaint was closed on Wednesday 2026-10-28, 12:20. If it turns out not to be settled, tell us and we will take it up again.
            پاسخ ما به شما داده شد، اما پس از آن نتوانستیم با شما تماس بگیریم و پرونده چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ بسته شد. اگر مشکل هنوز هست، به ما بگویید تا دوباره آن را پیگیری کنیم.
            We could not find in your favour, and as you did not wish to go further, your complaint was closed on Wednesday 2026-10-28, 12:20. If something new comes to light, tell us and we will look at it again.
            شکایت شما وارد دانسته نشد و چون نخواستید آن را ادامه دهید، پروندهٔ آن چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ بسته شد. اگر نکتهٔ تازه‌ای روشن شد، به ما بگویید تا دوباره بررسی کنیم.
            We could not find in your favour, and when the time to go further had passed, your complaint was closed on Wednesday 2026-10-28, 12:20. If something new comes to light, tell us and we will look at it again.
            شکایت شما وارد دانسته نشد و با پایان مهلت اعتراض، پروندهٔ آن چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ بسته شد. اگر نکتهٔ تازه‌ای روشن شد، به ما بگویید تا دوباره بررسی کنیم.
            Your complaint was closed at your request on Wednesday 2026-10-28, 12:20. If you change your mind, tell us and we will take it up again.
            پروندهٔ شکایت شما به درخواست خودتان چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ بسته شد. اگر نظرتان عوض شد، به ما بگویید تا دوباره آن را پیگیری کنیم.
            It was not ours to decide: we sent your complaint on and closed it here on Wednesday 2026-10-28, 12:20. If they do not answer you, tell us and we will help.
            رسیدگی به شکایت شما در صلاحیت ما نبود؛ آن را به مرجع دیگری ارجاع دادیم و پرونده‌اش چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ اینجا بسته شد. اگر به شما پاسخ ندادند، به ما بگویید تا کمک کنیم.
            We took what you told us for no complaint and closed this number on Wednesday 2026-10-28, 12:20. If you do want to complain, tell us at any time.
            گفتهٔ شما را شکایت ندانستیم و این شماره چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ بسته شد. اگر می‌خواهید شکایت کنید، هر زمان به ما بگویید.
            This number was joined with another one of the same complaint on Wednesday 2026-10-28, 12:20, and that one goes on. If you are waiting for a response from us, tell us and we will look into it.
            این شماره چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ با شمارهٔ دیگری از همین شکایت یکی شد و کار با آن شماره ادامه دارد. اگر منتظر پاسخ ما هستید، به ما بگویید تا پیگیری کنیم.
            You and we agreed with the help of an outside body, and your complaint was closed on Wednesday 2026-10-28, 12:20. If it turns out not to be settled, tell us and we will take it up again.
            نزد مرجع بیرونی میان شما و ما توافق شد و پروندهٔ شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ بسته شد. اگر مشکل هنوز هست، به ما بگویید تا دوباره آن را پیگیری کنیم.
            An outside body came to its result, and your complaint was closed on Wednesday 2026-10-28, 12:20. If it turns out not to be settled, tell us and we will take it up again.
            مرجع بیرونی نتیجه را اعلام کرد و پروندهٔ شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ بسته شد. اگر مشکل هنوز هست، به ما بگویید تا دوباره آن را پیگیری کنیم.
            This number was recorded by mistake and was set aside on Wednesday 2026-10-28, 12:20. If you are waiting for a response from us, tell us and we will look into it.
            این شماره به اشتباه ثبت شده بود و چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ باطل شد. اگر منتظر پاسخ ما هستید، به ما بگویید تا پیگیری کنیم.
        "]].assert_eq(&all);
        let mut unexplained = closed(Closure::Void);
        unexplained.events.last_mut().expect("it was closed").facts.closure = None;
        check(
            &unexplained,
            &expect![[r"
            Your complaint was closed on Wednesday 2026-10-28, 12:20. If it turns out not to be settled, tell us and we will take it up again.
            پروندهٔ شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۲:۲۰ بسته شد. اگر مشکل هنوز هست، به ما بگویید تا دوباره آن را پیگیری کنیم.
        "]],
        );
    }

    #[test]
    fn a_reopened_complaint_waits_for_its_answer_again() {
        let mut complaint = closed(Closure::ResolvedAccepted);
        complaint.events.push(event(12, Kind::Reopened, Some(State::Assessed)));
        check(
            &complaint,
            &expect![[r"
                We took your complaint up again on Wednesday 2026-10-28, 13:05. You will have our response by Saturday 2026-10-31, 10:05.
                شکایت شما را چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۳:۰۵ دوباره باز کردیم. تا شنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ پاسخ ما را دریافت می‌کنید.
            "]],
        );
    }

    #[test]
    fn a_hostile_name_of_an_owner_cannot_add_a_line() {
        let mut complaint = specimen::complaint(State::Assessed);
        complaint.owner = Some("x\n\u{1B}[31m\u{202E}evil".to_owned());
        let locale = specimen::english();
        let text = say(&specimen::standing(&complaint), &specimen::reader(&locale));
        assert!(!text.contains(char::is_control) && !text.contains('\u{202E}'), "{text:?}");
    }
}
