## Times
long-day = { $weekday } { $day }
long-time = { $day }، ساعت { $clock }

## Currencies
currency-IRR = ریال
currency-EUR = یورو
currency-USD = دلار آمریکا
currency-GBP = پوند
currency-TRY = لیر
currency-AED = درهم
currency-IQD = دینار عراق

## Languages
language-en = انگلیسی
language-fa = فارسی

## Remedies
remedy-refund = بازگشت وجه
remedy-repair = تعمیر
remedy-replace = تعویض
remedy-discount = تخفیف
remedy-gift = هدیه
remedy-credit = اعتبار خرید
remedy-voucher = بن خرید
remedy-apology = عذرخواهی
remedy-explanation = توضیح
remedy-correction = اصلاح
remedy-payment-for-loss = پرداخت خسارت
remedy-payment-for-distress = دلجویی مالی
remedy-reconsider-decision = بازنگری در تصمیم
remedy-restore-position = بازگرداندن به وضع پیشین
remedy-change-process = اصلاح روال کار
remedy-publish-correction = انتشار اصلاحیه
remedy-staff-action = اقدام دربارهٔ کارکنان
remedy-other = جبران دیگر
remedy-state-asked = درخواست‌شده
remedy-state-offered = پیشنهادشده
remedy-state-declined = پذیرفته‌نشده
remedy-state-withdrawn = پس‌گرفته‌شده
remedy-state-accepted = توافق‌شده
remedy-state-delivered = انجام‌شده

## show
show-received = زمان دریافت
show-occurred = زمان رخداد
show-channel = کانال دریافت
show-language = زبان
show-needs = نیاز ویژه
show-target = تاریخ گفته‌شده هنگام دریافت
show-reply-by = تماس تنها از راه
show-restriction = محدودیت تماس
show-permissions = اجازهٔ بازگویی
show-papers = نامه‌ها
show-vulnerability = آسیب‌پذیری
show-health = سلامت
show-accusation = اتهام به همکاران
show-restricted-reason = دلیل ثبت
show-restricted-review = بازنگری در
show-until-review = { $kind }، بازبینی در { $day }
show-segment = نوع مشتری
show-key-customer = مشتری کلیدی
show-solvable = حل‌شدنی
show-cause-family = خاستگاه
show-public-interest = منفعت عمومی
show-risks = خطر کشیده شدن به
show-promised = تاریخ وعده
show-actual = تاریخ انجام
show-source = مبدأ
show-name = شاکی
show-person = شناسهٔ شاکی
show-anonymous = بی‌نام
show-role = نقش شاکی
show-phone = تلفن
show-email = ایمیل
show-address = نشانی
show-order = شمارهٔ سفارش
show-product = کالا یا خدمت
show-category = دسته
show-severity = شدت
show-complexity = پیچیدگی
show-impact = دامنهٔ اثر
show-safety = خطر ایمنی
show-jurisdiction = حدود صلاحیت
show-grade = { $value } از { $most }
show-priority = اولویت
show-level = سطح رسیدگی
show-owner = مسئول
show-acknowledgement-due = مهلت اعلام وصول
show-acknowledged = اعلام وصول
show-response-due = مهلت پاسخ
show-due-told = { $due } (به شاکی گفته شده)
due-of-paper = { $clock } ({ $paper })
show-due-pack = { $due } (طبق بستهٔ قواعد)
show-overdue = { $due }، موعدگذشته
show-responded = زمان پاسخ
show-closed = زمان بستن
show-remedy = جبران
show-promise = تعهد
show-subject = موضوع
show-statement = شرح شکایت
show-wants = خواستهٔ شاکی
show-point = بند
show-restricted = محدود
show-is-restricted = پرونده اطلاعاتی دارد که تنها چند نفر می‌توانند ببینند
show-story = رویدادها

