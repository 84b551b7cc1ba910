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
check-committed = Only what is committed is safe and counted in reports
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
