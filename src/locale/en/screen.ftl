## Times
long-day = { $weekday } { $day }
long-time = { $day }, { $clock }

## Currencies
currency-IRR = IRR
currency-EUR = EUR
currency-USD = USD
currency-GBP = GBP
currency-TRY = TRY
currency-AED = AED
currency-IQD = IQD

## Languages
language-en = English
language-fa = Persian

## Remedies
remedy-refund = Refund
remedy-repair = Repair
remedy-replace = Replacement
remedy-discount = Discount
remedy-gift = Gift
remedy-credit = Credit
remedy-voucher = Voucher
remedy-apology = Apology
remedy-explanation = Explanation
remedy-correction = Correction
remedy-payment-for-loss = Payment for a loss
remedy-payment-for-distress = Payment for distress
remedy-reconsider-decision = Decision looked at anew
remedy-restore-position = Put back as it was before
remedy-change-process = Change of the process
remedy-publish-correction = Published correction
remedy-staff-action = Action about staff
remedy-other = Other remedy
remedy-state-asked = Asked for
remedy-state-offered = Offered
remedy-state-declined = Declined
remedy-state-withdrawn = Withdrawn
remedy-state-accepted = Agreed
remedy-state-delivered = Delivered

## show
show-received = Received
show-occurred = Happened
show-channel = Channel
show-language = Language
show-needs = Needs
show-target = Date told on receipt
show-reply-by = Contact only by
show-restriction = Restriction of contact
show-permissions = Permission to tell
show-papers = Letters
show-vulnerability = Vulnerability
show-health = Health
show-accusation = Accusation
show-restricted-reason = Reason for the note
show-restricted-review = To be looked at again
show-until-review = { $kind }, to be reviewed { $day }
show-segment = Kind of customer
show-key-customer = Key customer
show-solvable = Can be solved
show-cause-family = Comes from
show-public-interest = Public interest
show-risks = May go to
show-promised = Promised for
show-actual = Came on
show-source = Source
show-name = Complainant
show-person = Pseudonym
show-anonymous = Anonymous
show-role = Role
show-phone = Phone
show-email = E-mail
show-address = Address
show-order = Order
show-product = Product
show-category = Category
show-severity = Severity
show-complexity = Complexity
show-impact = Impact
show-safety = Safety at stake
show-jurisdiction = Jurisdiction
show-grade = { $value } of { $most }
show-priority = Priority
show-level = Level
show-owner = Owner
show-acknowledgement-due = Acknowledgement due
show-acknowledged = Acknowledged
show-response-due = Response due
show-due-told = { $due } (told to the complainant)
due-of-paper = { $clock } ({ $paper })
show-due-pack = { $due } (by the rule pack)
show-overdue = { $due }, overdue
show-responded = Responded
show-closed = Closed
show-remedy = Remedy
show-promise = Promise
show-subject = Subject
show-statement = Statement
show-wants = Wants
show-point = Point
show-restricted = Restricted
show-is-restricted = There is more that only few may see
show-story = Story

## The story
story-taken-back = taken back
story-heard-by = heard by
story-route = next route
story-attempts = attempts
story-solved = solved
story-handling = handling
story-outcome = outcome
story-owner = owner
story-investigator = investigator
story-responsible = responsible
story-reopen-told = told that it can be reopened
story-cause = cause
story-action = so that it does not happen again
story-priority = priority, by choice
story-responsibility = responsibility accepted
story-declarer = about
story-told = the complainant was told
story-no-conflict = no conflict of interest
story-untold = the complainant was not told
story-powers = powers
story-confirmed = points confirmed
story-skipped = no investigation
story-reviewer = reviewer
story-second = second person
story-body = sent on to
story-outside-body = outside body
story-settler = may settle
story-into = goes on as
story-similar = like
story-policy = measured by
story-evidence = evidence
story-recipient = to
story-also-told = also told
story-superseded = a later one took its place
story-dates = dates told
story-sha256 = SHA-256
story-file = file
story-old = before
story-new = now
story-until = until

## list
list-reference = Reference
list-state = State
list-received = Received
list-category = Category
list-subject = Subject
list-owner = Owner
list-due = Due
list-overdue = { $day } overdue
list-totals =
    { $all ->
        [0] no complaints
        [one] 1 complaint, { $open } open, { $overdue } overdue
       *[other] { $all } complaints, { $open } open, { $overdue } overdue
    }