## The story
story-taken-back = پس گرفته شد
story-heard-by = شنونده
story-route = مسیر بعدی
story-attempts = شمار تلاش‌ها
story-solved = حل شد
story-handling = رضایت از رسیدگی
story-outcome = رضایت از نتیجه
story-owner = مسئول
story-investigator = بررسی‌کننده
story-responsible = پاسخ‌گو
story-reopen-told = گفته شد که می‌توان شکایت را دوباره باز کرد
story-cause = علت
story-action = برای این‌که تکرار نشود
story-priority = اولویت، به انتخاب رسیدگی‌کننده
story-responsibility = پذیرش مسئولیت
story-declarer = دربارهٔ
story-told = به شاکی گفته شد
story-no-conflict = بدون تعارض منافع
story-untold = به شاکی گفته نشد
story-powers = اختیارات
story-confirmed = تأیید بندها از سوی شاکی
story-skipped = بدون بررسی
story-reviewer = بازبین
story-second = نفر دوم
story-body = ارجاع به
story-outside-body = مرجع بیرونی
story-settler = دارای اختیار سازش
story-into = ادامه با شمارهٔ
story-similar = مانند
story-policy = بر پایهٔ
story-evidence = مدرک
story-recipient = گیرنده
story-also-told = این‌ها هم باخبر شدند
story-superseded = متن تازه‌تری جای آن آمد
story-dates = زمان‌های گفته‌شده
story-sha256 = SHA-256
story-file = فایل
story-old = پیش از این
story-new = اکنون
story-until = تا

## list
list-reference = شمارهٔ شکایت
list-state = وضعیت
list-received = دریافت
list-category = دسته
list-subject = موضوع
list-owner = مسئول
list-due = موعد
list-overdue = { $day } موعدگذشته
list-totals =
    { $all ->
        [0] شکایتی نیست
       *[other] { $all } شکایت، { $open } باز، { $overdue } موعدگذشته
    }

## search
search-place = کجا
search-text = متن
search-found =
    { $count ->
        [0] چیزی پیدا نشد
       *[other] { $count } مورد
    }

## history
history-happened = زمان رخداد
history-recorded = زمان ثبت
history-by = به گفتهٔ
history-what = رویداد
history-state = وضعیت
history-commit = کامیت
history-author = ثبت‌کننده
history-late = { $time }، { $days } روز بعد
history-not-committed = هنوز کامیت نشده
history-move = { $from } ← { $to }
history-event-by-hand = { $kind } (بدون ابزار کامیت شده)
history-change = تغییر پرونده
history-change-by-hand = ویرایش بدون ابزار
history-lost = رویدادی که دیگر در پرونده نیست

## show --say: how far it has come
say-received = شکایت شما { $when } به دست ما رسید و هنوز بررسی آن آغاز نشده است.
say-acknowledged = رسیدن شکایت شما را { $when } به شما خبر دادیم و گام بعدی ارزیابی آن است.
say-assessed = شکایت شما { $when } ارزیابی شد و گام بعدی بررسی آن است.
say-reopened = شکایت شما را { $when } دوباره باز کردیم.
say-investigating = بررسی شکایت شما { $when } آغاز شد و ادامه دارد.
say-decided = بررسی شکایت شما به پایان رسید و { $when } دربارهٔ آن تصمیم گرفتیم.
say-responded = پاسخ شکایت شما را { $when } به شما دادیم.
say-resolved-now = شکایت شما { $when } در همان تماس با خودتان حل شد.
say-implementing = پیشنهاد ما را { $when } پذیرفتید و اکنون در حال انجام آن هستیم.
say-follow-up = آنچه با شما توافق کردیم { $when } انجام شد.
say-review = از { $when } کسی که پیش از این در کار نبوده است، شکایت شما را دوباره بررسی می‌کند.
say-external = شکایت شما از { $when } نزد مرجعی بیرون از سازمان ماست.
say-closed = پروندهٔ شکایت شما { $when } بسته شد.
say-closed-resolved-accepted = پس از آنکه گفتید مشکل حل شده است، پروندهٔ شکایت شما { $when } بسته شد.
say-closed-resolved-first-contact = شکایت شما در همان تماس نخست حل شد و پروندهٔ آن { $when } بسته شد.
say-closed-resolved-no-reply = پاسخ ما به شما داده شد، اما پس از آن نتوانستیم با شما تماس بگیریم و پرونده { $when } بسته شد.
say-closed-not-upheld-accepted = شکایت شما وارد دانسته نشد و چون نخواستید آن را ادامه دهید، پروندهٔ آن { $when } بسته شد.
say-closed-not-upheld-exhausted = شکایت شما وارد دانسته نشد و با پایان مهلت اعتراض، پروندهٔ آن { $when } بسته شد.
say-closed-withdrawn = پروندهٔ شکایت شما به درخواست خودتان { $when } بسته شد.
say-closed-referred-out = رسیدگی به شکایت شما در صلاحیت ما نبود؛ آن را به مرجع دیگری ارجاع دادیم و پرونده‌اش { $when } اینجا بسته شد.
say-closed-not-a-complaint = گفتهٔ شما را شکایت ندانستیم و این شماره { $when } بسته شد.
say-closed-duplicate = این شماره { $when } با شمارهٔ دیگری از همین شکایت یکی شد و کار با آن شماره ادامه دارد.
say-closed-settled-external = نزد مرجع بیرونی میان شما و ما توافق شد و پروندهٔ شکایت شما { $when } بسته شد.
say-closed-determined-external = مرجع بیرونی نتیجه را اعلام کرد و پروندهٔ شکایت شما { $when } بسته شد.
say-closed-void = این شماره به اشتباه ثبت شده بود و { $when } باطل شد.

