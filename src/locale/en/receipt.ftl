## receipt

receipt-title = Receipt for your complaint
# The name of the complainant stands for the dots.
receipt-greeting = Dear …,
receipt-opening = We have received your complaint and recorded it. Thank you for telling us. Handling it costs you nothing.
receipt-recorded = We have recorded your complaint.
receipt-reference = Complaint number
receipt-quote = Please give this number whenever you contact us.
receipt-qr = The complaint number as a code for scanning
receipt-anonymous = You left us no way to reach you. Keep this number: with it you can ask how your complaint stands.

# What you told us
receipt-told = What you told us
receipt-received = Received
receipt-channel = Channel
receipt-product = Product or service
receipt-order = Order
receipt-summary = In short
receipt-wants = What you want

# Who you are
receipt-you = How we reach you
receipt-name = Name
receipt-phone = Phone
receipt-email = E-mail
receipt-address = Address

# What happens next
receipt-future = What happens next
receipt-response-told = We promise you a response by { $when }.
receipt-response-pack = You will have our response by { $when }.
receipt-response-late = Our response was due by { $when }. We are sorry that it is late.
receipt-response-given = We responded on { $when }.
receipt-response-undated = We will tell you by when you can expect our response.
receipt-response-ended = The handling of this complaint has ended.
receipt-promise = { $what }: by { $when }
receipt-stage = Where it stands
receipt-next = Next
receipt-handler = Handled by
receipt-next-received = We read it, judge how serious it is and name who handles it.
receipt-next-acknowledged = We read it, judge how serious it is and name who handles it.
receipt-next-assessed = We find out what happened.
receipt-next-investigating = We decide, with reasons, and respond to you.
receipt-next-decided = We tell you our decision and the reasons for it.
receipt-next-responded = Tell us whether our response settles the matter for you.
receipt-next-implementing = We do what we agreed with you.
receipt-next-follow-up = We ask you whether it is really solved.
receipt-next-closed = If the problem comes back, tell us and we take it up again.
receipt-next-review = Somebody who did not handle it looks at it again.
receipt-next-external = The independent body looks at it, and we cooperate.

# How to go on
receipt-add = If you want to add or correct something
receipt-add-how = Send us papers, pictures or corrections at any time, with the number of your complaint.
receipt-reach = To add or ask something
receipt-reply = To add or ask something, reply to this message.
receipt-heard = If our response does not satisfy you
receipt-heard-how = Ask us for a review: somebody who did not handle your complaint looks at it again. If that does not settle it, you may take it to an independent body outside; we tell you which.
receipt-privacy = Your privacy
receipt-privacy-how = We use what you tell us only to handle this complaint. We do not pass on your name, your contact details or your complaint without your permission.
receipt-issued = Issued
# Code and revision of the form, as the house numbers its papers.
receipt-form = Form
# The number of this page and of all pages stand for the dots.
receipt-page = Page … of …
