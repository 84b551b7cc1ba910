## check
check-done = { $complaints } شکایت، { $checks } وارسی: { $errors ->
    [0] بدون ایراد
   *[other] { $errors } یافته
}{ $warnings ->
    [0] {""}
   *[other] ، { $warnings } هشدار
}
check-unusable = هیچ شکایتی وارسی نشد: تنظیمات به کار نمی‌آید
check-healed = وضعیت و سطح { $count } شکایت درست شد

## Why each check is made
check-parseable = پرونده‌ای که خوانده نمی‌شود در هیچ فهرست و آماری نیست
check-no-conflict-markers = یک ادغام نیمه‌کاره مانده است: هر دو نسخه در فایل است
check-no-duplicate-keys = از دو مقدار برای یک کلید، معلوم نیست کدام درست است
check-schema-known = فیلدها باید همان فیلدهای قالب ۱ باشند، وگرنه شکایت فهمیده نمی‌شود
check-settings-sound = بدون تنظیمات درست، هیچ روز، شماره یا نامی درست نیست
check-ref-valid = شکایت با نام فایلش پیدا می‌شود؛ پس نام، پوشه و متن باید یکی باشند
check-ref-unique = شماره‌ای که به یک شاکی گفته شده نباید شکایت دیگری باشد
check-no-gaps = هیچ شکایتی گم نمی‌شود: هر ایستگاه بدون جا انداختن شماره می‌شمارد
check-records-present = شکایتی که ثبت شده باید روی دیسک هم باشد
check-stations-known = فقط ایستگاهی که فایل خودش را دارد شماره می‌دهد
check-source-unique = پرونده‌ای که دو بار وارد شود دو بار شمرده می‌شود
check-links-exist = شکایت ادغام‌شده در شکایت دیگری ادامه می‌یابد و آن یکی باید باشد
check-no-strange-files = چیزی که شبیه شکایت است ولی شکایت نیست، دیده نمی‌شود
check-events-replay = وضعیت و سطح از رویدادها به دست می‌آید و فقط برای جست‌وجو نوشته می‌شود
check-event-ids-unique = رویدادها با شناسه ادغام می‌شوند؛ از دو شناسهٔ یکسان یکی گم می‌شود
check-guards-hold = هر گام وقتی پذیرفته است که آنچه باید، ثبت شده باشد
check-times-ordered = هیچ پاسخی پیش از شکایت نیست و هیچ رویدادی در آینده نیست
check-promises-consistent = آنچه به شاکی گفته شده باید با آنچه انجام شده بخواند
check-papers-proven = نامه‌ای که فرستاده شده باید اثبات‌پذیر باشد و زمان‌هایش پیگیری شود
check-pack-known = بستهٔ قواعد می‌گوید تا کی پاسخ دهیم و چه ثبت کنیم
check-evidence-present = مدرکی که رویداد از آن نام می‌برد باید باشد
check-evidence-hash = مدرک باید همان باشد که روز پیوست شدن بود
check-no-orphan-evidence = مدرک بی‌رویداد: معلوم نیست چه کسی و کی آن را آورده است
check-no-cut-texts = در YAML نشانهٔ ` #` آغاز توضیح است؛ پس ادامهٔ متن خوانده نمی‌شود
check-committed = فقط آنچه ثبت شده در امان است و برای همه یکسان شمرده می‌شود
check-codes-declared = دسته‌ای که اعلام نشده در گزارش‌ها نام ندارد
check-owner-known = هر که کاری می‌کند یا مسئول است باید عضو باشد
check-summary-has-no-personal-data = فهرست‌ها، گزارش‌ها و گیت آن را به کسانی نشان می‌دهند که لازم نیست شاکی را بشناسند
check-no-late-days-off = تعطیلی که بعداً افزوده شده پاسخ دیر را به‌موقع نمی‌کند
check-late-without-word = پاسخ ممکن است دیر شود؛ سکوت دربارهٔ آن اعتماد شاکی را از میان می‌برد
check-follow-up-made = فقط شاکی می‌تواند بگوید که مشکل حل شده است یا نه
check-restricted-reviewed = آنچه دربارهٔ سلامت، نیاز یا رفتار نوشته شده فقط تا وقتی لازم است نگه داشته می‌شود
check-needs-recorded = صدای شاکی آسیب‌پذیر وقتی شنیده می‌شود که بدانیم چه نیازی دارد
check-recurrence-without-cause = آنچه بارها تکرار می‌شود علتی دارد که با یک پاسخ برطرف نمی‌شود
check-persons-consistent = شاکی‌ای که بازمی‌گردد با شناسهٔ خودش شناخته می‌شود، وگرنه تازه‌وارد به شمار می‌آید
check-repeated-identical-apology-text = پوزشی که کلمه‌به‌کلمه برای همه فرستاده شود پوزش به شمار نمی‌آید
check-backdating = آنچه دیر ثبت شود درست به یاد نمی‌ماند
check-no-personal-data-in-commits = پیام کامیت در همهٔ رونوشت‌ها می‌ماند و پاک‌شدنی نیست
check-template-renders = خرابی قالب همان روزی معلوم می‌شود که نامه باید فرستاده شود

