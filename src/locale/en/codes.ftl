## codes

# State
state-received = Received
state-acknowledged = Acknowledged
state-assessed = Assessed
state-investigating = Being investigated
state-decided = Decided
state-responded = Responded
state-implementing = Being carried out
state-follow-up = In follow-up
state-closed = Closed
state-review = In review
state-external = With an outside body

# Channel
channel-phone = Phone
channel-email = E-mail
channel-web-form = Web form
channel-chat = Chat
channel-sms = Text message
channel-messenger = Messenger
channel-social = Social network
channel-letter = Letter
channel-fax = Fax
channel-in-person = In person
channel-call-centre = Call centre
channel-third-party = Third party
channel-regulator = Regulator
channel-legal = Legal authority
channel-review-site = Review site
channel-staff = Staff
channel-other = Other

# Finding
finding-upheld = Upheld
finding-partly = Partly upheld
finding-not-upheld = Not upheld

# Closure
closure-resolved-accepted = Resolved, accepted by the complainant
closure-resolved-first-contact = Resolved at first contact
closure-resolved-no-reply = Resolved, no reply from the complainant
closure-not-upheld-accepted = Not upheld, accepted by the complainant
closure-not-upheld-exhausted = Not upheld, time for further routes has passed
closure-withdrawn = Withdrawn
closure-referred-out = Referred to another body
closure-not-a-complaint = Not a complaint
closure-duplicate = Duplicate of another complaint
closure-settled-external = Settled with an outside body
closure-determined-external = Decided by an outside body
closure-void = Void

# Solved, YesNo
answer-yes = Yes
answer-partly = Partly
answer-no = No

# Priority
priority-low = Low
priority-normal = Normal
priority-high = High
priority-urgent = Urgent

# Impact
impact-one = One person
impact-several = Several people
impact-many = Many people
impact-systemic = The process itself

# Jurisdiction
jurisdiction-in = Ours
jurisdiction-out = Not ours
jurisdiction-shared = Ours in part

# Role
role-buyer = Buyer
role-user = User
role-representative = Representative
role-staff = Staff
role-public = Member of the public
role-other-business = Other business

# Accommodation
need-interpreter = Interpreter
need-large-print = Large print
need-hearing = Hard of hearing
need-vision = Low vision
need-mobility = Limited mobility
need-cognitive = Plain words and more time
need-literacy = Help with reading and writing
need-minor = Child or young person
need-elderly = Older person
need-remote = Lives far away
need-financial-hardship = Financial hardship
need-bereaved = Bereaved
need-other = Other

# Promised
promise-response = Response
promise-remedy = Remedy
promise-update = News of progress
promise-trial = Time to try the solution
promise-prevention = Prevention of a repetition

# PromiseState
promise-state-open = Open
promise-state-kept = Kept
promise-state-missed = Missed
promise-state-replaced = Replaced

# Acceptance
acceptance-oral = By word of mouth
acceptance-written = In writing

# Matter
matter-enquiry = Question
matter-service-request = Request for a service
matter-suggestion = Suggestion
matter-compliment = Praise

# Route
route-internal-review = Internal review
route-mediation = Mediation
route-trade-body = Trade body
route-enamad = e-Namad
route-ombudsman = Ombudsman
route-regulator = Regulator
route-court = Court

# Authority
authority-within = Within one's authority
authority-beyond = Beyond one's authority

# Side
side-complainant = The complainant
side-organization = The organization

# DisputeMethod
dispute-method-facilitative = Helps both sides to agree
dispute-method-advisory = Recommends
dispute-method-determinative = Decides

# DisputeResult
dispute-result-settled = Settled by agreement
dispute-result-recommended = Ended with a recommendation
dispute-result-determined = Decided by the neutral

# DisputeExit
dispute-exit-no-consent = One side does not agree
dispute-exit-ineligible = It is no matter for the outside body
dispute-exit-not-taken = The outside body does not take it
dispute-exit-withdrawn = The complainant gave it up
dispute-exit-timed-out = Nobody acted in time

# Segment
segment-consumer = Consumer
segment-business = Business
segment-between-consumers = Consumer dealing with a consumer
segment-supplier = Supplier
segment-internal = Own house
segment-government = Public authority

# CauseFamily
cause-family-quality = Quality
cause-family-behaviour = Behaviour of staff
cause-family-expectation = Expectation not met
cause-family-technical = Technical fault

# Risk
risk-social-media = Social networks and press
risk-regulator = Supervisory authority
risk-court = Court
risk-churn = Customer leaves

