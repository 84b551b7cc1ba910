## codes

# State
state-received = دریافت‌شده
state-acknowledged = اعلام وصول شده
state-assessed = ارزیابی‌شده
state-investigating = در حال بررسی
state-decided = تصمیم‌گرفته‌شده
state-responded = پاسخ‌داده‌شده
state-implementing = در حال اجرا
state-follow-up = در پیگیری
state-closed = بسته
state-review = در بازبینی
state-external = نزد مرجع بیرونی

# Channel
channel-phone = تلفن
channel-email = ایمیل
channel-web-form = فرم وب‌سایت
channel-chat = گفت‌وگوی آنلاین
channel-sms = پیامک
channel-messenger = پیام‌رسان
channel-social = شبکهٔ اجتماعی
channel-letter = نامه
channel-fax = نمابر
channel-in-person = حضوری
channel-call-centre = مرکز تماس
channel-third-party = شخص ثالث
channel-regulator = نهاد ناظر
channel-legal = مرجع قانونی
channel-review-site = سایت ثبت نظر
channel-staff = کارکنان
channel-other = سایر

# Finding
finding-upheld = وارد
finding-partly = تا حدی وارد
finding-not-upheld = ناوارد

# Closure
closure-resolved-accepted = حل‌شده، با پذیرش شاکی
closure-resolved-first-contact = حل‌شده در همان تماس
closure-resolved-no-reply = حل‌شده، بدون پاسخ از شاکی
closure-not-upheld-accepted = ناوارد، با پذیرش شاکی
closure-not-upheld-exhausted = ناوارد، مهلت مسیر بعدی گذشته
closure-withdrawn = انصراف شاکی
closure-referred-out = ارجاع به مرجع دیگر
closure-not-a-complaint = شکایت نبود
closure-duplicate = تکرار شکایتی دیگر
closure-settled-external = حل‌شده با توافق نزد مرجع بیرونی
closure-determined-external = بسته‌شده با رأی مرجع بیرونی
closure-void = باطل

# Solved, YesNo
answer-yes = بله
answer-partly = تا حدی
answer-no = خیر

# Priority
priority-low = پایین
priority-normal = عادی
priority-high = بالا
priority-urgent = فوری

# Impact
impact-one = یک نفر
impact-several = چند نفر
impact-many = افراد بسیار
impact-systemic = خودِ فرایند

# Jurisdiction
jurisdiction-in = در صلاحیت ما
jurisdiction-out = خارج از صلاحیت ما
jurisdiction-shared = صلاحیت مشترک

# Role
role-buyer = خریدار
role-user = مصرف‌کننده
role-representative = نماینده
role-staff = کارمند
role-public = شهروند
role-other-business = کسب‌وکار دیگر

# Accommodation
need-interpreter = مترجم
need-large-print = چاپ درشت
need-hearing = کم‌شنوایی
need-vision = کم‌بینایی
need-mobility = دشواری در حرکت
need-cognitive = زبان ساده و زمان بیشتر
need-literacy = کمک در خواندن و نوشتن
need-minor = کودک یا نوجوان
need-elderly = سالمند
need-remote = ساکن جای دور
need-financial-hardship = تنگنای مالی
need-bereaved = سوگوار
need-other = سایر

# Promised
promise-response = پاسخ
promise-remedy = جبران
promise-update = خبر از روند کار
promise-trial = مهلت آزمودن راه‌حل
promise-prevention = پیشگیری از تکرار

# PromiseState
promise-state-open = در انتظار
promise-state-kept = به‌موقع انجام‌شده
promise-state-missed = به‌موقع انجام‌نشده
promise-state-replaced = جایگزین‌شده

# Acceptance
acceptance-oral = شفاهی
acceptance-written = کتبی

# Matter
matter-enquiry = پرسش
matter-service-request = درخواست خدمت
matter-suggestion = پیشنهاد
matter-compliment = قدردانی

# Route
route-internal-review = بازبینی داخلی
route-mediation = میانجی‌گری
route-trade-body = اتحادیهٔ صنفی
route-enamad = اینماد
route-ombudsman = نهاد مستقل رسیدگی به شکایت
route-regulator = نهاد ناظر
route-court = دادگاه

# Authority
authority-within = در حد اختیار
authority-beyond = فراتر از حد اختیار

# Side
side-complainant = شاکی
side-organization = سازمان

# DisputeMethod
dispute-method-facilitative = تسهیل توافق
dispute-method-advisory = پیشنهاد راه‌حل
dispute-method-determinative = صدور رأی