## What is found in a file
found-fault = { $fault }
found-differs = فایل روی دیسک با آخرین کامیت فرق دارد
found-uncommitted = این فایل در هیچ کامیتی نیست
found-cut-text = نشانهٔ ` #` ادامهٔ این متن را بریده است

## What is found in a record
found-other-number = نام فایل `{ $named }` است، ولی در متن آن `{ $said }` آمده است
found-other-year = شماره از سال { $named } است، ولی شکایت در سال { $year } دریافت شده است
found-other-state = وضعیت در فایل `{ $stored }` است، ولی رویدادها به `{ $replayed }` می‌رسند
found-other-level = سطح در فایل { $stored } است، ولی رویدادها به سطح { $replayed } می‌رسند
found-no-event = هیچ رویدادی ثبت نشده است، حتی دریافت شکایت
found-other-first-event = نخستین رویداد باید `received` باشد و به وضعیت `received` برسد
found-not-from-state = رویداد `{ $kind }` از وضعیت `{ $state }` شدنی نیست
found-not-when-void = رویداد `{ $kind }` شدنی نیست: شکایت باطل شده است
found-other-target = رویداد `{ $kind }` از وضعیت `{ $state }` { $target ->
    [nowhere] وضعیت را تغییر نمی‌دهد
   *[other] به `{ $target }` می‌رسد
}، ولی { $said ->
    [nowhere] در آن وضعیت تازه‌ای نیامده است
   *[other] در آن `{ $said }` آمده است
}
found-takes-back-nothing = این رویداد نمی‌گوید کدام رویداد پس گرفته می‌شود
found-cannot-take-back = با رویداد `{ $kind }` نمی‌توان رویداد دیگری را پس گرفت
found-takes-back-unknown = این رویداد `{ $id }` را پس می‌گیرد، ولی پیش از آن چنین رویداد معتبری نیست
found-event-id-again = شناسهٔ `{ $id }` پیش‌تر به رویداد دیگری داده شده است
found-not-recorded = در رویداد `{ $kind }` این‌ها ثبت نشده است: { $missing }
found-unknown-pack = `{ $pack }` بستهٔ قواعد نیست؛ پس معلوم نیست چه چیزهایی باید ثبت شود
found-before-last = زمان رویداد `{ $kind }`، { $at }، پیش از آخرین رویداد است ({ $last })
found-other-receipt = زمان دریافت { $said } است، ولی رویداد نخست { $happened } را می‌گوید
found-not-yet = زمان رویداد `{ $kind }`، { $at }، هنوز نرسیده است
found-occurred-later = زمان رخداد پس از زمان دریافت نوشته شده است
found-unknown-category = `{ $category }` از دسته‌های این دفتر نیست
found-no-member = `{ $name }` از اعضای این دفتر نیست
found-lead-in-field = در `{ $field }` { $lead ->
    [email] نشانی ایمیل
    [card] شمارهٔ کارت بانکی
    [phone] شمارهٔ تلفن
   *[national-code] کد ملی
} آمده است و فهرست‌ها آن را نشان می‌دهند
found-lead-in-file-name = در نام فایل { $lead ->
    [email] نشانی ایمیل
    [card] شمارهٔ کارت بانکی
    [phone] شمارهٔ تلفن
   *[national-code] کد ملی
} آمده است و گیت آن را نشان می‌دهد