# ConductKind
conduct-demands = Unreasonable demands
conduct-persistence = Unreasonable persistence
conduct-non-cooperation = No cooperation
conduct-arguments = Unreasonable arguments
conduct-behaviour = Insults or threats

# Restriction
restriction-one-contact = One contact person
restriction-written-only = In writing only
restriction-set-times = At set times only
restriction-set-matters = About set matters only
restriction-no-visits = No visits
permission-asked = asked
permission-given = given
permission-refused = refused
permission-withdrawn = withdrawn
rework-facts = Facts, names or dates are wrong
rework-points = A point is not answered
rework-evidence = Evidence is missing
rework-reasons = The reasons do not carry it
rework-remedy = Remedy or its date is unclear
rework-next-route = The next route is missing or wrong
rework-wording = Hard to understand, or not polite
rework-privacy = Names or matters that do not belong in it
rework-other = Another reason
paper-stage-in-review = waits for approval
paper-stage-approved = approved
paper-stage-rework = sent back
paper-stage-sent = sent

# Category
category-quality = Quality
category-delivery = Delivery
category-price-charges = Price and charges
category-billing-payment = Billing and payment
category-refund-redress = Refund and redress
category-warranty-aftersales = Warranty and after-sales service
category-contract-terms = Contract terms
category-information-advertising = Information and advertising
category-staff-conduct = Staff conduct
category-technical-fault = Technical fault
category-access-accommodation = Access and accommodation
category-safety = Safety
category-privacy-data = Privacy and data
category-complaint-handling = Complaint handling
category-policy-decision = Policy or decision
category-other = Other

# Kind
kind-received = Received
kind-acknowledged = Acknowledged
kind-categorized = Categorized and assessed
kind-assigned = Assigned
kind-noted = Note written
kind-talked = Talked with the complainant
kind-attached = Evidence attached
kind-investigation-started = Investigation started
kind-conflict-declared = Interests declared
kind-permission-asked = Permission asked for
kind-permission-given = Permission given
kind-permission-refused = Permission refused
kind-permission-withdrawn = Permission withdrawn
kind-decided = Decided
kind-approved = Decision approved
kind-returned = Decision sent back
kind-paper-submitted = Text given for approval
kind-paper-approved = Text approved
kind-paper-returned = Text sent back
kind-responded = Responded
kind-resolved-now = Resolved at first contact
kind-accepted = Remedy accepted
kind-fulfilled = Remedy carried out
kind-follow-up-started = Follow-up begun
kind-explained = Explained again
kind-revised = Another solution looked for
kind-compensated = Compensation looked for
kind-closed = Closed
kind-reopened = Reopened
kind-withdrawn = Withdrawn
kind-review-requested = Review requested
kind-review-refused = Review refused
kind-review-decided = Review decided
kind-referred = Referred
kind-converted = Not a complaint
kind-merged = Merged with another complaint
kind-voided = Marked void
kind-feedback-received = Feedback received
kind-edited = Corrected
kind-undone = Taken back
kind-held = Put on hold
kind-resumed = Resumed
kind-extended = Clock extended
kind-promised = Date told to the complainant
kind-promise-kept = Promise kept
kind-promise-broken = Promise not kept
kind-remedy-asked = Remedy asked for
kind-remedy-offered = Remedy offered
kind-remedy-agreed = Remedy agreed
kind-remedy-declined = Remedy declined
kind-remedy-withdrawn = Remedy withdrawn
kind-remedy-delivered = Remedy delivered
kind-conduct-recorded = Conduct recorded
kind-conduct-reviewed = Restriction of contact reviewed
kind-conduct-ended = Restriction of contact ended
kind-point-added = Point added
kind-point-decided = Point decided
kind-dispute-proposed = Outside resolution proposed
kind-dispute-consented = One side agreed to it
kind-dispute-notified = Notice of the dispute given
kind-position-taken = Our position stated
kind-dispute-started = Outside resolution began
kind-went-outside = Complainant went to an outside body
kind-dispute-ended = Outside body came to a result
kind-recommendation-accepted = One side accepted the recommendation
kind-recommendation-rejected = One side did not accept the recommendation
kind-determination-contested = One side wants the decision looked at again
kind-dispute-closed = Outside resolution closed
kind-dispute-dropped = Outside resolution ended without a result