# DisputeResult
dispute-result-settled = با توافق پایان یافت
dispute-result-recommended = با پیشنهاد پایان یافت
dispute-result-determined = با رأی پایان یافت

# DisputeExit
dispute-exit-no-consent = یکی از دو طرف رضایت نداد
dispute-exit-ineligible = موضوع در صلاحیت مرجع بیرونی نیست
dispute-exit-not-taken = مرجع بیرونی رسیدگی را نپذیرفت
dispute-exit-withdrawn = شاکی از پیگیری آن منصرف شد
dispute-exit-timed-out = مهلت آن گذشت

# Segment
segment-consumer = مصرف‌کننده
segment-business = کسب‌وکار
segment-between-consumers = مصرف‌کننده در معامله با مصرف‌کننده
segment-supplier = تأمین‌کننده
segment-internal = درون‌سازمانی
segment-government = نهاد دولتی

# CauseFamily
cause-family-quality = کیفیت
cause-family-behaviour = رفتار کارکنان
cause-family-expectation = برآورده نشدن انتظار
cause-family-technical = مشکل فنی

# Risk
risk-social-media = شبکه‌های اجتماعی و رسانه‌ها
risk-regulator = نهاد ناظر
risk-court = دادگاه
risk-churn = از دست رفتن مشتری

# ConductKind
conduct-demands = خواسته‌های نامعقول
conduct-persistence = اصرار نامعقول
conduct-non-cooperation = همکاری نکردن
conduct-arguments = استدلال‌های نامعقول
conduct-behaviour = توهین یا تهدید

# Restriction
restriction-one-contact = تنها با یک نفر
restriction-written-only = تنها کتبی
restriction-set-times = تنها در ساعت‌های معین
restriction-set-matters = تنها دربارهٔ موضوع‌های معین
restriction-no-visits = بدون مراجعهٔ حضوری
permission-asked = خواسته شده
permission-given = داده شده
permission-refused = داده نشده
permission-withdrawn = پس گرفته شده
rework-facts = نادرستی نام، تاریخ یا واقعیت
rework-points = بندی بی‌پاسخ مانده است
rework-evidence = کمبود مدرک
rework-reasons = نارسایی دلیل
rework-remedy = ناروشن بودن جبران یا زمان آن
rework-next-route = نبودن یا نادرستی مسیر بعدی
rework-wording = دشواری یا نامناسب بودن بیان
rework-privacy = نام یا مطلبی که نباید در آن باشد
rework-other = دلیل دیگر
paper-stage-in-review = در انتظار تأیید
paper-stage-approved = تأییدشده
paper-stage-rework = برگشته برای اصلاح
paper-stage-sent = فرستاده‌شده

# Category
category-quality = کیفیت
category-delivery = ارسال
category-price-charges = قیمت و هزینه‌ها
category-billing-payment = صورت‌حساب و پرداخت
category-refund-redress = بازگشت وجه و جبران
category-warranty-aftersales = گارانتی و خدمات پس از فروش
category-contract-terms = شرایط قرارداد
category-information-advertising = اطلاع‌رسانی و تبلیغات
category-staff-conduct = رفتار کارکنان
category-technical-fault = نقص فنی
category-access-accommodation = دسترسی و مناسب‌سازی
category-safety = ایمنی
category-privacy-data = حریم خصوصی و داده‌ها
category-complaint-handling = رسیدگی به شکایت
category-policy-decision = سیاست یا تصمیم
category-other = سایر

