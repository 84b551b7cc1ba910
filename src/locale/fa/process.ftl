## Everyday words
list-semicolon = {"؛ "}
list-comma = {"، "}

## A rule says no
refused-state = «{ $step }» برای { $reference } شدنی نیست: { $state }
refused-missing = «{ $step }» برای { $reference } چیزی کم دارد
refused-missing-new = ثبت شکایت چیزی کم دارد
refused-acknowledged = وصول { $reference } پیش‌تر اعلام شده است
refused-open-promise = { $reference } تعهد بازی با نام { $part } ندارد
refused-no-remedy = { $reference } چنین جبرانی ندارد
refused-remedy-stage = { $part } در { $reference } «{ $stage }» است؛ این گام پس از آن شدنی نیست
refused-no-point = { $reference } بندی با نام { $part } ندارد
refused-possible = اکنون شدنی: { $steps }
refused-before = { $at } پیش از آخرین رویداد شکایت است ({ $last })
refused-future = { $at } هنوز نرسیده است؛ اکنون { $now } است
refused-one-alone = عضو دیگری نیست: نفر دومی به `members:` در complaints/register.yaml بیفزایید، یا همان‌جا `four_eyes: false` بگذارید، گام را پس بگیرید و دوباره ثبت کنید
refused-not-of-now = `{ $command }` فایل‌ها را آن‌گونه که اکنون هستند می‌بیند
refused-past = با --as-of گذشته دیده می‌شود و گذشته عوض نمی‌شود
as-of-before-the-register = --as-of: این دفتر در { $begin } آغاز شده است
as-of-before-the-register-hint = همان روز یا روزی پس از آن را بنویسید: --as-of { $begin }
write-pending = ثبت نیمه‌کارهٔ { $paths } را دستور بعدی که چیزی ثبت می‌کند تمام خواهد کرد
refused-sample = این دفتر نمونه است: خواندنی است، نوشتنی نیست

## What was typed means nothing
not-found = شکایتی با شمارهٔ `{ $typed }` نیست
place-blocked = `{ $path }` خوانده نمی‌شود: چیز دیگری، مانند پیوند، به جای آن نشسته است
place-blocked-hint = آن را جابه‌جا کنید، سپس: git checkout HEAD -- { $path }
number-again = `{ $copy }` به شمار نمی‌آید: `{ $other }` همین شماره را دارد و در ماه دریافت آن است
number-twice = `{ $typed }` شمارهٔ چند فایل است: { $files }
ambiguous = `{ $typed }` بیش از یک شکایت را می‌رساند
wrong-check-digit = رقم کنترل `{ $found }` درست نیست: رقمی اشتباه خوانده یا نوشته شده است
wrong-check-digit-hint = با این رقم‌ها رقم آخر { $expected } می‌شد؛ از تماس‌گیرنده بخواهید شماره را دوباره بخواند
no-reference = `{ $typed }` شمارهٔ شکایت نیست
no-reference-hint = شمارهٔ شکایت مانند ۱۴۰۵-۰۱-۰۱۴۷-۱ است، یا کوتاه‌تر: ۱۴۷، ۱۴۷-۱، ۰۱-۰۱۴۷
statement-missing = شرح شکایت نیامده است: چه شده است
channel-missing = کانال دریافت نیامده است: شکایت از چه راهی رسید
unknown-category = `{ $code }` از دسته‌های این دفتر نیست
unknown-provider = `{ $provider }` در فهرست مراجع بیرونی complaints/register.yaml نیست
unknown-member = `{ $name }` از اعضای نوشته‌شده در complaints/register.yaml نیست
unknown-clock = بستهٔ قواعد `{ $pack }` مهلت‌شماری به نام `{ $clock }` ندارد
attach-taken = `{ $place }` با محتوای دیگری هست
attach-too-large = حجم `{ $file }` { $size } مگابایت است: بیش از { $most } در گیت نگه داشته نمی‌شود

