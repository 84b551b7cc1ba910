## check
check-done = { $complaints ->
    [one] 1 complaint
   *[other] { $complaints } complaints
}, { $checks ->
    [one] 1 check
   *[other] { $checks } checks
}: { $errors ->
    [0] nothing wrong
    [one] 1 finding
   *[other] { $errors } findings
}{ $warnings ->
    [0] {""}
    [one] , 1 warning
   *[other] , { $warnings } warnings
}
check-unusable = no complaint was looked at: the settings cannot be used
check-healed = { $count ->
    [one] State and level of 1 complaint were put right
   *[other] State and level of { $count } complaints were put right
}

## Why each check is made
check-parseable = A file that cannot be read is in no list and no figure
check-no-conflict-markers = A merge was left half done: both versions stand in the file
check-no-duplicate-keys = Of two values under one key, nobody knows which holds
check-schema-known = The fields must be those of format 1, or the complaint cannot be understood
check-settings-sound = Without sound settings no day, number or name is right
check-ref-valid = A complaint is found by its file name, so name, folder and content must agree
check-ref-unique = A number told to one complainant must never mean another complaint
check-no-gaps = No complaint disappears: every station counts without leaving a number out
check-records-present = A complaint that is committed must lie on disk
check-stations-known = Only a station with a file of its own gives out numbers
check-source-unique = A record that was taken in twice would be counted twice
check-links-exist = What was merged goes on in another complaint, and that one must be there
check-no-strange-files = What looks like a complaint and is none is overlooked
check-events-replay = State and level follow from the events; they are stored only so that they can be searched for
check-event-ids-unique = Events are merged by their ids: of two with the same id one would be lost
check-guards-hold = A step counts only when what it must record is there
check-times-ordered = Nothing is answered before it came, and nothing happens in the future
check-promises-consistent = What a complainant was told must agree with what was done
check-papers-proven = A paper that was sent must be provable, and what it told must be kept
check-pack-known = The rule pack says by when to answer and what to record
check-evidence-present = Evidence that an event names must be there
check-evidence-hash = Evidence must be what it was on the day it was attached
check-no-orphan-evidence = Evidence without an event: nobody knows who brought it, and when
check-no-cut-texts = YAML takes ` #` for the start of a comment, so the rest of the text is not read
check-committed = Only what is committed is safe, and the same for all who count
check-codes-declared = A category that is not declared has no name in reports
check-owner-known = Whoever acts or answers must be a member
check-summary-has-no-personal-data = Lists, reports and git show it to people who need not know who complained
check-no-late-days-off = A day off that was added later does not make a late answer punctual
check-late-without-word = An answer may be late; silence about it loses the complainant's trust
check-follow-up-made = Only the complainant can say whether it is solved
check-restricted-reviewed = What is noted about health, need or conduct is kept only as long as it is needed
check-needs-recorded = Whoever is vulnerable is heard only when somebody knows what they need
check-recurrence-without-cause = What comes back again and again has a cause that one answer does not mend
check-persons-consistent = Whoever comes back is known by one pseudonym, or taken for somebody new
check-repeated-identical-apology-text = An apology that many get word for word is read as none
check-backdating = What is recorded long after it happened is remembered badly
check-no-personal-data-in-commits = A commit message is copied into every clone and cannot be erased
check-template-renders = A layout that fails is noticed on the day when a letter must go out

## What is found in a file
found-fault = { $fault }
found-differs = the file on disk differs from the last commit
found-uncommitted = the file is in no commit
found-cut-text = a ` #` cuts off the rest of this text

## What is found in a record
found-other-number = the file is named `{ $named }` and says `{ $said }`
found-other-year = the number is of the year { $named }, and it was received in { $year }
found-other-state = the file says `{ $stored }`, its events lead to `{ $replayed }`
found-other-level = the file says level { $stored }, its events lead to { $replayed }
found-no-event = there is no event, not even of the arrival
found-other-first-event = the first event must be `received` and lead to `received`
found-not-from-state = `{ $kind }` is not possible from `{ $state }`
found-not-when-void = `{ $kind }` is not possible: the complaint is void
found-other-target = `{ $kind }` from `{ $state }` leads { $target ->
    [nowhere] nowhere
   *[other] to `{ $target }`
}, and the event says { $said ->
    [nowhere] nowhere
   *[other] to `{ $said }`
}
found-takes-back-nothing = the event does not say which one it takes back
found-cannot-take-back = `{ $kind }` cannot take an event back
found-takes-back-unknown = it takes back `{ $id }`, which is no earlier event that holds
found-event-id-again = the id `{ $id }` is that of an event above
found-not-recorded = `{ $kind }` does not record: { $missing }
found-unknown-pack = `{ $pack }` is no rule pack, so nothing says what must be recorded
found-before-last = `{ $kind }` at { $at } is before what happened last, { $last }
found-other-receipt = it says that it was received at { $said }, and its first event says { $happened }
found-not-yet = `{ $kind }` at { $at } has not happened yet
found-occurred-later = it is said to have happened after it was received
found-unknown-category = `{ $category }` is no category of this register
found-no-member = `{ $name }` is no member of this register
found-lead-in-field = `{ $field }` holds { $lead ->
    [email] an e-mail address
    [card] the number of a bank card
    [phone] a telephone number
   *[national-code] a national code
}, and lists print it
found-lead-in-file-name = the name of the file holds { $lead ->
    [email] an e-mail address
    [card] the number of a bank card
    [phone] a telephone number
   *[national-code] a national code
}, and git shows it

