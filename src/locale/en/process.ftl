## Everyday words
list-semicolon = {"; "}
list-comma = {", "}

## A rule says no
refused-state = { $reference } is { $state }: `{ $code }` is not possible now
refused-missing = `{ $code }` must say more about { $reference }
refused-missing-new = `new` must say more
refused-acknowledged = { $reference } is acknowledged already
refused-open-promise = { $reference } has no promise { $part } that is still open
refused-no-remedy = { $reference } has no such remedy
refused-remedy-stage = { $part } of { $reference } is { $stage }: this does not follow
refused-no-point = { $reference } has no point { $part }
refused-possible = possible now: { $steps }
refused-before = { $at } is before the last event of the complaint, { $last }
refused-future = { $at } is in the future: it is { $now }
refused-one-alone = nobody else is a member: add a second person to `members:` in complaints/register.yaml, or set `four_eyes: false` there, undo and record it again
refused-not-of-now = `{ $command }` looks at the files as they are now
refused-past = --as-of looks at the past, which cannot be changed
as-of-before-the-register = --as-of: the register begins on { $begin }
as-of-before-the-register-hint = name that day or a later one: --as-of { $begin }
write-pending = an interrupted write of { $paths } is finished by the next command that writes
refused-sample = this register is a sample: it can be read, not written

## What was typed means nothing
not-found = there is no complaint `{ $typed }`
place-blocked = `{ $path }` is not read: something else stands in its place, such as a link
place-blocked-hint = move it away, then: git checkout HEAD -- { $path }
number-again = `{ $copy }` is passed over: `{ $other }` has the same number, and lies in the month of its receipt
number-twice = `{ $typed }` is the number of several files: { $files }
ambiguous = `{ $typed }` means more than one complaint
wrong-check-digit = the check digit of `{ $found }` is wrong: a digit was misread or mistyped
wrong-check-digit-hint = with these digits the last one would be { $expected }; ask the caller to read the number again
no-reference = `{ $typed }` is no reference number
no-reference-hint = a reference looks like 1405-01-0147-1, or shorter: 147, 147-1, 01-0147
statement-missing = the statement is missing: what happened
channel-missing = the channel is missing: by which way it arrived
unknown-category = `{ $code }` is no category of this register
unknown-provider = `{ $provider }` is none of the outside bodies in complaints/register.yaml
unknown-member = `{ $name }` is not among the members in complaints/register.yaml
unknown-clock = the rule pack `{ $pack }` has no clock `{ $clock }`
attach-taken = `{ $place }` is there already with another content
attach-too-large = `{ $file }` has { $size } MiB: at most { $most } are kept in git