## A mistyped date or time
typed-unknown = `{ $typed }` نه روز است و نه ساعت
typed-day-first = `{ $typed }` با سال آغاز نمی‌شود
typed-short-year = `{ $typed }` سال چهاررقمی ندارد
typed-year = سالِ `{ $typed }` نه شمسی است (1300 تا 1499) و نه میلادی (1900 تا 2199)
typed-no-such-month = ماهِ `{ $typed }` از 1 تا 12 نیست
typed-no-such-day = `{ $typed }` روزی نیست: ماهش { $length } روز دارد
typed-only-a-month = `{ $typed }` ماه است، نه روز
typed-not-a-day = `{ $typed }` ساعت است، نه روز
typed-time = `{ $typed }` ساعتی دارد که در شبانه‌روز نیست
typed-offset = `{ $typed }` اختلافی با UTC دارد که وجود ندارد
typed-skipped = `{ $typed }` هرگز روی ساعت‌های `{ $zone }` نبوده است: ساعت‌ها را از روی آن جلو کشیده‌اند
typed-weekday = `{ $typed }` روز هفته است و دو روز می‌تواند باشد
typed-unequal-unit = `{ $typed }` با ماه یا سال می‌شمارد که هم‌اندازه نیستند
typed-no-direction = `{ $typed }` نمی‌گوید گذشته است یا آینده
typed-too-far = `{ $typed }` بیش از ده سال فاصله دارد
typed-hint-any = روز را این‌گونه بنویسید: `1405-08-30`، `2026-11-21`، `دیروز`، `3 روز پیش` یا `3 روز دیگر`
typed-hint-year-first = سال را نخست و چهاررقمی بنویسید: `1405-08-30` یا `2026-11-21`
typed-hint-check = ماه و روز را دوباره ببینید
typed-hint-day = خود روز را بنویسید، مانند `1405-08-30` یا `2026-11-21`، یا با روز بشمارید: `3 روز پیش`، `3 روز دیگر`
typed-hint-day-alone = تنها روز را بنویسید، مانند `1405-08-30`، `2026-11-21` یا `امروز`
typed-hint-day-itself = خود روز را بنویسید، مانند `1405-08-30` یا `2026-11-21`
typed-hint-time = ساعت را از `00:00` تا `23:59` بنویسید، مانند `دیروز 10:05` یا `1405-08-30 10:05`
typed-hint-offset = اختلاف را مانند `+03:30` یا `Z` بنویسید، یا ننویسید
typed-hint-skipped = ساعتی زودتر یا دیرتر بنویسید، یا اختلاف را بیفزایید، مانند `+03:30`
typed-hint-direction = بنویسید `2 روز پیش` یا `2 روز دیگر`

## A mistyped question
question-unclosed = `{ $term }` گیومه‌ای دارد که بسته نشده است
question-field = فیلدی به نام `{ $found }` نیست؛ هست: { $allowed }
question-empty = پس از نشانهٔ `{ $term }` چیزی نیامده است
question-unordered = `{ $field }` ترتیبی ندارد: در `{ $term }` تنها `:` یا `!=` معنا دارد
question-value = `{ $value }` برای `{ $field }` معنا ندارد؛ می‌شود: { $allowed }