## What is found in promises, remedies and papers
found-promise-id-again = the id `{ $id }` is that of a promise above
found-no-promise = there is no promise `{ $id }`
found-other-stage = `{ $id }` is { $state }, and its events lead to { $replayed }
found-due-before-told = `{ $id }` was due before it was told
found-still-open = `{ $id }` is open, and the { $promised } it is about was recorded since
found-not-kept = `{ $id }` is kept, and no event in its time says so
found-not-replaced = `{ $id }` is replaced, and no later promise stands in its place
found-not-missed = `{ $id }` is missed, and no later event says so
found-unproven-paper = `{ $paper }` was sent, and way or SHA-256 of its text are missing
found-unpromised-date = { $date } was told in it, and no promise has this date

## What is found in evidence
found-unnamed-evidence = the event does not name its file
found-no-evidence = `{ $place }` is not there
found-other-evidence = `{ $place }` is not what was attached: its SHA-256 is { $sha256 }
found-orphan-evidence = `{ $place }` lies there without an event that attached it

## What wants a look
found-silence = the answer was owed by { $due }, and nothing since says why it is late
found-not-asked = it is closed as resolved, and nobody wrote down whether the complainant finds so
found-review-due = what only few may see was to be looked at again on { $day }
found-no-needs = it is noted that the complainant is vulnerable, and not what they need to be heard
found-recorded-late = what is said to have happened at { $at } was recorded at { $recorded_at }, { $days } days later
found-named-in-commit = the message of commit { $id } names the complainant, and every clone keeps it

## What is found across records
found-number-again = `{ $reference }` lies in `{ $other }` too
found-gap = the number `{ $reference }` is missing: complaints are never deleted
found-gaps = the number `{ $reference }` is missing: complaints are never deleted; of this station and year { $all } are missing in all
found-gone = the last commit holds this complaint, and it is not on disk
found-unknown-station = station { $station } gave out this number, and `{ $file }` is not there
found-source-again = `{ $id }` of `{ $system }` is also the source of `{ $other }`
found-lost-link = it was merged into `{ $into }`, which is not there
found-strange-file = this is no complaint and no evidence, so no command sees it
found-recurrence = the same person complained about `{ $category }` before, and nobody noted why: { $others }
found-same-apology = the answer apologizes in the very words of that to `{ $other }`
found-other-name = it has the pseudonym of `{ $first }`, and another name
found-other-pseudonym = it has a telephone number or e-mail address of `{ $first }`, and another pseudonym

## What is found in settings and days off
found-wrong-value = `{ $value }`: { $fault }
found-other-format = `{ $format }`: this version reads format 1
found-lead-in-label = this name holds { $lead ->
    [email] an e-mail address
    [card] the number of a bank card
    [phone] a telephone number
   *[national-code] a national code
}, and reports print it
found-nobody-works = nobody ever works in this week
found-member-id-again = `{ $id }` is another member's id
found-member-email-again = this is another member's e-mail, so nobody knows who writes
found-until-before-from = { $until } is before { $from }
found-late-day-off = { $day } was made a day off on { $added_on }, when it had passed

## What to do about it
mend-command = { $command }
mend-keep-or-drop = keep it: git commit -- { $path }; drop it: git checkout HEAD -- { $path }
mend-look-at-edit = git diff HEAD -- { $path }; to drop the edit: git checkout HEAD -- { $path }
mend-or-drop-edit = mend the file, or drop the edit: git checkout HEAD -- { $path }
mend-by-both-sides = keep what both sides say and take the marker lines out, then: git add -- { $path } && git commit; or give the merge up: git merge --abort
mend-or-look-back = mend the file, or see when it broke: git log -p -- { $path }
mend-by-update = update this program; who has the newer one: { $command }
mend-by-quotes = put the whole text in quotes: git blame -L { $line },{ $line } -- { $path }
mend-by-step-again = complaints undo { $reference }, then take the step again: complaints advance { $reference }
mend-with-code = { $command }; codes: complaints codes { $list }
mend-by-member = add the member under `members:` in complaints/register.yaml
mend-by-other-name = attach it under another name: complaints attach { $reference }
mend-first-version = git log --oneline -- "{ $place }"; the first version is the one that was attached
mend-lost = find the commit that took it: { $command }
mend-by-moving = git log --oneline -- "{ $path }"; move it out of the way
mend-same-person = if it is the same person: complaints edit { $reference } person={ $first } --why "…"
mend-settings = edit { $path }, then: complaints doctor