## What is found in promises, remedies and papers
found-promise-id-again = شناسهٔ `{ $id }` پیش‌تر به تعهد دیگری داده شده است
found-no-promise = تعهدی با شناسهٔ `{ $id }` نیست
found-other-stage = جبران `{ $id }` در مرحلهٔ `{ $state }` است، ولی رویدادهایش به `{ $replayed }` می‌رسند
found-due-before-told = موعد تعهد `{ $id }` پیش از زمانی است که به شاکی گفته شده است
found-still-open = تعهد `{ $id }` هنوز در انتظار است، ولی آنچه تعهد شده بود (`{ $promised }`) از آن پس ثبت شده است
found-not-kept = تعهد `{ $id }` به‌موقع انجام‌شده دانسته شده، ولی هیچ رویدادی در مهلت آن چنین نمی‌گوید
found-not-replaced = تعهد `{ $id }` جایگزین‌شده دانسته شده، ولی هیچ تعهد تازه‌تری جای آن را نگرفته است
found-not-missed = تعهد `{ $id }` به‌موقع انجام‌نشده دانسته شده، ولی هیچ رویداد دیرتری چنین نمی‌گوید
found-unproven-paper = `{ $paper }` فرستاده شده است، ولی راه فرستادن یا { "SHA-256" } متن آن ثبت نشده است
found-unpromised-date = در این نامه { $date } گفته شده است، ولی هیچ تعهدی این تاریخ را ندارد

## What is found in evidence
found-unnamed-evidence = نام فایل در این رویداد نیامده است
found-no-evidence = فایل `{ $place }` پیدا نمی‌شود
found-other-evidence = فایل `{ $place }` همان نیست که پیوست شده بود: { "SHA-256" } آن { $sha256 } است
found-orphan-evidence = فایل `{ $place }` هست، ولی هیچ رویدادی آن را پیوست نکرده است

## What wants a look
found-silence = مهلت پاسخ { $due } بود و از آن پس دلیلی برای دیرکرد ثبت نشده است
found-not-asked = شکایت با نتیجهٔ «حل‌شده» بسته شده است، ولی ثبت نشده که شاکی نیز آن را حل‌شده می‌داند یا نه
found-review-due = آنچه تنها چند نفر می‌توانند ببینند باید در { $day } بازنگری می‌شد
found-no-needs = ثبت شده است که شاکی آسیب‌پذیر است، ولی نیاز ویژهٔ او ثبت نشده است
found-recorded-late = آنچه زمان رخداد آن { $at } نوشته شده، { $days } روز بعد ثبت شده است: { $recorded_at }
found-named-in-commit = پیام کامیت { $id } شاکی را می‌شناساند و در همهٔ رونوشت‌ها می‌ماند