## search
search-place = Where
search-text = What was said
search-found =
    { $count ->
        [0] nothing found
        [one] 1 passage
       *[other] { $count } passages
    }

## history
history-happened = Happened
history-recorded = Recorded
history-by = By
history-what = What
history-state = State
history-commit = Commit
history-author = Author
history-late =
    { $time }, { $days ->
        [one] 1 day later
       *[other] { $days } days later
    }
history-not-committed = Not committed
history-move = { $from } → { $to }
history-event-by-hand = { $kind } (committed without the tool)
history-change = Record changed
history-change-by-hand = Edited without the tool
history-lost = Event no longer in the record

## show --say: how far it has come
say-received = Your complaint reached us on { $when } and has not been looked into yet.
say-acknowledged = We confirmed to you on { $when } that your complaint arrived, and it will be assessed next.
say-assessed = We made a first assessment of your complaint on { $when }, and looking into it comes next.
say-reopened = We took your complaint up again on { $when }.
say-investigating = We have been looking into your complaint since { $when }.
say-decided = We finished looking into your complaint and came to a decision on { $when }.
say-responded = We responded to your complaint on { $when }.
say-resolved-now = We settled your complaint with you on { $when }.
say-implementing = You accepted what we proposed on { $when }, and it is now being done.
say-follow-up = What we agreed with you was done on { $when }.
say-review = Somebody who was not involved before has been looking at your complaint again since { $when }.
say-external = Your complaint has been with a body outside our organization since { $when }.
say-closed = Your complaint was closed on { $when }.
say-closed-resolved-accepted = Your complaint was closed on { $when }, after you told us that it was settled.
say-closed-resolved-first-contact = Your complaint was settled when you first contacted us, and it was closed on { $when }.
say-closed-resolved-no-reply = We responded but could not reach you afterwards, so your complaint was closed on { $when }.
say-closed-not-upheld-accepted = We could not find in your favour, and as you did not wish to go further, your complaint was closed on { $when }.
say-closed-not-upheld-exhausted = We could not find in your favour, and when the time to go further had passed, your complaint was closed on { $when }.
say-closed-withdrawn = Your complaint was closed at your request on { $when }.
say-closed-referred-out = It was not ours to decide: we sent your complaint on and closed it here on { $when }.
say-closed-not-a-complaint = We took what you told us for no complaint and closed this number on { $when }.
say-closed-duplicate = This number was joined with another one of the same complaint on { $when }, and that one goes on.
say-closed-settled-external = You and we agreed with the help of an outside body, and your complaint was closed on { $when }.
say-closed-determined-external = An outside body came to its result, and your complaint was closed on { $when }.
say-closed-void = This number was recorded by mistake and was set aside on { $when }.

## show --say: what comes next
say-who = ; { $owner } is taking care of it
say-next-response = We will tell you as soon as we have a response{ $who }.
say-next-response-told = You will have our response by { $due }{ $who }.
say-next-response-meant = We intend to respond to you by { $due }{ $who }.
say-next-response-late = You should have had our response by { $due }, and we apologise that it is late{ $who }.
say-next-fulfilment = We will tell you as soon as it is done{ $who }.
say-next-fulfilment-told = It will be done by { $due }{ $who }.
say-next-fulfilment-late = It should have been done by { $due }, and we apologise that it is late{ $who }.
say-next-judge = Please tell us whether this settles the matter for you.
say-next-rejected = If you do not agree with it, this way is open to you: { $route }.
say-next-review = We will tell you the result as soon as there is one{ $who }.
say-next-external = That body will tell you the result, and we are there for your questions{ $who }.
say-next-resolved = If it turns out not to be settled, tell us and we will take it up again.
say-next-not-upheld = If something new comes to light, tell us and we will look at it again.
say-next-withdrawn = If you change your mind, tell us and we will take it up again.
say-next-referred-out = If they do not answer you, tell us and we will help.
say-next-not-a-complaint = If you do want to complain, tell us at any time.
say-next-void = If you are waiting for a response from us, tell us and we will look into it.