# Kind
kind-received = دریافت شد
kind-acknowledged = وصول اعلام شد
kind-categorized = دسته‌بندی و ارزیابی شد
kind-assigned = به مسئول سپرده شد
kind-noted = یادداشت نوشته شد
kind-talked = با شاکی گفت‌وگو شد
kind-attached = مدرک پیوست شد
kind-investigation-started = بررسی آغاز شد
kind-conflict-declared = تعارض منافع اظهار شد
kind-permission-asked = اجازهٔ بازگویی خواسته شد
kind-permission-given = اجازهٔ بازگویی داده شد
kind-permission-refused = اجازهٔ بازگویی داده نشد
kind-permission-withdrawn = اجازهٔ بازگویی پس گرفته شد
kind-decided = تصمیم گرفته شد
kind-approved = تصمیم تأیید شد
kind-returned = تصمیم برگردانده شد
kind-paper-submitted = متن برای تأیید داده شد
kind-paper-approved = متن تأیید شد
kind-paper-returned = متن برای اصلاح برگردانده شد
kind-responded = پاسخ داده شد
kind-resolved-now = در همان تماس حل شد
kind-accepted = راه‌حل پذیرفته شد
kind-fulfilled = راه‌حل اجرا شد
kind-follow-up-started = پیگیری آغاز شد
kind-explained = دوباره توضیح داده می‌شود
kind-revised = در راه‌حل بازنگری می‌شود
kind-compensated = جبران تازه‌ای سنجیده می‌شود
kind-closed = بسته شد
kind-reopened = بازگشایی شد
kind-withdrawn = شاکی انصراف داد
kind-review-requested = بازبینی خواسته شد
kind-review-refused = بازبینی پذیرفته نشد
kind-review-decided = نتیجهٔ بازبینی روشن شد
kind-referred = ارجاع داده شد
kind-converted = شکایت دانسته نشد
kind-merged = در شکایت دیگری ادغام شد
kind-voided = باطل شد
kind-feedback-received = بازخورد گرفته شد
kind-edited = اصلاح شد
kind-undone = پس گرفته شد
kind-held = متوقف شد
kind-resumed = از سر گرفته شد
kind-extended = مهلت تمدید شد
kind-promised = به شاکی تاریخ داده شد
kind-promise-kept = تعهد انجام شد
kind-promise-broken = تعهد انجام نشد
kind-remedy-asked = جبران خواسته شد
kind-remedy-offered = جبران پیشنهاد شد
kind-remedy-agreed = بر سر جبران توافق شد
kind-remedy-declined = جبران پذیرفته نشد
kind-remedy-withdrawn = جبران پس گرفته شد
kind-remedy-delivered = جبران انجام شد
kind-conduct-recorded = رفتار نامعقول ثبت شد
kind-conduct-reviewed = محدودیت تماس بازبینی شد
kind-conduct-ended = محدودیت تماس پایان یافت
kind-point-added = بندی به شکایت افزوده شد
kind-point-decided = نتیجهٔ یک بند ثبت شد
kind-dispute-proposed = حل اختلاف بیرونی پیشنهاد شد
kind-dispute-consented = یکی از دو طرف رضایت داد
kind-dispute-notified = اعلام اختلاف داده شد
kind-position-taken = موضع سازمان اعلام شد
kind-dispute-started = حل اختلاف بیرونی آغاز شد
kind-went-outside = شاکی به مرجع بیرونی مراجعه کرد
kind-dispute-ended = مرجع بیرونی به نتیجه رسید
kind-recommendation-accepted = یکی از دو طرف توصیه را پذیرفت
kind-recommendation-rejected = یکی از دو طرف توصیه را نپذیرفت
kind-determination-contested = یکی از دو طرف بازنگری در رأی را خواست
kind-dispute-closed = حل اختلاف بیرونی بسته شد
kind-dispute-dropped = حل اختلاف بیرونی بی‌نتیجه پایان یافت

# Step
step-new = ثبت شکایت
step-acknowledge = اعلام وصول
step-categorize = دسته‌بندی و ارزیابی
step-investigate = شروع بررسی
step-decide = تصمیم
step-approve = تأیید تصمیم
step-return = برگرداندن تصمیم
step-respond = پاسخ به شاکی
step-resolve-now = حل در همان تماس
step-accept = ثبت پذیرش راه‌حل
step-fulfil = ثبت اجرای راه‌حل
step-follow-up = پیگیری پس از پاسخ
step-explain = توضیح دوبارهٔ پاسخ
step-revise = بازنگری در راه‌حل
step-compensate = سنجیدن جبران تازه
step-close = بستن پرونده
step-reopen = بازگشایی
step-withdraw = ثبت انصراف شاکی
step-request-review = ثبت درخواست بازبینی
step-refuse-review = نپذیرفتن بازبینی
step-decide-review = ثبت نتیجهٔ بازبینی
step-refer = ارجاع به مرجع دیگر
step-convert = تبدیل به غیرشکایت
step-merge = ادغام در شکایت دیگر
step-void = باطل کردن
step-assign = تعیین مسئول
step-note = نوشتن یادداشت
step-talk = ثبت گفت‌وگو
step-attach = پیوست مدرک
step-feedback = ثبت بازخورد
step-edit = اصلاح یک بخش
step-undo = پس گرفتن آخرین رویداد
step-hold = توقف
step-resume = از سر گرفتن
step-extend = تمدید مهلت
step-promise = دادن تاریخ به شاکی
step-keep-promise = ثبت انجام تعهد
step-break-promise = ثبت انجام نشدن تعهد
step-ask-remedy = ثبت درخواست جبران
step-offer-remedy = پیشنهاد جبران
step-agree-remedy = ثبت توافق بر سر جبران
step-decline-remedy = ثبت رد جبران
step-withdraw-remedy = پس گرفتن جبران
step-deliver-remedy = ثبت انجام جبران
step-add-point = افزودن یک بند
step-decide-point = تعیین نتیجهٔ یک بند
step-record-conduct = ثبت رفتار نامعقول
step-review-conduct = بازبینی محدودیت تماس
step-end-conduct = پایان محدودیت تماس
step-declare-conflict = ثبت اظهار تعارض منافع
step-ask-permission = خواستن اجازهٔ بازگویی
step-give-permission = ثبت اجازهٔ بازگویی
step-refuse-permission = ثبت ندادن اجازهٔ بازگویی
step-withdraw-permission = ثبت پس گرفتن اجازهٔ بازگویی
step-submit-paper = دادن متن برای تأیید
step-approve-paper = تأیید متن
step-return-paper = برگرداندن متن برای اصلاح
step-propose-dispute = پیشنهاد مرجع بیرونی
step-consent-dispute = ثبت رضایت یکی از دو طرف
step-notify-dispute = ثبت اعلام اختلاف
step-take-position = ثبت موضع سازمان
step-start-dispute = ثبت آغاز کار مرجع بیرونی
step-go-outside = ثبت مراجعهٔ شاکی به مرجع بیرونی
step-end-dispute = ثبت نتیجهٔ مرجع بیرونی
step-accept-recommendation = ثبت پذیرش توصیه از سوی یکی از دو طرف
step-reject-recommendation = ثبت نپذیرفتن توصیه از سوی یکی از دو طرف
step-contest-determination = ثبت درخواست بازنگری در رأی
step-close-dispute = بستن پروندهٔ حل‌شده در بیرون
step-drop-dispute = ثبت پایان بی‌نتیجهٔ حل اختلاف بیرونی