## A mistyped date or time
typed-unknown = `{ $typed }` is no date or time
typed-day-first = `{ $typed }` does not begin with the year
typed-short-year = `{ $typed }` has no year with four digits
typed-year = `{ $typed }` has a year that is neither Jalali (1300-1499) nor Gregorian (1900-2199)
typed-no-such-month = `{ $typed }` has a month that is none of 1 to 12
typed-no-such-day = `{ $typed }` is no day: its month has { $length } days
typed-only-a-month = `{ $typed }` is a month, not a day
typed-not-a-day = `{ $typed }` is a time, not a day
typed-time = `{ $typed }` has a time of day that does not exist
typed-offset = `{ $typed }` has an offset from UTC that does not exist
typed-skipped = `{ $typed }` never was on the clocks of `{ $zone }`: they were set forward over it
typed-weekday = `{ $typed }` names a weekday, which may mean two days
typed-unequal-unit = `{ $typed }` counts in months or years, which differ in length
typed-no-direction = `{ $typed }` does not say whether it is past or to come
typed-too-far = `{ $typed }` is more than ten years away
typed-hint-any = type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago`, `in 3 days` or `۳ روز پیش`
typed-hint-year-first = type the year first, with four digits: `2026-11-21` or `1405-08-30`
typed-hint-check = check the month and the day
typed-hint-day = type the day itself, like `2026-11-21` or `1405-08-30`, or count in days: `3 days ago`, `in 3 days`
typed-hint-day-alone = type the day alone, like `2026-11-21`, `1405-08-30` or `today`
typed-hint-day-itself = type the day itself, like `2026-11-21` or `1405-08-30`
typed-hint-time = type the time from `00:00` to `23:59`, like `yesterday 10:05` or `1405-08-30 10:05`
typed-hint-offset = type the offset like `+03:30` or `Z`, or leave it out
typed-hint-skipped = type a time an hour earlier or later, or add the offset, like `+03:30`
typed-hint-direction = type `2 days ago` or `in 2 days`

## A mistyped question
question-unclosed = `{ $term }` has a quotation mark that is not closed
question-field = `{ $found }` is no field; allowed: { $allowed }
question-empty = `{ $term }` says nothing behind its sign
question-unordered = `{ $field }` has no order: `{ $term }` can only ask with `:` or `!=`
question-value = `{ $value }` is no { $field }: { $allowed }

## What to type next
hint-when = leave out --at, or say when it happened: --at 'yesterday 16:30'
hint-came-earlier = if it came before that: complaints edit { $reference } received="…" --why "…"
hint-take-back-later = take back what was recorded after it, and record both in their order: complaints undo { $reference }
hint-void-by-mistake = if it was made void by mistake: complaints undo { $reference }
hint-colleague = let a colleague read it, or take it back: complaints undo { $reference }
hint-priority-why = type it once more with --why "…", or leave out --priority
hint-undo = take a wrong step back: complaints undo { $reference }
hint-void = mark a complaint that was recorded by mistake: complaints advance { $reference } void --why "…"
hint-arrived = name the time at which it arrived, such as `yesterday 16:30`
hint-without-as-of = leave out --as-of
hint-own-register = start your own in an empty folder: complaints init --organization "…"
hint-near = did you mean `{ $near }`?
hint-new-category = write new ones under `categories:` in complaints/register.yaml
hint-clocks = its clocks: { $clocks }
hint-promise = tell a date all the same: complaints promise { $reference } --until tomorrow
hint-other-name = keep both: add --name and another name
hint-kept-elsewhere = keep it elsewhere and say where: complaints note { $reference } "…"

## What a step must record
requirement-statement = what happened
requirement-contact = how to reach the complainant, or that there is no way
requirement-product = the product or service
requirement-occurred = when it happened
requirement-wants = what the complainant wants
requirement-category = the category
requirement-severity = how bad it is, 1 to 5
requirement-safety = whether safety is at stake
requirement-full-assessment = complexity, impact, safety, whose it is
requirement-priority-reason = why the priority is another one than the assessment gives
requirement-not-acknowledged = it is acknowledged already
requirement-method = the way of contact
requirement-finding = what was found
requirement-why = the reasons
requirement-text = what was told or agreed
requirement-text-note = the note
requirement-text-talk = what was said
requirement-cause = the cause, or why it cannot be determined
requirement-action = what is done so that it does not happen again, or why nothing is
requirement-done = what you did
requirement-soon-enough = it may be solved at once only within the time of the rule pack; now it needs a decision
requirement-acceptance = did they agree?
requirement-next-route = where they can go next
requirement-promises-settled = every promise must be kept first
requirement-closure-reason = why it may be closed: solved, no reply, no further route wanted, or its time passed
requirement-attempts = as many attempts to reach them as the rule pack asks for
requirement-attempts-spread = attempts over as many days and ways of contact as the rule pack asks for, each recorded
requirement-reopen-told = how they were told that the complaint can be reopened, as nobody replied
requirement-window-passed = the time for the next route must have passed, or they want no further route
requirement-closing-note = a note of the final result
requirement-plan = the plan of the examination
requirement-other-person = somebody else than the author of the decision
requirement-approval = the approval of the decision by another person
requirement-other-second = if a second person is named, somebody else than you
requirement-second-person = a second person who agrees
requirement-dissatisfied = that the complainant is not satisfied, or only in part
requirement-outside-route = where outside they can go
requirement-independent = somebody who did not examine, decide or answer it
requirement-body = to which body it is sent on
requirement-matter = what it is, if no complaint
requirement-into = the other complaint, with which it goes on
requirement-promise-date = by when the complainant was told
requirement-open-promise = a promise of this complaint that nothing has settled yet
requirement-remedy-stage = a remedy of this complaint that has come so far (asked, offered, agreed, delivered)
requirement-no-promise-left = no other promise that waits for this remedy
requirement-point-text = a point of this complaint, in words
requirement-points-answered = a finding for each of its points
requirement-known-evidence = evidence that is attached to this complaint
requirement-authority = the authority for it, or the approval of a member who has it
requirement-needed-approval = the approval of a decision that its author may not take alone
requirement-proposal = the proposal of an outside body
requirement-side = which side
requirement-both-consents = the consent of both sides, told beforehand what it means
requirement-dispute-method = what the neutral does
requirement-result = how it ended
requirement-result-recorded = the result of the outside body
requirement-recommendation = a recommendation of the outside body
requirement-both-accept = both sides accept what was recommended
requirement-determination = a decision of the outside body
requirement-not-contested = the result of the second look outside
requirement-answered-or-overdue = an answer, or an answer that is overdue
requirement-dispute-open = the consent of both sides, or a complaint that is outside already
requirement-dispute-under-way = the proposal of an outside body, or a complaint that is outside already
requirement-notice = the notice of the dispute
requirement-position = what we accept and contest
requirement-settler = who may settle it for us
requirement-dispute-exit = why it ended without a result
requirement-our-answer = our own answer: it went outside before we gave one
requirement-investigator-free = an investigator without a conflict of interest in this complaint
requirement-author-free = somebody without a conflict of interest in this complaint
requirement-reviewer-free = a reviewer without a conflict of interest in this complaint
requirement-declaration = what the investigator says about conflicts of interest
requirement-powers = what the investigator may do and ask for
requirement-points-confirmed = that the complainant confirmed the points, or was asked to in vain
requirement-investigated = an investigation, or why there was none
requirement-declarer = whose interests are declared
requirement-conduct-kind = what kind of conduct it is
requirement-review-day = when the restriction is looked at again, a time to come
requirement-restriction = a restriction of contact that has not ended
requirement-recipient = who would be told
requirement-permitted = a permission that was given for them
requirement-not-forbidden = a body that the complainant has not forbidden to tell
requirement-nobody-forbidden = only people whom the complainant has not forbidden to tell
requirement-others-told = the outcome told to everybody whom the complainant allowed to tell
requirement-paper-text = the text of a letter, as it would go out
requirement-paper-in-review = a letter of this kind that waits for approval
requirement-same-text = the text that was submitted, unchanged
requirement-another-reader = somebody else than the one who submitted it
requirement-rework = why it is sent back, as a code
requirement-reviewed-paper = where a letter was given for approval, or the register wants four eyes: the text that somebody else approved
requirement-approved-paper = a letter whose text somebody else approved
requirement-text-ask-permission = what they would be told
requirement-text-record-conduct = what happened
requirement-text-review-conduct = what the review found
requirement-until-review-conduct = when the restriction is looked at again, a time to come
requirement-why-end-conduct = why it ends
requirement-text-notify-dispute = what was sent, and to whom
requirement-text-take-position = what we accept and contest
requirement-conflict = what the conflict of interest is, or that there is none
requirement-body-propose-dispute = the outside body
requirement-body-go-outside = the outside body

## Where a complaint stands
checklist-acknowledged = ✓ acknowledged: { $method }, { $time }
checklist-ready = Ready:
checklist-lacking = Something is missing:
checklist-other = Other steps:
checklist-points = a finding for { $points }
checklist-severity = severity { $severity }
checklist-owner = owner: { $owner }
checklist-due-told = answer by { $time } (told)
checklist-due-pack = answer by { $time }
checklist-late-told = answer overdue since { $time } (told)
checklist-late-pack = answer overdue since { $time }
checklist-held = on hold until { $time }

## What was done
recorded = { $reference }: { $kind }
recorded-part = { $reference }: { $kind } ({ $part })
wanted-otherwise = they want to be reached in one way only: { $channel }
undone = taken back: { $kind }
advanced-many = { $count ->
    [one] 1 step recorded.
   *[other] { $count } steps recorded.
}

## Many at once
many-moves = { $reference }: { $from } → { $to }
many-stays = { $reference }: { $kind }
many-would = { $count ->
    [0] Nothing would change.
    [one] 1 complaint would change.
   *[other] { $count } complaints would change.
}
many-done = { $count ->
    [0] Nothing was changed.
    [one] 1 complaint changed.
   *[other] { $count } complaints changed, in one commit.
}
many-same = { $count ->
    [one] 1 complaint is so already.
   *[other] { $count } complaints are so already.
}
many-skipped = { $count ->
    [one] 1 complaint is left out.
   *[other] { $count } complaints are left out.
}
many-yes = Nothing is changed yet; with --yes it is.
many-nobody = no complaint is meant by `{ $question }`
many-refused = the rules refuse it for { $refused } of { $count } complaints, so none is changed
many-refused-hint = ask a narrower question, or add --skip-refused to leave these out

## A new complaint
new-recorded = Recorded. Read this number out:
new-recorded-as = Recorded:
new-answer-by = Our answer: by { $time }
new-say-both = Said both? Then type:
new-say-number = Said it? Then type:
new-write = The receipt tells it; this prints it and records that it went out:
new-many = { $count ->
    [one] 1 complaint recorded.
   *[other] { $count } complaints recorded.
}
ask-welcome = A new complaint. Every answer is kept; Ctrl-C loses nothing.
ask-draft = Your answers from before are offered again: Enter takes them.
ask-statement = What happened?
ask-name = Name? (empty: not given)
ask-contact = Telephone or e-mail? (empty: none)
ask-known = Open complaint of the same contact: { $subject }, { $day }
ask-wants = What do they want? (empty: not said)
ask-channel = By which way did it arrive? [{ $usual }]
ask-unknown = Not known. Known are: { $known }
ask-solved = Is it solved, do they say?
ask-stopped = stopped; your answers are kept
contact-none = no contact given

## A new register
step-records-no = `{ $step }` does not record { $option }; these do: { $steps }
step-unknown = `{ $typed }` is no step of `advance`; it takes: { $steps }
step-keys-exclude = `{ $first }` and `{ $second }` exclude each other
step-key-needs = `{ $first }` needs `{ $second }`

told-when-over = { $option }: `{ $typed }` is not after the time at which it is told
hint-told-ahead = name a later time, such as `tomorrow` or `in 3 days`
edit-takes-away = what a complaint must say would be taken away: { $what }

merge-into-void = --into: { $reference } is void: the matter would go on nowhere

new-occurred-later = --occurred: `{ $typed }` is after the complaint was received
hint-occurred = name the day on which it happened, or add --received with the day on which the complaint arrived
summary-days-swapped = --to: { $last } is before { $first }

summary-to-come = there is nothing to count yet: the period begins at { $begin }

new-odd-phone = `{ $typed }` does not look like a telephone number
new-odd-email = `{ $typed }` does not look like an e-mail address

init-done = A register in { $root }
init-week = Working week: { $week }, in { $zone }; change it in { $file }
init-next = Record the first complaint with: complaints new


station-claimed = This clone gives out numbers of station { $station } from now on.

## The demonstration
demo-done = Played { $complaints ->
    [one] 1 complaint
   *[other] { $complaints } complaints
} in { $commits } commits. Look around:

## Clocks
clock-stands-still = stands still: { $clock }; with the hold due { $due }
clock-runs-on = runs on: { $clock }, due { $due }
clock-told-otherwise = {""}  but the complainant was told { $told }, which the clock does not move
refused-on-hold = { $reference } is on hold already
refused-not-on-hold = { $reference } is not on hold
refused-not-running = { $reference }: the clock `{ $clock }` does not run
refused-not-extendable = { $reference }: the rule pack `{ $rest }` does not let the clock `{ $clock }` be extended
refused-run-out = { $reference }: the clock `{ $clock }` ran out at { $rest }, and only a clock that runs can be extended
refused-not-later = { $reference }: the clock `{ $clock }` ends at { $rest } anyway
refused-too-far = { $reference }: the clock `{ $clock }` can be extended until { $rest } at most
requirement-until = until when, a time to come
requirement-told = how the complainant was told
requirement-in-time = it must happen before the clock has run out
requirement-on-hold = it must be on hold
requirement-not-on-hold = it must not be on hold already