## What to type next
hint-when = بدون --at بنویسید، یا زمان رخداد را بگویید: --at 'دیروز ۱۶:۳۰'
hint-came-earlier = اگر پیش از آن رسیده است: complaints edit { $reference } received="…" --why "…"
hint-take-back-later = گام پس از آن را پس بگیرید و هر دو را به ترتیب ثبت کنید: complaints undo { $reference }
hint-void-by-mistake = اگر به اشتباه باطل شده است: complaints undo { $reference }
hint-colleague = همکاری آن را بخواند، یا آن را پس بگیرید: complaints undo { $reference }
hint-priority-why = همان را با --why "…" دوباره بنویسید، یا بدون --priority
hint-undo = گام نادرست را پس بگیرید: complaints undo { $reference }
hint-void = شکایتی که به اشتباه ثبت شده است: complaints advance { $reference } void --why "…"
hint-arrived = زمان رسیدن شکایت را بنویسید، مانند «دیروز ۱۶:۳۰»
hint-without-as-of = بدون --as-of بنویسید
hint-own-register = دفتر خودتان را در پوشه‌ای خالی بسازید: complaints init --organization "…"
hint-near = منظورتان `{ $near }` است؟
hint-new-category = دستهٔ تازه را در `categories:` در complaints/register.yaml بنویسید
hint-clocks = مهلت‌شمارهای آن: { $clocks }
hint-promise = با این همه تاریخی به شاکی بگویید: complaints promise { $reference } --until tomorrow
hint-other-name = هر دو بماند: --name را با نام دیگری بیفزایید
hint-kept-elsewhere = آن را جای دیگری نگه دارید و بنویسید کجاست: complaints note { $reference } "…"