# Step
step-new = Record a complaint
step-acknowledge = Acknowledge receipt
step-categorize = Categorize and assess
step-investigate = Start the investigation
step-decide = Decide
step-approve = Approve the decision
step-return = Send the decision back
step-respond = Respond to the complainant
step-resolve-now = Resolve at first contact
step-accept = Record that the remedy is accepted
step-fulfil = Record that the remedy is carried out
step-follow-up = Let the complainant judge the answer
step-explain = Explain the answer again
step-revise = Look for another solution
step-compensate = Look for compensation
step-close = Close
step-reopen = Reopen
step-withdraw = Record the withdrawal
step-request-review = Record the request for review
step-refuse-review = Refuse the review
step-decide-review = Record the result of the review
step-refer = Refer it to another body
step-convert = Record that it is no complaint
step-merge = Merge it with another complaint
step-void = Mark as void
step-assign = Assign an owner
step-note = Write a note
step-talk = Record a talk
step-attach = Attach evidence
step-feedback = Record feedback
step-edit = Correct a field
step-undo = Take back the last event
step-hold = Put on hold
step-resume = Resume
step-extend = Extend a clock
step-promise = Tell the complainant a date
step-keep-promise = Record that a promise is kept
step-break-promise = Record that a promise is not kept
step-ask-remedy = Record that a remedy is asked for
step-offer-remedy = Offer a remedy
step-agree-remedy = Record that a remedy is agreed
step-decline-remedy = Record that a remedy is declined
step-withdraw-remedy = Take back a remedy
step-deliver-remedy = Record that a remedy is delivered
step-add-point = Add a point
step-decide-point = Decide a point
step-record-conduct = Record unreasonable conduct
step-review-conduct = Review a restriction of contact
step-end-conduct = End a restriction of contact
step-declare-conflict = Declare a conflict of interest
step-ask-permission = Ask for permission to tell somebody
step-give-permission = Record a permission
step-refuse-permission = Record that permission is refused
step-withdraw-permission = Record that permission is withdrawn
step-submit-paper = Give a text for approval
step-approve-paper = Approve a text
step-return-paper = Send a text back
step-propose-dispute = Propose an outside body
step-consent-dispute = Record the consent of one side
step-notify-dispute = Give notice of the dispute
step-take-position = State our position
step-start-dispute = Record that the neutral begins
step-go-outside = Record that the complainant went outside
step-end-dispute = Record the result outside
step-accept-recommendation = Record that one side accepts the recommendation
step-reject-recommendation = Record that one side does not accept it
step-contest-determination = Record that one side wants the decision looked at again
step-close-dispute = Close what was resolved outside
step-drop-dispute = Record that it ended outside without a result

## Rule packs
pack-standard = Good practice: 1 working day, 3 working days
pack-hours-24-72 = In hours: 24, 72
pack-iso-10002 = ISO 10002, strict
pack-fca-disp = FCA DISP, financial firms in the United Kingdom
pack-asic-rg271 = ASIC RG 271, financial firms in Australia
pack-uk-housing-2024 = Housing Ombudsman's code 2024, United Kingdom
pack-enamad-96h = E-Namad, electronic commerce in Iran: 96 hours
pack-isiri-20d = Iranian national standards organization: 20 days
pack-minimal = No clocks

## Units of time
unit-hours = hours
unit-working-hours = working hours
unit-working-days = working days
unit-calendar-days = calendar days
unit-weeks = weeks

## Papers
paper-receipt = receipt
paper-progress = progress update
paper-delay = delay notice
paper-investigation-report = investigation report
paper-final-response = final response
paper-resolution-summary = summary of what was agreed
paper-follow-up = follow-up letter
paper-call-script = script of the follow-up call
paper-review-request = form: request for a review
paper-review-acknowledgement = acknowledgement of a request for a review
paper-referral = referral
paper-dispute-notice = dispute notice
paper-closing-note = closing note
paper-withdrawal-confirmation = confirmation of withdrawal
paper-conduct = letter about conduct
paper-dossier = dossier

## What a paper must say
clause-reference = the number of the complaint
clause-dates = by when the response comes, and what else was promised
clause-privacy = what is done with the data
clause-stage = at which level it was answered
clause-definition = what the complaint was understood to be
clause-finding = what was found
clause-reasons = why
clause-remedy = what is done to put it right
clause-outstanding-actions = what is still to be done, and by when
clause-next-route = where the complainant can go next
clause-route-limit = until when

## Clocks
clock-acknowledge = acknowledgement
clock-respond = answer
clock-first-contact = first talk
clock-review-acknowledge = acknowledgement of the review
clock-triage = first assessment
clock-update = news for the complainant
clock-review = second look
clock-follow-up = question whether it is solved
clock-paper-review = approval of a text
