//! What the table of rules cannot say of a step: who takes it, how it is typed, and what it is for, in both languages.

use complaints::domain::rules::Step;

/// Who takes a step, in English and in Persian.
#[derive(Clone, Copy)]
pub(super) struct Who(pub(super) &'static str, pub(super) &'static str);

const ANYBODY: Who = Who("any member", "هر عضو");
const HANDLER: Who = Who("the handler", "رسیدگی‌کننده");
const SUPERVISOR: Who = Who("a supervisor", "سرپرست");
const INVESTIGATOR: Who = Who("the investigator", "بررسی‌کننده");
const APPROVER: Who = Who("an approver, never the author of the decision", "تأییدکننده، و نه نویسندهٔ تصمیم");
const REVIEWER: Who = Who("a reviewer who had no part in the matter", "بازبینی که در این پرونده دستی نداشته است");
const ASKED: Who =
    Who("the handler, when the complainant asks; no reason is needed", "رسیدگی‌کننده، به درخواست شاکی و بی‌نیاز از دلیل");

/// One step as people are told of it.
pub(super) struct Told {
    pub(super) step: Step,
    /// How it is typed; empty where the step itself says so.
    pub(super) typed: &'static str,
    pub(super) who: Who,
    pub(super) english: &'static str,
    pub(super) persian: &'static str,
}

const fn told(step: Step, typed: &'static str, who: Who, english: &'static str, persian: &'static str) -> Told {
    Told { step, typed, who, english, persian }
}