## What is found across records
found-number-again = `{ $reference }` در `{ $other }` هم هست
found-gap = شمارهٔ `{ $reference }` پیدا نمی‌شود: شکایت هرگز حذف نمی‌شود
found-gaps = شمارهٔ `{ $reference }` پیدا نمی‌شود: شکایت هرگز حذف نمی‌شود؛ از این ایستگاه و سال روی هم { $all } شماره نیست
found-gone = این شکایت در آخرین کامیت هست، ولی روی دیسک نیست
found-unknown-station = این شماره را ایستگاه { $station } داده است، ولی فایل `{ $file }` پیدا نمی‌شود
found-source-again = `{ $id }` از `{ $system }` مبدأ `{ $other }` هم هست
found-lost-link = این شکایت در `{ $into }` ادغام شده است، ولی آن شکایت پیدا نمی‌شود
found-strange-file = این نه شکایت است و نه مدرک؛ پس هیچ دستوری آن را نمی‌بیند
found-recurrence = همین شاکی پیش‌تر هم دربارهٔ `{ $category }` شکایت کرده و علت آن ثبت نشده است: { $others }
found-same-apology = پوزش این پاسخ کلمه‌به‌کلمه همان پوزشِ پاسخ `{ $other }` است
found-other-name = شناسهٔ شاکی همان است که در `{ $first }` آمده، ولی نام او فرق دارد
found-other-pseudonym = شمارهٔ تلفن یا نشانی ایمیل شاکی همان است که در `{ $first }` آمده، ولی شناسهٔ او فرق دارد

## What is found in settings and days off
found-wrong-value = `{ $value }`: { $fault }
found-other-format = `{ $format }`: این نسخه قالب ۱ را می‌خواند
found-lead-in-label = در این نام { $lead ->
    [email] نشانی ایمیل
    [card] شمارهٔ کارت بانکی
    [phone] شمارهٔ تلفن
   *[national-code] کد ملی
} آمده است و گزارش‌ها آن را نشان می‌دهند
found-nobody-works = در این هفته هیچ‌کس هیچ ساعتی کار نمی‌کند
found-member-id-again = `{ $id }` شناسهٔ عضو دیگری است
found-member-email-again = این ایمیلِ عضو دیگری است؛ پس معلوم نیست چه کسی می‌نویسد
found-until-before-from = { $until } پیش از { $from } است
found-late-day-off = { $day } پس از گذشتن آن، در { $added_on }، روز تعطیل شده است

## What to do about it
mend-command = { $command }
mend-keep-or-drop = برای نگه داشتن: git commit -- { $path }; برای کنار گذاشتن: git checkout HEAD -- { $path }
mend-look-at-edit = git diff HEAD -- { $path }; برای کنار گذاشتن ویرایش: git checkout HEAD -- { $path }
mend-or-drop-edit = فایل را درست کنید، یا ویرایش را کنار بگذارید: git checkout HEAD -- { $path }
mend-by-both-sides = گفتهٔ هر دو طرف را نگه دارید و خط‌های نشانه را بردارید، سپس: git add -- { $path } && git commit؛ یا از ادغام بگذرید: git merge --abort
mend-or-look-back = فایل را درست کنید، یا ببینید از کی خراب شده است: git log -p -- { $path }
mend-by-update = این برنامه را نو کنید؛ نسخهٔ تازه‌تر نزد کیست: { $command }
mend-by-quotes = همهٔ متن را در گیومه بگذارید: git blame -L { $line },{ $line } -- { $path }
mend-by-step-again = complaints undo { $reference }، سپس گام را دوباره ثبت کنید: complaints advance { $reference }
mend-with-code = { $command }; کدها: complaints codes { $list }
mend-by-member = عضو را در `members:` در complaints/register.yaml بیفزایید
mend-by-other-name = با نام دیگری پیوست کنید: complaints attach { $reference }
mend-first-version = git log --oneline -- "{ $place }"; نخستین نسخه همان است که پیوست شد
mend-lost = کامیتی را که آن را برداشته پیدا کنید: { $command }
mend-by-moving = git log --oneline -- "{ $path }"; آن را از این‌جا بردارید
mend-same-person = اگر همان شخص است: complaints edit { $reference } person={ $first } --why "…"
mend-settings = { $path } را ویرایش کنید، سپس: complaints doctor