## due
due-urgency = Urgency
due-reference = Reference
due-what = What
due-date = Due
due-state = State
due-owner = Owner
due-why = Sum
due-told = { $what } (told)
due-review = review of a restriction ({ $kind })
due-on-hold = on hold
due-by-pack = by the rule pack { $date }
due-was-told = the complainant was told { $date }
due-totals =
    { $all ->
        [0] nothing is due
        [one] 1 date, { $overdue } overdue
       *[other] { $all } dates, { $overdue } overdue
    }
urgency-overdue = overdue
urgency-days-late = days late
urgency-soon = due soon
urgency-statutory = set by an authority
urgency-severity = severity
urgency-impact = impact
urgency-safety = safety
urgency-priority = priority
urgency-no-owner = without an owner
urgency-on-hold = on hold

## due REF
explain-pack = by the rule pack: { $pack }. { $basis }
explain-statutory = set by an authority
explain-pausable = stands still on hold
explain-extendable = extendable by { $most } at most
explain-not-begun = not begun; begins with: { $kinds }
explain-from = from { $time }
explain-pause = on hold from { $from } to { $to }: { $time } hours of the clock's time
explain-extension = extended at { $at }
explain-told = told to the complainant: { $time }
explain-told-otherwise = told to the complainant, and not the same: { $time }
explain-never = in ten years nobody works long enough: no date
explain-kept = stopped in time: { $time }
explain-missed = stopped too late: { $time }
explain-overdue = overdue since { $time }
explain-on-hold = on hold; due { $time }
explain-due = due { $time }
explain-review = { $what }: due { $due }
explain-promise = told: { $what }, { $due } (told at { $told })
tally-begins = begins; this day does not count
tally-day = day { $number }
tally-every-day = … each day in between counts
tally-nothing-left = nothing left of the day
tally-time = { $spans }, together { $sum }
tally-closed = nobody works
tally-day-off = off: { $name } ({ $kind })
day-off-official = public holiday
day-off-provisional = provisional
day-off-closure = closed here
limit-hours =
    { $amount ->
        [one] 1 hour
       *[other] { $amount } hours
    }
limit-working-hours =
    { $amount ->
        [one] 1 working hour
       *[other] { $amount } working hours
    }
limit-working-days =
    { $amount ->
        [one] 1 working day
       *[other] { $amount } working days
    }
limit-calendar-days =
    { $amount ->
        [one] 1 day
       *[other] { $amount } days
    }
limit-weeks =
    { $amount ->
        [one] 1 week
       *[other] { $amount } weeks
    }

## calendar
calendar-day = Day
calendar-weekday = Weekday
calendar-hours = Hours
calendar-why = Why
calendar-added = entered { $time }
calendar-off-already = { $day } is a day off already
calendar-closed = { $day } is a day off now
calendar-moved = { $clock }: from { $before } to { $after }
calendar-told-stays = ; told { $told }, which stays
calendar-nothing-moves = no date moves
calendar-still-provisional = { $day } ({ $name }) has passed and is still provisional
calendar-looked-through =
    { $days ->
        [one] 1 day off
       *[other] { $days } days off
    }
edit-kept = the text that you left is opened again; empty it to give it up
edit-not-lost = what you typed is kept in `{ $file }`
edit-one-field = one FIELD=VALUE goes with --where, and no REF
edit-no-pair = `{ $typed }` is not FIELD=VALUE
edit-same = `{ $field }` says that already
edit-empty = `{ $field }` cannot be empty
edit-no-field = `{ $field }` is no field that `edit` corrects
edit-fields = fields: { $fields }
edit-person-unknown = `{ $reference }` does not know who complained
edit-no-target = no date that was told on receipt is waited for
edit-occurred-later = the complaint would have been received before what it is about occurred
edit-anonymous-no = `anonymous` can only become `yes`: a complainant is known again by a person
edit-still-known = who is anonymous is still known by: { $fields }
hint-anonymous = if there is no way to reach them any more: { $command }
edit-received-future = received: `{ $time }` is in the future
edit-received-late = received: `{ $time }` is after the next event of the complaint
edit-fixed = `{ $field }` is the register's own and cannot be edited
edit-why = it is not said why it is corrected
edit-unchanged = nothing was changed
edit-overtaken = somebody else changed the complaint while it was open
edit-collides = somebody else changed this, too, while it was open: { $fields }
edit-no-terminal = nothing to correct was named, and there is no terminal for an editor
undo-nothing = there is nothing to take back but the complaint itself
undo-no-history = the version before this event is not in the history of this clone
