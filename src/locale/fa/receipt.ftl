## receipt

receipt-title = رسید دریافت شکایت
# The name of the complainant stands for the dots.
receipt-greeting = … گرامی،
receipt-opening = شکایت شما به دست ما رسید و ثبت شد. از اینکه ما را آگاه کردید سپاسگزاریم. رسیدگی به شکایت برای شما رایگان است.
receipt-recorded = شکایت شما ثبت شد.
receipt-reference = شمارهٔ شکایت
receipt-quote = لطفاً در هر تماس با ما این شماره را بگویید.
receipt-qr = شمارهٔ شکایت به‌صورت رمزینهٔ قابل اسکن
receipt-anonymous = شما راهی برای تماس نگذاشته‌اید. این شماره را نگه دارید؛ با آن می‌توانید وضعیت شکایت خود را از ما بپرسید.

# What you told us
receipt-told = آنچه به ما گفتید
receipt-received = زمان دریافت
receipt-channel = کانال دریافت
receipt-product = کالا یا خدمت
receipt-order = شمارهٔ سفارش
receipt-summary = خلاصهٔ شکایت
receipt-wants = خواستهٔ شما

# Who you are
receipt-you = راه تماس با شما
receipt-name = نام
receipt-phone = تلفن
receipt-email = ایمیل
receipt-address = نشانی

# What happens next
receipt-future = گام‌های بعدی
receipt-response-told = قول می‌دهیم که تا { $when } به شما پاسخ بدهیم.
receipt-response-pack = تا { $when } به شما پاسخ می‌دهیم.
receipt-response-late = پاسخ ما باید تا { $when } به شما می‌رسید. از این تأخیر پوزش می‌خواهیم.
receipt-response-given = { $when } به شما پاسخ دادیم.
receipt-response-undated = زمان پاسخ را به شما خبر خواهیم داد.
receipt-response-ended = رسیدگی به این شکایت پایان یافته است.
receipt-promise = { $what }: تا { $when }
receipt-stage = وضعیت
receipt-next = گام بعدی
receipt-handler = مسئول رسیدگی
receipt-next-received = شکایت را می‌خوانیم، اهمیت آن را می‌سنجیم و مسئول رسیدگی را تعیین می‌کنیم.
receipt-next-acknowledged = شکایت را می‌خوانیم، اهمیت آن را می‌سنجیم و مسئول رسیدگی را تعیین می‌کنیم.
receipt-next-assessed = بررسی می‌کنیم که چه پیش آمده است.
receipt-next-investigating = با ذکر دلیل تصمیم می‌گیریم و به شما پاسخ می‌دهیم.
receipt-next-decided = تصمیم خود و دلیل آن را به شما می‌گوییم.
receipt-next-responded = به ما بگویید که پاسخ ما مشکل شما را حل کرده است یا نه.
receipt-next-implementing = آنچه را با شما توافق کرده‌ایم انجام می‌دهیم.
receipt-next-follow-up = از شما می‌پرسیم که مشکل واقعاً حل شده است یا نه.
receipt-next-closed = اگر مشکل دوباره پیش آمد به ما بگویید تا پرونده را بازگشایی کنیم.
receipt-next-review = کسی که در رسیدگی نقشی نداشته است، دوباره آن را بررسی می‌کند.
receipt-next-external = مرجع مستقل بیرونی آن را بررسی می‌کند و ما همکاری می‌کنیم.

# How to go on
receipt-add = اگر می‌خواهید چیزی بیفزایید یا اصلاح کنید
receipt-add-how = هر زمان می‌توانید مدرک، عکس یا اصلاح خود را همراه با شمارهٔ شکایت برای ما بفرستید.
receipt-reach = برای افزودن یا پرسیدن
receipt-reply = برای افزودن یا پرسیدن، به همین پیام پاسخ دهید.
receipt-heard = اگر پاسخ ما شما را قانع نکرد
receipt-heard-how = از ما درخواست بازبینی کنید: کسی که در رسیدگی نقشی نداشته است، دوباره شکایت را بررسی می‌کند. اگر باز هم حل نشد، می‌توانید به مرجعی مستقل در بیرون از سازمان مراجعه کنید؛ آن را به شما معرفی می‌کنیم.
receipt-privacy = حریم خصوصی شما
receipt-privacy-how = آنچه به ما می‌گویید تنها برای رسیدگی به همین شکایت به کار می‌رود. نام، راه تماس و شرح شکایت شما را بدون اجازهٔ شما در اختیار کسی نمی‌گذاریم.
receipt-issued = تاریخ صدور
# Code and revision of the form, as the house numbers its papers.
receipt-form = کد فرم
# The number of this page and of all pages stand for the dots.
receipt-page = صفحهٔ … از …