## What a step must record
requirement-statement = چه شده است
requirement-contact = راه تماس با شاکی، یا این‌که راهی نیست
requirement-product = کالا یا خدمت
requirement-occurred = زمان وقوع
requirement-wants = خواستهٔ شاکی
requirement-category = دسته
requirement-severity = شدت، از ۱ تا ۵
requirement-safety = ایمنی در خطر است یا نه
requirement-full-assessment = پیچیدگی، دامنه، ایمنی، صلاحیت
requirement-priority-reason = چرا اولویت جز آن است که از ارزیابی برمی‌آید
requirement-not-acknowledged = وصول پیش‌تر اعلام شده است
requirement-method = راه تماس
requirement-finding = نتیجه
requirement-why = دلیل
requirement-text = چه گفته یا توافق شد
requirement-text-note = متن یادداشت
requirement-text-talk = چه گفته شد
requirement-cause = علت، یا این‌که چرا نمی‌توان آن را یافت
requirement-action = چه می‌کنید که تکرار نشود، یا چرا کاری لازم نیست
requirement-done = چه کردید
requirement-soon-enough = حل یک‌باره تنها در مهلت بستهٔ قواعد ممکن است؛ اکنون تصمیم لازم است
requirement-acceptance = پذیرفت؟
requirement-next-route = مسیر بعدی شاکی
requirement-promises-settled = انجام همهٔ تعهدها
requirement-closure-reason = دلیل بستن: حل شد، پاسخی نیامد، مسیر دیگری نخواست، یا مهلتش گذشت
requirement-attempts = شمار تلاش‌ها برای تماس، به اندازه‌ای که بستهٔ قواعد می‌خواهد
requirement-attempts-spread = ثبت تلاش‌ها برای تماس در چند روز و از چند راه، به اندازه‌ای که بستهٔ قواعد می‌خواهد
requirement-reopen-told = چون پاسخی نیامد، این‌که از چه راهی به شاکی گفته شد که می‌تواند شکایت را دوباره باز کند
requirement-window-passed = گذشتن مهلت مسیر بعدی، یا این‌که شاکی مسیر دیگری نمی‌خواهد
requirement-closing-note = یادداشت نتیجهٔ نهایی
requirement-plan = طرح بررسی
requirement-other-person = کسی جز نویسندهٔ تصمیم
requirement-approval = تأیید تصمیم به دست شخصی دیگر
requirement-other-second = اگر نفر دومی نام برده می‌شود، کسی جز خود شما
requirement-second-person = موافقت نفر دوم
requirement-dissatisfied = این‌که شاکی راضی نیست، یا تا حدی راضی است
requirement-outside-route = مرجع بیرونی برای ادامهٔ کار شاکی
requirement-independent = کسی که شکایت را بررسی نکرده، دربارهٔ آن تصمیم نگرفته و پاسخ نداده است
requirement-body = مرجعی که شکایت به آن ارجاع می‌شود
requirement-matter = اگر شکایت نیست، چیست
requirement-into = شکایت دیگری که کار با آن ادامه می‌یابد
requirement-promise-date = تاریخی که به شاکی گفته شد
requirement-open-promise = یکی از تعهدهای همین شکایت که هنوز تکلیفش روشن نشده
requirement-remedy-stage = یکی از جبران‌های همین شکایت که به این مرحله رسیده باشد (درخواست، پیشنهاد، توافق، انجام)
requirement-no-promise-left = تعهد دیگری چشم‌به‌راه این جبران نماند
requirement-point-text = یکی از بندهای همین شکایت، با متن آن
requirement-points-answered = نتیجهٔ هر یک از بندها
requirement-known-evidence = مدرکی که به همین شکایت پیوست شده باشد
requirement-authority = اختیار این کار، یا تأیید عضوی که این اختیار را دارد
requirement-needed-approval = تأیید تصمیمی که تصمیم‌گیرنده به‌تنهایی اختیار آن را ندارد
requirement-proposal = پیشنهاد یک مرجع بیرونی
requirement-side = کدام طرف
requirement-both-consents = رضایت آگاهانهٔ هر دو طرف
requirement-dispute-method = روش کار مرجع بیرونی
requirement-result = نتیجهٔ کار نزد مرجع بیرونی
requirement-result-recorded = ثبت نتیجهٔ مرجع بیرونی
requirement-recommendation = توصیهٔ مرجع بیرونی
requirement-both-accept = هر دو طرف توصیه را بپذیرند
requirement-determination = رأی مرجع بیرونی
requirement-not-contested = نتیجهٔ بازنگری مرجع بیرونی
requirement-answered-or-overdue = پاسخ به شاکی، یا گذشتن مهلت آن
requirement-dispute-open = رضایت هر دو طرف، یا شکایتی که هم‌اکنون نزد مرجع بیرونی است
requirement-dispute-under-way = پیشنهاد یک مرجع بیرونی، یا شکایتی که هم‌اکنون نزد مرجع بیرونی است
requirement-notice = اعلام اختلاف
requirement-position = آنچه می‌پذیریم و آنچه نمی‌پذیریم
requirement-settler = کسی که از سوی ما اختیار سازش دارد
requirement-dispute-exit = دلیل پایان بی‌نتیجه
requirement-our-answer = پاسخ خود ما، که پیش از رفتن شکایت به بیرون داده نشد
requirement-investigator-free = بررسی‌کننده‌ای که در این شکایت تعارض منافع ندارد
requirement-author-free = کسی که در این شکایت تعارض منافع ندارد
requirement-reviewer-free = بازبینی که در این شکایت تعارض منافع ندارد
requirement-declaration = اظهار بررسی‌کننده دربارهٔ تعارض منافع
requirement-powers = اختیارات بررسی‌کننده
requirement-points-confirmed = این‌که شاکی بندهای شکایت را تأیید کرد یا تلاش برای پرسیدن از او بی‌پاسخ ماند
requirement-investigated = بررسی، یا دلیل بی‌نیازی از آن
requirement-declarer = کسی که منافعش اظهار می‌شود
requirement-conduct-kind = نوع رفتار
requirement-review-day = تاریخ بازبینی محدودیت، زمانی که هنوز نرسیده است
requirement-restriction = محدودیت تماسی که هنوز پایان نیافته است
requirement-recipient = چه کسی باخبر می‌شود
requirement-permitted = اجازه‌ای که برای او داده شده است
requirement-not-forbidden = مرجعی که شاکی باخبر شدنش را منع نکرده باشد
requirement-nobody-forbidden = تنها کسانی که شاکی باخبر شدنشان را منع نکرده باشد
requirement-others-told = باخبر شدن همهٔ کسانی که شاکی اجازه داده است
requirement-paper-text = متن نامه، همان‌گونه که فرستاده می‌شود
requirement-paper-in-review = نامه‌ای از این نوع که در انتظار تأیید باشد
requirement-same-text = همان متنی که برای تأیید داده شد، بی‌تغییر
requirement-another-reader = کسی جز آن که متن را برای تأیید داده است
requirement-rework = دلیل برگرداندن، به صورت کد
requirement-reviewed-paper = اگر متن نامه برای تأیید داده شده است یا دفتر کنترل دونفره می‌خواهد، همان متنی که دیگری تأیید کرده است
requirement-approved-paper = نامه‌ای که متنش را شخص دیگری تأیید کرده باشد
requirement-text-ask-permission = چه چیزی گفته می‌شود
requirement-text-record-conduct = چه رخ داد
requirement-text-review-conduct = نتیجهٔ بازبینی
requirement-until-review-conduct = تاریخ بازبینی بعدی، زمانی که هنوز نرسیده است
requirement-why-end-conduct = دلیل پایان
requirement-text-notify-dispute = چه چیزی و برای چه کسانی فرستاده شد
requirement-text-take-position = آنچه می‌پذیریم و آنچه نمی‌پذیریم
requirement-conflict = شرح تعارض منافع، یا نبودن آن
requirement-body-propose-dispute = نام مرجع بیرونی
requirement-body-go-outside = نام مرجع بیرونی