## show --say: what comes next
say-who = ؛ پیگیری آن با { $owner } است
say-next-response = همین که پاسخ آماده شود، به شما خبر می‌دهیم{ $who }.
say-next-response-told = تا { $due } پاسخ ما را دریافت می‌کنید{ $who }.
say-next-response-meant = می‌کوشیم تا { $due } به شما پاسخ دهیم{ $who }.
say-next-response-late = باید تا { $due } به شما پاسخ می‌دادیم و از این دیرکرد پوزش می‌خواهیم{ $who }.
say-next-fulfilment = همین که کار انجام شود، به شما خبر می‌دهیم{ $who }.
say-next-fulfilment-told = این کار تا { $due } انجام می‌شود{ $who }.
say-next-fulfilment-late = این کار باید تا { $due } انجام می‌شد و از این دیرکرد پوزش می‌خواهیم{ $who }.
say-next-judge = لطفاً به ما بگویید که آیا مشکل شما حل شده است.
say-next-rejected = اگر با این پاسخ موافق نیستید، این راه برای شما باز است: { $route }.
say-next-review = همین که نتیجه روشن شود، به شما خبر می‌دهیم{ $who }.
say-next-external = نتیجه را آن مرجع به شما می‌گوید و ما آمادهٔ پاسخ به پرسش‌های شما هستیم{ $who }.
say-next-resolved = اگر مشکل هنوز هست، به ما بگویید تا دوباره آن را پیگیری کنیم.
say-next-not-upheld = اگر نکتهٔ تازه‌ای روشن شد، به ما بگویید تا دوباره بررسی کنیم.
say-next-withdrawn = اگر نظرتان عوض شد، به ما بگویید تا دوباره آن را پیگیری کنیم.
say-next-referred-out = اگر به شما پاسخ ندادند، به ما بگویید تا کمک کنیم.
say-next-not-a-complaint = اگر می‌خواهید شکایت کنید، هر زمان به ما بگویید.
say-next-void = اگر منتظر پاسخ ما هستید، به ما بگویید تا پیگیری کنیم.

## due
due-urgency = فوریت
due-reference = شمارهٔ شکایت
due-what = چه کاری
due-date = موعد
due-state = وضعیت
due-owner = مسئول
due-why = جمع امتیازها
due-told = { $what } (گفته شده)
due-review = بازبینی محدودیت تماس ({ $kind })
due-on-hold = متوقف
due-by-pack = طبق بستهٔ قواعد { $date }
due-was-told = به شاکی گفته شده: { $date }
due-totals =
    { $all ->
        [0] موعدی در پیش نیست
       *[other] { $all } موعد، { $overdue } گذشته
    }
urgency-overdue = موعدگذشته
urgency-days-late = روزهای تأخیر
urgency-soon = موعد نزدیک
urgency-statutory = مهلت قانونی
urgency-severity = شدت
urgency-impact = دامنهٔ اثر
urgency-safety = خطر ایمنی
urgency-priority = اولویت
urgency-no-owner = بی‌مسئول
urgency-on-hold = متوقف