/// Every step, in the order of the page.
pub(super) const TOLD: &[Told] = &[
    told(
        Step::New,
        "complaints new",
        ANYBODY,
        "Write the complaint down as soon as it arrives, in the complainant's own words. It gets its number, and the clocks start.",
        "شکایت همان دم که می‌رسد با واژه‌های خود شاکی ثبت می‌شود. شماره می‌گیرد و مهلت‌ها آغاز می‌شود.",
    ),
    told(
        Step::Acknowledge,
        "",
        HANDLER,
        "Tell the complainant that it arrived, its number, and by when an answer comes. The date becomes a promise. It can be made up for until the answer; only a complaint that is `received` is moved by it.",
        "به شاکی گفته می‌شود که شکایتش رسیده است، با شماره و موعد پاسخ. این موعد یک تعهد است. تا پیش از پاسخ می‌توان آن را جبران کرد؛ تنها شکایت «دریافت‌شده» با آن جابه‌جا می‌شود.",
    ),
    told(
        Step::Categorize,
        "",
        HANDLER,
        "Assess what kind of matter it is, how bad, how involved, how far reaching, how dangerous, and whose. It gets an owner. What nobody has assessed stays unassessed. Later on it corrects the assessment and moves nothing.",
        "نوع موضوع، شدت، پیچیدگی، دامنه، خطر و صلاحیت سنجیده می‌شود و پرونده مسئول پیدا می‌کند. آنچه کسی نسنجیده «سنجیده‌نشده» می‌ماند. اگر دیرتر بیاید، ارزیابی را اصلاح می‌کند و وضعیت را جابه‌جا نمی‌کند.",
    ),
    told(
        Step::Investigate,
        "",
        INVESTIGATOR,
        "Begin to find out what happened, as far as the matter deserves. The owner examines it unless somebody else is named.",
        "بررسی آنچه رخ داده، به اندازهٔ اهمیت موضوع، آغاز می‌شود. اگر کسی نام برده نشود مسئول پرونده بررسی می‌کند.",
    ),
    told(
        Step::Decide,
        "",
        INVESTIGATOR,
        "Record what was found, and why. Each point has its own finding before. Straight from `assessed`, the reasons also say why nothing was examined.",
        "نتیجه و دلیل آن ثبت می‌شود؛ پیش از آن هر بند نتیجهٔ خود را دارد. اگر بی‌بررسی و از «ارزیابی‌شده» باشد، دلیل می‌گوید چرا بررسی نشد.",
    ),
    told(
        Step::Approve,
        "",
        APPROVER,
        "A second person says yes to the decision before the complainant hears it. It is needed once members have limits or one of them approves.",
        "پیش از آن‌که شاکی تصمیم را بشنود نفر دومی آن را تأیید می‌کند. وقتی لازم است که برای عضوها حد اختیار یا تأییدکننده تعیین شده باشد.",
    ),
    told(
        Step::Return,
        "",
        SUPERVISOR,
        "Send a decision back that does not convince yet; the examination goes on.",
        "تصمیمی که هنوز قانع‌کننده نیست برمی‌گردد و بررسی ادامه می‌یابد.",
    ),
    told(
        Step::Respond,
        "",
        HANDLER,
        "Tell the complainant the decision, the reasons, the remedies, and where to go next if it does not satisfy. A promised answer is kept by it, or missed when it comes late.",
        "تصمیم، دلیل‌ها، جبران‌ها و مسیر بعدی به شاکی گفته می‌شود. تعهد پاسخ با آن انجام‌شده است، و اگر دیر باشد انجام‌نشده.",
    ),
    told(
        Step::ResolveNow,
        "",
        HANDLER,
        "Put it right within the first contact, with the complainant's agreement: by word of mouth, then the record says who heard it, or in writing.",
        "در همان تماس و با موافقت شاکی حل می‌شود: یا زبانی، که پرونده می‌گوید چه کسی شنید، یا کتبی.",
    ),
    told(
        Step::Accept,
        "",
        HANDLER,
        "Record that the complainant agrees to what was offered, also after a result outside. A date that is told is a promise.",
        "ثبت می‌شود که شاکی راه‌حل را پذیرفت، پس از نتیجهٔ بیرونی هم. تاریخی که گفته می‌شود تعهد است.",
    ),
    told(
        Step::Fulfil,
        "",
        HANDLER,
        "Record that all that was agreed is done. Remedies count as delivered, their promises as kept, or as missed when it is late.",
        "ثبت می‌شود که هر چه توافق شده بود انجام شد. جبران‌ها انجام‌شده به شمار می‌آیند و تعهدها هم، مگر دیر شده باشد.",
    ),
    told(
        Step::FollowUp,
        "",
        HANDLER,
        "Let the complainant judge an answer after which nothing is left to be done.",
        "وقتی پس از پاسخ کاری نمانده است، داوری شاکی پرسیده می‌شود.",
    ),
    told(
        Step::Explain,
        "",
        HANDLER,
        "The complainant is not satisfied and the decision stands: explain it again, better.",
        "شاکی راضی نیست و تصمیم سر جای خود است: دوباره و روشن‌تر توضیح داده می‌شود.",
    ),
    told(
        Step::Revise,
        "",
        HANDLER,
        "The complainant is not satisfied: look for another solution, from the assessment on.",
        "شاکی راضی نیست: از ارزیابی به بعد، راه‌حل دیگری جسته می‌شود.",
    ),
    told(
        Step::Compensate,
        "",
        HANDLER,
        "The complainant is not satisfied: decide on a compensation.",
        "شاکی راضی نیست: دربارهٔ جبران تازه‌ای تصمیم گرفته می‌شود.",
    ),
    told(
        Step::Close,
        "",
        HANDLER,
        "End the work with one reason: solved, nobody replied, no further route wanted, or its time has passed. A rejection waits until its next route has had its time, and a promise that is open keeps the complaint open.",
        "کار با یک دلیل پایان می‌یابد: حل شد، پاسخی نیامد، شاکی مسیر دیگری نخواست، یا مهلت آن گذشت. شکایت ردشده تا گذشتن مهلت مسیر بعدی می‌ماند و تعهد باز نمی‌گذارد پرونده بسته شود.",
    ),
    told(
        Step::Reopen,
        "",
        HANDLER,
        "Take a closed complaint up again. The first closure stays on record; the clock of the answer starts anew.",
        "پروندهٔ بسته دوباره باز می‌شود. بستن پیشین ثبت‌شده می‌ماند و مهلت پاسخ از نو آغاز می‌شود.",
    ),
    told(
        Step::Withdraw,
        "",
        HANDLER,
        "The complainant takes it back; who said so and how stands in the reasons.",
        "شاکی شکایت را پس می‌گیرد؛ این‌که چه کسی و چگونه گفت در دلیل می‌آید.",
    ),
    told(
        Step::Refer,
        "",
        SUPERVISOR,
        "Send on what is not ours to decide, and tell the complainant where it went and why.",
        "آنچه در صلاحیت ما نیست ارجاع می‌شود و شاکی می‌داند به کجا و چرا.",
    ),
    told(
        Step::Convert,
        "",
        SUPERVISOR,
        "Finish what is no complaint, as what it is, and say so to whoever wrote.",
        "آنچه شکایت نیست با نام درست خود بسته می‌شود و به نویسندهٔ آن هم گفته می‌شود.",
    ),
    told(
        Step::Merge,
        "",
        HANDLER,
        "Finish what is recorded twice, in favour of the other record. `complaints undo` takes it back.",
        "آنچه دو بار ثبت شده به سود پروندهٔ دیگر بسته می‌شود. `complaints undo` آن را پس می‌گیرد.",
    ),
    told(
        Step::Void,
        "",
        SUPERVISOR,
        "Mark what was recorded by mistake. The number stays taken, and it counts in no figure. Where the register names an approver, a second person agrees.",
        "آنچه اشتباهی ثبت شده باطل می‌شود. شماره‌اش به کس دیگری داده نمی‌شود و در هیچ آماری نمی‌آید. اگر دفتر تأییدکننده دارد، نفر دومی هم موافقت می‌کند.",
    ),
    told(
        Step::RequestReview,
        "",
        ASKED,
        "An independent person here shall look again: level 2.",
        "کسی مستقل در همین سازمان دوباره نگاه می‌کند: سطح ۲.",
    ),
    told(
        Step::RefuseReview,
        "",
        SUPERVISOR,
        "Nobody here looks again. The complainant hears why, and who outside may.",
        "کسی در سازمان دوباره نگاه نمی‌کند. شاکی دلیل آن و مرجع بیرونی را می‌شنود.",
    ),
    told(
        Step::DecideReview,
        "",
        REVIEWER,
        "Record what the second look found; the answer follows as after any decision.",
        "نتیجهٔ بازبینی ثبت می‌شود؛ پاسخ مانند هر تصمیم دیگری به دنبال آن می‌آید.",
    ),
    told(
        Step::ProposeDispute,
        "",
        SUPERVISOR,
        "Name an outside body to the complainant, why it suits and what it costs.",
        "مرجعی بیرونی به شاکی پیشنهاد می‌شود، با دلیل مناسب بودن و هزینهٔ آن.",
    ),
    told(
        Step::ConsentDispute,
        "",
        SUPERVISOR,
        "Record that one side agrees, and what it was told before. A scheme of free will needs both.",
        "رضایت یکی از دو طرف و آنچه پیش از آن دانست ثبت می‌شود. روش داوطلبانه رضایت هر دو را می‌خواهد.",
    ),
    told(
        Step::StartDispute,
        "",
        SUPERVISOR,
        "The neutral begins: helps both to agree, recommends, or decides. Level 3.",
        "مرجع بیرونی آغاز می‌کند: کمک به سازش، توصیه یا رأی. سطح ۳.",
    ),
    told(
        Step::GoOutside,
        "",
        SUPERVISOR,
        "The complainant went to an outside body alone, which needs nobody's consent. Level 3.",
        "شاکی خود به مرجع بیرونی رفته است؛ رضایت کسی لازم نیست. سطح ۳.",
    ),
    told(
        Step::EndDispute,
        "",
        SUPERVISOR,
        "Record how it ended outside: settled, recommended or determined.",
        "ثبت می‌شود که نزد مرجع بیرونی چه شد: سازش، توصیه یا رأی.",
    ),
    told(
        Step::CloseDispute,
        "",
        SUPERVISOR,
        "Close what was resolved outside; what is owed from it is settled before.",
        "پروندهٔ حل‌شده در بیرون بسته می‌شود؛ آنچه از آن بدهکاریم پیش از آن انجام شده است.",
    ),
    told(
        Step::Assign,
        "complaints assign REF MEMBER",
        SUPERVISOR,
        "Make somebody the one member who answers for it.",
        "مسئول پرونده تعیین می‌شود.",
    ),
    told(
        Step::Note,
        "complaints note REF \"…\"",
        ANYBODY,
        "Write something down for colleagues.",
        "یادداشتی برای همکاران نوشته می‌شود.",
    ),
    told(
        Step::Talk,
        "complaints talk REF \"…\"",
        HANDLER,
        "Record a contact with the complainant, either way.",
        "گفت‌وگویی با شاکی، از هر سو، ثبت می‌شود.",
    ),
    told(
        Step::Attach,
        "complaints attach REF FILE",
        ANYBODY,
        "Keep a piece of evidence with the complaint, with its hash.",
        "مدرکی همراه شکایت و با اثر انگشت دیجیتال نگه داشته می‌شود.",
    ),
    told(
        Step::Feedback,
        "complaints feedback REF",
        HANDLER,
        "Record whether it is solved, and how the complainant judges the handling and the outcome, apart.",
        "ثبت می‌شود که حل شد یا نه، و داوری شاکی دربارهٔ رسیدگی و نتیجه، جدا از هم.",
    ),
    told(
        Step::Edit,
        "complaints edit REF FIELD=VALUE",
        HANDLER,
        "Correct a field: old, new and why are recorded.",
        "بخشی اصلاح می‌شود: مقدار پیشین، مقدار تازه و دلیل ثبت می‌شود.",
    ),
    told(
        Step::Undo,
        "complaints undo REF",
        HANDLER,
        "Take back the last event, in a new one: nothing is erased.",
        "آخرین رویداد با رویدادی تازه پس گرفته می‌شود: چیزی پاک نمی‌شود.",
    ),
    told(
        Step::Hold,
        "complaints hold REF",
        HANDLER,
        "Let the clocks stand still that may, until a day; those of an authority run on.",
        "مهلت‌هایی که می‌شود متوقف کرد تا روزی می‌ایستند؛ مهلت‌های قانونی ادامه دارند.",
    ),
    told(
        Step::Resume,
        "complaints resume REF",
        HANDLER,
        "Let them run again before that day.",
        "مهلت‌ها پیش از آن روز دوباره راه می‌افتند.",
    ),
    told(
        Step::Extend,
        "complaints extend REF",
        SUPERVISOR,
        "Give a clock a later end that the complainant was told before the first one passed.",
        "مهلتی تمدید می‌شود که شاکی پیش از گذشتن آن خبر دارد.",
    ),
    told(
        Step::AddPoint,
        "complaints point REF \"…\"",
        HANDLER,
        "Write down one thing that is complained of.",
        "یکی از چیزهایی که از آن شکایت شده نوشته می‌شود.",
    ),
    told(
        Step::DecidePoint,
        "complaints point REF ID",
        INVESTIGATOR,
        "Answer one point, with a finding and reasons.",
        "به یک بند با نتیجه و دلیل پاسخ داده می‌شود.",
    ),
    told(
        Step::Promise,
        "complaints promise REF",
        HANDLER,
        "Tell the complainant a date: for the answer, a remedy or news.",
        "به شاکی تاریخی گفته می‌شود: برای پاسخ، جبران یا خبر.",
    ),
    told(
        Step::KeepPromise,
        "complaints promise REF ID --kept",
        HANDLER,
        "Record that it is done; after its date it counts as missed.",
        "ثبت می‌شود که انجام شد؛ پس از موعد، انجام‌نشده به شمار می‌آید.",
    ),
    told(
        Step::BreakPromise,
        "complaints promise REF ID --broken",
        HANDLER,
        "Record that it will not be done, or not by its date, and why.",
        "ثبت می‌شود که انجام نمی‌شود یا تا موعدش نمی‌شود، و چرا.",
    ),
    told(
        Step::AskRemedy,
        "complaints remedy REF KIND --asked",
        HANDLER,
        "The complainant asks for something that would put it right.",
        "شاکی چیزی می‌خواهد که موضوع را جبران کند.",
    ),
    told(
        Step::OfferRemedy,
        "complaints remedy REF KIND --offered",
        HANDLER,
        "We offer something, within the member's limit or with an approval.",
        "ما چیزی پیشنهاد می‌دهیم، در حد اختیار عضو یا با تأیید.",
    ),
    told(
        Step::AgreeRemedy,
        "complaints remedy REF KIND --agreed",
        HANDLER,
        "Both agree; from now on it is owed.",
        "دو طرف توافق می‌کنند؛ از این پس بدهی ماست.",
    ),
    told(
        Step::DeclineRemedy,
        "complaints remedy REF ID --declined",
        HANDLER,
        "The complainant does not want it.",
        "شاکی آن را نمی‌خواهد.",
    ),
    told(
        Step::DeliverRemedy,
        "complaints remedy REF ID --delivered",
        HANDLER,
        "It is done or paid.",
        "انجام یا پرداخت شد.",
    ),
    told(
        Step::NotifyDispute,
        "",
        SUPERVISOR,
        "Record that the other side, or we, were told that a dispute is open.",
        "ثبت می‌شود که باز شدن اختلاف به طرف دیگر یا به ما خبر داده شد.",
    ),
    told(
        Step::TakePosition,
        "",
        SUPERVISOR,
        "Record what we accept, what we contest, what we offer, and who may settle.",
        "ثبت می‌شود که چه را می‌پذیریم، چه را نمی‌پذیریم، چه پیشنهاد می‌کنیم و چه کسی اختیار سازش دارد.",
    ),
    told(
        Step::DropDispute,
        "",
        SUPERVISOR,
        "End a dispute without a result: no consent, not taken, given up, or out of time.",
        "اختلاف بی‌نتیجه پایان می‌یابد: بی‌رضایت، نپذیرفته، رهاشده یا گذشته از مهلت.",
    ),
    told(
        Step::DeclareConflict,
        "complaints conflict REF",
        ANYBODY,
        "Say whether a member has a conflict of interest; who has one neither examines, decides, approves nor reviews.",
        "گفته می‌شود که عضوی تعارض منافع دارد یا نه؛ هر که دارد نه بررسی می‌کند، نه تصمیم می‌گیرد، نه تأیید می‌کند و نه بازبینی.",
    ),
    told(
        Step::RecordConduct,
        "complaints conduct REF record",
        SUPERVISOR,
        "Record unreasonable conduct, and a restriction of contact with its day of review; the complaint goes its way all the same.",
        "رفتار نامعقول ثبت می‌شود، و اگر لازم باشد محدودیت تماس با روز بازنگری؛ رسیدگی به شکایت با این همه ادامه دارد.",
    ),
    told(
        Step::ReviewConduct,
        "complaints conduct REF review",
        SUPERVISOR,
        "Look at a restriction again, and set the next day of review.",
        "محدودیت بازنگری و روز بازنگری بعدی تعیین می‌شود.",
    ),
    told(Step::EndConduct, "complaints conduct REF end", SUPERVISOR, "End a restriction.", "محدودیت پایان می‌یابد."),
];