## Where a complaint stands
checklist-acknowledged = ✓ اعلام وصول: { $method }، { $time }
checklist-ready = آماده:
checklist-lacking = چیزی کم دارد:
checklist-other = گام‌های دیگر:
checklist-points = نتیجهٔ { $points }
checklist-severity = شدت { $severity }
checklist-owner = مسئول: { $owner }
checklist-due-told = پاسخ تا { $time } (گفته شده)
checklist-due-pack = پاسخ تا { $time }
checklist-late-told = مهلت پاسخ گذشته است: { $time } (گفته شده)
checklist-late-pack = مهلت پاسخ گذشته است: { $time }
checklist-held = متوقف تا { $time }

## What was done
recorded = { $reference }: { $kind }
recorded-part = { $reference }: { $kind } ({ $part })
wanted-otherwise = شاکی خواسته است تنها از یک راه با او تماس بگیرند: { $channel }
undone = پس گرفته شد: { $kind }
advanced-many = { $count } گام ثبت شد.

## Many at once
many-moves = { $reference }: از «{ $from }» به «{ $to }»
many-stays = { $reference }: { $kind }
many-would = { $count ->
    [0] چیزی تغییر نمی‌کند.
   *[other] { $count } شکایت تغییر می‌کند.
}
many-done = { $count ->
    [0] چیزی تغییر نکرد.
    [one] { $count } شکایت تغییر کرد.
   *[other] { $count } شکایت با یک کامیت تغییر کرد.
}
many-same = { $count } شکایت از پیش همین‌گونه است.
many-skipped = { $count } شکایت کنار گذاشته شد.
many-yes = هنوز چیزی تغییر نکرده است؛ با --yes انجام می‌شود.
many-nobody = هیچ شکایتی با `{ $question }` جور نیست
many-refused = قواعد این کار را برای { $refused } شکایت از { $count } شکایت روا نمی‌دانند؛ پس هیچ‌یک تغییر نمی‌کند
many-refused-hint = پرسش را محدودتر کنید، یا با --skip-refused این‌ها را کنار بگذارید

## A new complaint
new-recorded = ثبت شد. این شماره را بخوانید:
new-recorded-as = ثبت شد:
new-answer-by = پاسخ ما: تا { $time }
new-say-both = هر دو را گفتید؟ بنویسید:
new-say-number = گفتید؟ بنویسید:
new-write = رسید این را به شاکی می‌گوید؛ با این دستور چاپ می‌شود و فرستادنش ثبت می‌شود:
new-many = { $count } شکایت ثبت شد.
ask-welcome = ثبت شکایت. هر پاسخ ذخیره می‌شود؛ با Ctrl-C چیزی گم نمی‌شود.
ask-draft = پاسخ‌های پیشین دوباره پیشنهاد می‌شود: Enter همان را می‌پذیرد.
ask-statement = چه شده است؟
ask-name = نام؟ (خالی: نگفت)
ask-contact = تلفن یا ایمیل؟ (خالی: هیچ‌کدام)
ask-known = شکایت باز از همین شماره: { $subject }، { $day }
ask-wants = چه می‌خواهد؟ (خالی: نگفت)
ask-channel = از چه راهی؟ [{ $usual }]
ask-unknown = شناخته نیست. این‌ها هست: { $known }
ask-solved = می‌گوید حل شد؟
ask-stopped = متوقف شد؛ پاسخ‌ها نگه داشته شد
contact-none = راه تماسی داده نشد

