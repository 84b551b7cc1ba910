//! `check --tier all`: what is worth a look, from the record, the layouts and the history.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

/// Where `complaints new` puts the first complaint of a Persian register.
const FIRST_PERSIAN_FILE: &str = "complaints/1405/08/1405-01-0001-7.yaml";

#[test]
fn the_history_tells_of_late_records_and_of_names_in_messages() {
    let mut register = TestRegister::with_a_complaint();
    register.wait(TimeDelta::days(9));
    register.done("note 1 'The driver called' --at '2026-10-28 11:00'");
    register.write("templates/letter.sms.jinja", "{{ title }} {{ reference | ltr }} {{ sum }}\n");
    register.git(&["add", "templates"]);
    register.git(&["commit", "-qm", "A layout for Maryam Rezaei"]);
    register.run("check --tier all").check(&expect![[r#"
        complaints/2026/10/2026-01-0001-2.yaml: backdating: what is said to have happened at 2026-10-28T11:00:00+03:30 was recorded at 2026-11-06T10:07:00+03:30, 8 days later
            What is recorded long after it happened is remembered badly
            complaints history 2026-01-0001-2
        complaints/2026/10/2026-01-0001-2.yaml: no-personal-data-in-commits: the message of commit cd6ea282 names the complainant, and every clone keeps it
            A commit message is copied into every clone and cannot be erased
            git show -s cd6ea282
        complaints/2026/10/2026-01-0001-2.yaml:5:1: late-without-word: the answer was owed by 2026-11-02T10:06:00+03:30, and nothing since says why it is late
            An answer may be late; silence about it loses the complainant's trust
            complaints talk 2026-01-0001-2 "…"; complaints promise 2026-01-0001-2 --until DAY
        templates: template-renders: template `letter.sms.jinja`, line 1: undefined value: `{{ title }} {{ reference | ltr }} {{ sum }}`
            A layout that fails is noticed on the day when a letter must go out
            complaints templates test; complaints templates show NAME --built-in
        ------- stderr -------
        1 complaint, 39 checks: 1 finding, 3 warnings
        [exit code: 3]
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_persian_register_is_told_in_persian_what_was_found() {
    let mut register = TestRegister::with_a_persian_complaint();
    register.wait(TimeDelta::days(9));
    register.done("note 1 'راننده تماس گرفت' --at '1405/08/06 11:00'");
    register.replace(FIRST_PERSIAN_FILE, "state: received", "state: closed");
    register.replace(FIRST_PERSIAN_FILE, "level: 1", "level: 2");
    register.replace(FIRST_PERSIAN_FILE, "channel: phone", "channel: phone\nproduct: ۰۹۱۲۰۰۰۰۱۲۳");
    register.write("complaints/1405/08/notes.txt", "x");
    register.run("check --tier all").check(&expect![[r#"
        complaints/1405/08/1405-01-0001-7.yaml: committed: فایل روی دیسک با آخرین کامیت فرق دارد
            فقط آنچه ثبت شده در امان است و برای همه یکسان شمرده می‌شود
            برای نگه داشتن: git commit -- complaints/1405/08/1405-01-0001-7.yaml; برای کنار گذاشتن: git checkout HEAD -- complaints/1405/08/1405-01-0001-7.yaml
        complaints/1405/08/1405-01-0001-7.yaml: backdating: آنچه زمان رخداد آن 2026-10-28T11:00:00+03:30 نوشته شده، ۸ روز بعد ثبت شده است: 2026-11-06T10:07:00+03:30
            آنچه دیر ثبت شود درست به یاد نمی‌ماند
            complaints history 1405-01-0001-7
        complaints/1405/08/1405-01-0001-7.yaml:5:1: events-replay: وضعیت در فایل `closed` است، ولی رویدادها به `received` می‌رسند
            وضعیت و سطح از رویدادها به دست می‌آید و فقط برای جست‌وجو نوشته می‌شود
            git diff HEAD -- complaints/1405/08/1405-01-0001-7.yaml; برای کنار گذاشتن ویرایش: git checkout HEAD -- complaints/1405/08/1405-01-0001-7.yaml
        complaints/1405/08/1405-01-0001-7.yaml:5:1: late-without-word: مهلت پاسخ 2026-11-01T10:06:00+03:30 بود و از آن پس دلیلی برای دیرکرد ثبت نشده است
            پاسخ ممکن است دیر شود؛ سکوت دربارهٔ آن اعتماد شاکی را از میان می‌برد
            complaints talk 1405-01-0001-7 "…"; complaints promise 1405-01-0001-7 --until DAY
        complaints/1405/08/1405-01-0001-7.yaml:9:1: events-replay: سطح در فایل ۲ است، ولی رویدادها به سطح ۱ می‌رسند
            وضعیت و سطح از رویدادها به دست می‌آید و فقط برای جست‌وجو نوشته می‌شود
            git diff HEAD -- complaints/1405/08/1405-01-0001-7.yaml; برای کنار گذاشتن ویرایش: git checkout HEAD -- complaints/1405/08/1405-01-0001-7.yaml
        complaints/1405/08/1405-01-0001-7.yaml:12:1: summary-has-no-personal-data: در `product` شمارهٔ تلفن آمده است و فهرست‌ها آن را نشان می‌دهند
            فهرست‌ها، گزارش‌ها و گیت آن را به کسانی نشان می‌دهند که لازم نیست شاکی را بشناسند
            complaints edit 1405-01-0001-7 product=… --why "…"
        complaints/1405/08/notes.txt: no-strange-files: این نه شکایت است و نه مدرک؛ پس هیچ دستوری آن را نمی‌بیند
            چیزی که شبیه شکایت است ولی شکایت نیست، دیده نمی‌شود
            git log --oneline -- "complaints/1405/08/notes.txt"; آن را از این‌جا بردارید
        ------- stderr -------
        ۱ شکایت، ۳۹ وارسی: ۳ یافته، ۴ هشدار
        [exit code: 3]
    "#]]);
    register.run("--lang en check --only events-replay").check(&expect![[r#"
        complaints/1405/08/1405-01-0001-7.yaml:5:1: events-replay: the file says `closed`, its events lead to `received`
            State and level follow from the events; they are stored only so that they can be searched for
            git diff HEAD -- complaints/1405/08/1405-01-0001-7.yaml; to drop the edit: git checkout HEAD -- complaints/1405/08/1405-01-0001-7.yaml
        complaints/1405/08/1405-01-0001-7.yaml:9:1: events-replay: the file says level 2, its events lead to 1
            State and level follow from the events; they are stored only so that they can be searched for
            git diff HEAD -- complaints/1405/08/1405-01-0001-7.yaml; to drop the edit: git checkout HEAD -- complaints/1405/08/1405-01-0001-7.yaml
        ------- stderr -------
        1 complaint, 1 check: 2 findings
        [exit code: 3]
    "#]]);
}

#[test]
fn a_decision_can_lean_on_a_complaint_like_it() {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --again 1 --channel phone --statement 'Late again' --subject 'Late again'");
    register.done("new --again 1 --channel phone --statement 'And again' --subject 'Late a third time'");
    for number in 1..=3 {
        register.done(&format!("categorize {number} --category delivery --severity 2"));
    }
    register.run("check --only recurrence-without-cause").check(&expect![[r#"
        complaints/2026/10/2026-01-0003-6.yaml: recurrence-without-cause: the same person complained about `delivery` before, and nobody noted why: 2026-01-0001-2 2026-01-0002-0
            What comes back again and again has a cause that one answer does not mend
            complaints categorize 2026-01-0003-6 --cause-family …; complaints advance 2026-01-0003-6 decide --similar REF
        ------- stderr -------
        3 complaints, 1 check: nothing wrong, 1 warning
    "#]]);
    register.done("advance 3 decide --finding upheld --why 'The same courier' --similar 1");
    register.run("check --only recurrence-without-cause").check(&expect![[r#"
        ------- stderr -------
        3 complaints, 1 check: nothing wrong
    "#]]);
    register.run("show 3").check(&expect![[r#"
        2026-01-0003-6  Decided
        Received             2026-10-28 10:08
        Channel              Phone
        Complainant          Maryam Rezaei
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Category             Delivery
        Severity             2 of 5
        Complexity           1 of 3
        Impact               One person
        Jurisdiction         Ours
        Priority             Normal
        Owner                sara
        Acknowledgement due  Thursday 2026-10-29, 10:08
        Response due         Monday 2026-11-02, 10:08 (by the rule pack)
        Subject              Late a third time
        Statement
          And again
        Story
          2026-10-28 10:08  Received · sara
          2026-10-28 10:11  Categorized and assessed · sara
          2026-10-28 10:13  Decided · sara · Upheld · like: 2026-01-0001-2
              The same courier
    "#]]);
}

#[test]
fn one_person_has_one_pseudonym() {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --channel email --name 'M. Rezaei' --phone '+98 912 000 0123' --statement 'Late again'");
    register.done("new --channel email --name 'Maryam Rezaei' --phone 09120000123 --statement 'Late a third time'");
    register.done("new --channel email --name 'Ali Rezaei' --phone 09120000123 --statement 'Mine was late, too'");
    register.done("new --again 1 --channel email --name 'Omid Karimi' --statement 'Somebody else'");
    register.done("new --channel phone --anonymous --statement 'Not my name'");
    register.run("check --only persons-consistent").check(&expect![[r#"
        complaints/2026/10/2026-01-0002-0.yaml: persons-consistent: it has a telephone number or e-mail address of `2026-01-0001-2`, and another pseudonym
            Whoever comes back is known by one pseudonym, or taken for somebody new
            if it is the same person: complaints edit 2026-01-0002-0 person=2026-01-0001-2 --why "…"
        complaints/2026/10/2026-01-0003-6.yaml: persons-consistent: it has a telephone number or e-mail address of `2026-01-0001-2`, and another pseudonym
            Whoever comes back is known by one pseudonym, or taken for somebody new
            if it is the same person: complaints edit 2026-01-0003-6 person=2026-01-0001-2 --why "…"
        complaints/2026/10/2026-01-0004-8.yaml: persons-consistent: it has a telephone number or e-mail address of `2026-01-0002-0`, and another pseudonym
            Whoever comes back is known by one pseudonym, or taken for somebody new
            if it is the same person: complaints edit 2026-01-0004-8 person=2026-01-0002-0 --why "…"
        complaints/2026/10/2026-01-0005-7.yaml: persons-consistent: it has the pseudonym of `2026-01-0001-2`, and another name
            Whoever comes back is known by one pseudonym, or taken for somebody new
            complaints show 2026-01-0005-7; complaints edit 2026-01-0005-7 person=p-… --why "…"
        ------- stderr -------
        6 complaints, 1 check: nothing wrong, 4 warnings
    "#]]);
    register.run("edit 3 person=6 --why 'The same person'").check(&expect![[r#"
        ------- stderr -------
        error: `2026-01-0006-1` does not know who complained
        hint: complaints show 2026-01-0006-1
        [exit code: 2]
    "#]]);
    register.run("edit 3 person= --why 'Nobody'").check(&expect![[r#"
        ------- stderr -------
        error: `person` cannot be empty
        hint: complaints edit 2026-01-0003-6 person="…" --why "…"
        [exit code: 2]
    "#]]);
    register.done("edit 2 person=1 --why 'The same person'");
    register.done("edit 3 person=1 --why 'The same person'");
    register.done("edit 5 person=p-00000000 --why 'Another person'");
    register.run("check --only persons-consistent").check(&expect![[r#"
        ------- stderr -------
        6 complaints, 1 check: nothing wrong
    "#]]);
    register.run("history 3").check(&expect![[r#"
        Happened         │ Recorded         │ By   │ What                  │ State    │ Commit   │ Author
        ─────────────────┼──────────────────┼──────┼───────────────────────┼──────────┼──────────┼────────
        2026-10-28 10:08 │ 2026-10-28 10:08 │ sara │ Received              │ Received │ cd6ea282 │ Sara
        2026-10-28 10:16 │ 2026-10-28 10:16 │ sara │ Corrected (Pseudonym) │          │ 41269ae6 │ Sara
    "#]]);
    let person = register.read(FIRST_FILE).lines().find_map(|line| line.strip_prefix("person: ").map(str::to_owned));
    let linked =
        register.run(&format!("list --format plain --columns reference person:{}", person.unwrap_or_default()));
    linked.check(&expect![[r#"
        2026-01-0001-2
        2026-01-0002-0
        2026-01-0003-6
    "#]]);
    register.run("list --format plain --columns reference person:none").check(&expect![[r#"
        2026-01-0006-1
    "#]]);
}