## Rule packs
pack-standard = روال خوب: یک روز کاری، سه روز کاری
pack-hours-24-72 = بر پایهٔ ساعت: ۲۴ و ۷۲
pack-iso-10002 = ایزو ۱۰۰۰۲، سخت‌گیرانه
pack-fca-disp = مقررات FCA DISP، شرکت‌های مالی بریتانیا
pack-asic-rg271 = راهنمای ASIC RG 271، شرکت‌های مالی استرالیا
pack-uk-housing-2024 = آیین‌نامهٔ ۲۰۲۴ بازرس مسکن بریتانیا
pack-enamad-96h = اینماد، تجارت الکترونیکی ایران: ۹۶ ساعت
pack-isiri-20d = سازمان ملی استاندارد ایران: ۲۰ روز
pack-minimal = بدون مهلت

## Units of time
unit-hours = ساعت
unit-working-hours = ساعت کاری
unit-working-days = روز کاری
unit-calendar-days = روز تقویمی
unit-weeks = هفته

## Papers
paper-receipt = رسید شکایت
paper-progress = خبر از روند رسیدگی
paper-delay = اعلام تأخیر
paper-investigation-report = گزارش بررسی
paper-final-response = پاسخ نهایی
paper-resolution-summary = خلاصهٔ توافق
paper-follow-up = نامهٔ پیگیری
paper-call-script = متن تماس پیگیری
paper-review-request = فرم درخواست بازبینی
paper-review-acknowledgement = اعلام وصول درخواست بازبینی
paper-referral = ارجاع به مرجع دیگر
paper-dispute-notice = ارجاع اختلاف به مرجع مستقل
paper-closing-note = نامهٔ پایان رسیدگی
paper-withdrawal-confirmation = تأیید انصراف
paper-conduct = نامه دربارهٔ رفتار
paper-dossier = پروندهٔ شکایت

## What a paper must say
clause-reference = شمارهٔ شکایت
clause-dates = زمان پاسخ و زمان‌های دیگری که قول داده شده است
clause-privacy = با اطلاعات شخصی چه می‌شود
clause-stage = در کدام سطح پاسخ داده شده است
clause-definition = برداشت از شکایت
clause-finding = نتیجهٔ بررسی
clause-reasons = دلیل
clause-remedy = جبران
clause-outstanding-actions = کارهای مانده و زمان آن‌ها
clause-next-route = مسیر بعدی شاکی
clause-route-limit = مهلت مسیر بعدی

## Clocks
clock-acknowledge = اعلام وصول
clock-respond = پاسخ
clock-first-contact = نخستین گفت‌وگو
clock-review-acknowledge = اعلام وصول درخواست بازبینی
clock-triage = ارزیابی نخست
clock-update = آگاه کردن شاکی
clock-review = بازبینی
clock-follow-up = پرسش از حل شدن مشکل
clock-paper-review = تأیید متن نامه