## A new register
step-records-no = { $option } با `{ $step }` ثبت نمی‌شود؛ این گام‌ها آن را ثبت می‌کنند: { $steps }
step-unknown = `{ $typed }` از گام‌های `advance` نیست؛ این‌ها هست: { $steps }
step-keys-exclude = `{ $first }` و `{ $second }` با هم نمی‌آیند
step-key-needs = `{ $first }` بدون `{ $second }` نمی‌آید

told-when-over = { $option }: `{ $typed }` پس از زمانی نیست که گفته می‌شود
hint-told-ahead = زمانی پس از آن بنویسید، مانند «فردا» یا «۳ روز دیگر»
edit-takes-away = آنچه شکایت باید بگوید از میان می‌رود: { $what }

merge-into-void = --into: { $reference } باطل است و کار در هیچ‌جا ادامه نمی‌یافت

new-occurred-later = --occurred: `{ $typed }` پس از دریافت شکایت است
hint-occurred = روزی را بنویسید که رخ داده است، یا روز رسیدن شکایت را با --received بیفزایید
summary-days-swapped = --to: { $last } پیش از { $first } است

summary-to-come = هنوز چیزی برای شمردن نیست: این دوره از { $begin } آغاز می‌شود

new-odd-phone = `{ $typed }` به شمارهٔ تلفن نمی‌ماند
new-odd-email = `{ $typed }` به نشانی ایمیل نمی‌ماند

init-done = دفتر شکایت‌ها در { $root }
init-week = هفتهٔ کاری: { $week }، به وقت { $zone }؛ در { $file } عوض می‌شود
init-next = نخستین شکایت را ثبت کنید: complaints new

station-claimed = این نسخه از این پس شماره‌های ایستگاه { $station } را می‌دهد.

## The demonstration
demo-done = { $complaints } شکایت در { $commits } کامیت ساخته شد. نگاهی بیندازید:

## Clocks
clock-stands-still = متوقف است: { $clock }؛ با این توقف موعد آن { $due }
clock-runs-on = ادامه دارد: { $clock }، موعد آن { $due }
clock-told-otherwise = {""}  اما به شاکی گفته شده است: { $told }؛ این موعد جابه‌جا نمی‌شود
refused-on-hold = { $reference } همین حالا هم متوقف است
refused-not-on-hold = { $reference } متوقف نیست
refused-not-running = { $reference }: مهلت «{ $clock }» در جریان نیست
refused-not-extendable = { $reference }: بستهٔ قواعد `{ $rest }` تمدید مهلت «{ $clock }» را روا نمی‌داند
refused-run-out = { $reference }: مهلت «{ $clock }» در { $rest } به پایان رسیده است و تنها مهلتی تمدید می‌شود که نگذشته باشد
refused-not-later = { $reference }: مهلت «{ $clock }» به هر حال تا { $rest } است
refused-too-far = { $reference }: مهلت «{ $clock }» حداکثر تا { $rest } تمدید می‌شود
requirement-until = تا کی، زمانی که هنوز نرسیده است
requirement-told = از چه راهی به شاکی گفته شد
requirement-in-time = باید پیش از پایان مهلت باشد
requirement-on-hold = باید متوقف باشد
requirement-not-on-hold = نباید از پیش متوقف باشد