## due REF
explain-pack = طبق بستهٔ قواعد: { $pack }. { $basis }
explain-statutory = مهلت قانونی
explain-pausable = با توقف می‌ایستد
explain-extendable = حداکثر { $most } تمدید می‌شود
explain-not-begun = هنوز آغاز نشده است؛ آغاز آن با: { $kinds }
explain-from = از { $time }
explain-pause = توقف از { $from } تا { $to }: { $time } ساعت از زمان این مهلت
explain-extension = تمدید شد در { $at }
explain-told = به شاکی گفته شده: { $time }
explain-told-otherwise = به شاکی زمان دیگری گفته شده: { $time }
explain-never = تا ده سال کسی به اندازهٔ کافی کار نمی‌کند: موعدی نیست
explain-kept = به‌موقع انجام شد: { $time }
explain-missed = دیر انجام شد: { $time }
explain-overdue = موعدگذشته از { $time }
explain-on-hold = متوقف؛ موعد { $time }
explain-due = موعد { $time }
explain-review = { $what }: موعد { $due }
explain-promise = گفته شده: { $what }، { $due } (در { $told } گفته شد)
tally-begins = آغاز؛ این روز شمرده نمی‌شود
tally-day = روز { $number }
tally-every-day = … همهٔ روزهای این میان شمرده می‌شود
tally-nothing-left = از این روز چیزی نمانده بود
tally-time = { $spans }، روی هم { $sum }
tally-closed = روز غیرکاری
tally-day-off = تعطیل: { $name } ({ $kind })
day-off-official = تعطیل رسمی
day-off-provisional = هنوز قطعی نیست
day-off-closure = تعطیلی خودمان
limit-hours = { $amount } ساعت
limit-working-hours = { $amount } ساعت کاری
limit-working-days = { $amount } روز کاری
limit-calendar-days = { $amount } روز
limit-weeks = { $amount } هفته

## calendar
calendar-day = روز
calendar-weekday = روز هفته
calendar-hours = ساعت کار
calendar-why = چرا
calendar-added = ثبت‌شده در { $time }
calendar-off-already = { $day } پیش‌تر تعطیل شده است
calendar-closed = { $day } تعطیل شد
calendar-moved = { $clock }: از { $before } به { $after }
calendar-told-stays = ؛ به شاکی گفته شده: { $told } و همان می‌ماند
calendar-nothing-moves = هیچ موعدی جابه‌جا نمی‌شود
calendar-still-provisional = { $day } ({ $name }) گذشته است و هنوز قطعی نشده است
calendar-looked-through = { $days } روز تعطیل
edit-kept = متنی که نیمه‌کاره ماند دوباره باز می‌شود؛ برای کنار گذاشتن آن، متن را خالی کنید
edit-not-lost = آنچه نوشتید در `{ $file }` نگه داشته شد
edit-one-field = با --where فقط یک FIELD=VALUE می‌آید، بدون شمارهٔ شکایت
edit-no-pair = `{ $typed }` به شکل FIELD=VALUE نیست
edit-same = `{ $field }` همین حالا هم همین است
edit-empty = `{ $field }` نمی‌تواند خالی باشد
edit-no-field = `{ $field }` از فیلدهایی نیست که `edit` اصلاح می‌کند
edit-fields = فیلدها: { $fields }
edit-person-unknown = در `{ $reference }` معلوم نیست چه کسی شکایت کرده است
edit-no-target = تاریخی که هنگام دریافت گفته شده باشد در انتظار نیست
edit-occurred-later = زمان رخداد پس از زمان دریافت شکایت می‌شود
edit-anonymous-no = مقدار `anonymous` فقط می‌تواند `yes` شود؛ شاکی با person دوباره شناخته می‌شود
edit-still-known = شاکی بی‌نام هنوز از این‌ها شناخته می‌شود: { $fields }
hint-anonymous = اگر دیگر راهی برای تماس با او نیست: { $command }
edit-received-future = زمان دریافت `{ $time }` هنوز نرسیده است
edit-received-late = زمان دریافت `{ $time }` پس از رویداد بعدی شکایت است
edit-fixed = `{ $field }` از آنِ خود دفتر است و ویرایش نمی‌شود
edit-why = گفته نشده چرا اصلاح می‌شود
edit-unchanged = چیزی عوض نشد
edit-overtaken = تا این شکایت باز بود، کس دیگری آن را عوض کرد
edit-collides = تا این شکایت باز بود، کس دیگری هم این‌ها را عوض کرد: { $fields }
edit-no-terminal = گفته نشده چه چیزی اصلاح شود و ترمینالی برای ویرایشگر نیست
undo-nothing = جز خود شکایت چیزی نیست که پس گرفته شود
undo-no-history = نسخهٔ پیش از این رویداد در تاریخچهٔ این رونوشت نیست
