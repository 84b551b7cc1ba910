//! Settings and days off, value by value.

use super::*;

#[test]
fn the_example_of_days_off_is_sound() {
    let example = include_bytes!("../../../templates/holidays/england-and-wales.yaml");
    assert!(settings::holidays("x", example).is_empty());
}

#[test]
fn settings_are_read_value_by_value() {
    let sound = include_str!("../../../complaints/register.yaml");
    let told_of = |sound_part: &str, wrong: &str| {
        assert!(sound.contains(sound_part), "{sound_part}");
        told(&settings::register("complaints/register.yaml", sound.replacen(sound_part, wrong, 1).as_bytes(), &[]))
    };
    assert_eq!(told_of("", ""), "");
    expect![[r#"
        9:1: settings-sound: `de` is no language; known are en and fa
            edit complaints/register.yaml, then: complaints doctor
        11:1: settings-sound: `mayan` is no calendar; known are gregorian and jalali
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("language: fa\n\ncalendar: jalali", "language: de\n\ncalendar: mayan"));
    expect![[r#"
        13:1: settings-sound: `Tehran`: no time zone has this name
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("time_zone: Asia/Tehran", "time_zone: Tehran"));
    expect![[r#"
        33:5: settings-sound: `13:00-09:00` is no working time like `08:30-17:00`
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("09:00-13:00", "13:00-09:00"));
    expect![[r#"
        45:5: settings-sound: `sara` is another member's id
            edit complaints/register.yaml, then: complaints doctor
        46:5: settings-sound: this is another member's e-mail, so nobody knows who writes
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("id: reza\n    email: reza", "id: sara\n    email: Sara"));
    expect![[r#"
        15:1: settings-sound: `standart` is no rule pack; there are: standard hours-24-72 iso-10002 fca-disp asic-rg271 uk-housing-2024 enamad-96h isiri-20d minimal
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("pack: standard", "pack: standart"));
    expect![[r#"
        17:1: settings-sound: `four_eye`: unknown field `four_eye`, expected one of format, organization, contact, language, calendar, digits, time_zone, pack, four_eyes, sample, week, members, categories, products, providers, views, forms
            edit complaints/register.yaml, then: complaints doctor
    "#]].assert_eq(&told_of("four_eyes:", "four_eye:"));
}

#[test]
fn a_day_off_that_was_added_too_late_is_told() {
    let sound = include_str!("../../../complaints/holidays.yaml");
    let told_of = |sound_part: &str, wrong: &str| {
        assert!(sound.contains(sound_part), "{sound_part}");
        told(&settings::holidays("complaints/holidays.yaml", sound.replacen(sound_part, wrong, 1).as_bytes()))
    };
    assert_eq!(told_of("", ""), "");
    expect![[r#"
        9:5: no-late-days-off: 2026-02-14 was made a day off on 2026-03-20, when it had passed
            edit complaints/holidays.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("added_at: \"2026-01-20\"", "added_at: \"2026-03-20\""));
    expect![[r#"
        6:5: settings-sound: `party` is none of official provisional closure
            edit complaints/holidays.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("kind: closure", "kind: party"));
    expect![[r#"
        5:5: settings-sound: `1404/11/25`: input contains invalid characters
            edit complaints/holidays.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("day: \"2026-02-14\"", "day: 1404/11/25"));
}
