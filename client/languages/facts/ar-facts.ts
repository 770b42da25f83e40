import type { Texts } from '../texts.js'

/** What each fact of a proof says, by its status. */
export const arFacts: Texts['facts'] = {
  'relay-identified': {
    title: 'هوية المرحل ثابتة',
    proved: 'للمرحل {authority} شهادة صادرة تحت الجذر «{rootSubject}».',
  },
  'sender-identified': {
    title: 'هوية المرسل ثابتة',
    proved: 'للسلطة المرسلة {authority} شهادة صادرة تحت الجذر «{rootSubject}».',
  },
  'recipient-identified': {
    title: 'هوية المستلم ثابتة',
    proved: 'للسلطة {authority} شهادة صادرة تحت الجذر «{rootSubject}».',
  },
  'header-signed': {
    title: 'وقع المرسل حزمة الطلب',
    proved: 'وقع {name} حزمة الطلب باسم {authority}.',
    claimed: 'وقع {name} حزمة الطلب باسم {authority}؛ ولم يتبين أن المفتاح كان ساريا حينها.',
    unproved: 'لم يتبين من وقع حزمة الطلب: ينقص الملف قيد في الدليل أو وثيقة اعتماد.',
  },
  'approvals-given': {
    title: 'وافق موظفون آخرون على الحزمة',
    proved: 'وافق عليها: {names}.',
    claimed: 'وافق عليها: {names}؛ ولم يتبين أن كل مفتاح من مفاتيحهم كان صالحا حينها.',
    contradicted: 'وافق عليها: {names}، ولم يكن كل مفتاح من مفاتيحهم صالحا.',
    unproved: 'تشترط قواعد المرسل {demanded} من الموافقات؛ وفي الملف {given}.',
  },
  'key-not-revoked': {
    title: 'لم يكن مفتاح التوقيع ملغى',
    proved:
      'لا يمتد أي إلغاء لمفتاح الموقع لدى {authority} إلى تلك اللحظة، ولم يكن قيد أحدث في الدليل مما في الملف قد كف حينئذ عن ضمانه.',
    claimed: 'لم يتبين أن مفتاح الموقع لدى {authority} كان ساريا لحظة التوقيع.',
    contradicted: 'كان مفتاح الموقع لدى {authority} قد ألغي، أو كفت السلطة عن ضمانه.',
  },
  'evidence-chain-unbroken': {
    title: 'إفادات المرحل كاملة',
    proved: 'تشكل الإفادات ({length}) تاريخا متصلا منذ التقديم.',
    unproved: 'لم يتبين أن الإفادات ({length}) في الملف تشكل تاريخا متصلا.',
  },
  'submission-accepted': {
    title: 'قبل المرحل التقديم',
    proved: 'يفيد المرحل {issuer} بأنه قبل التقديم ({code}).',
  },
  rejected: {
    title: 'رفضت حزمة الطلب',
    proved: 'يفيد المرحل {issuer} بأن حزمة الطلب رفضت ({code}).',
  },
  available: {
    title: 'أتيحت للمستلم',
    proved: 'يفيد المرحل {issuer} بأن حزمة الطلب أتيحت إلى {recipient} ({code}).',
  },
  notified: {
    title: 'أخطر المستلم',
    proved: 'يفيد المرحل {issuer} بأن {recipient} أكدت الإخطار بحزمة الطلب ({code}).',
  },
  'handed-over': {
    title: 'سلمت إلى المستلم',
    proved: 'يفيد المرحل {issuer} بأن حزمة الطلب سلمت كاملة إلى {recipient} ({code}).',
  },
  undelivered: {
    title: 'تعذر التسليم',
    proved: 'يفيد المرحل {issuer} بأن حزمة الطلب لم تسلم إلى {recipient} ({code}).',
  },
  expired: {
    title: 'انقضت مدة حزمة الطلب',
    proved: 'يفيد المرحل {issuer} بأن مدة حزمة الطلب انقضت دون إيصال من {recipient} ({code}).',
  },
  'receipt-signed': {
    title: 'وقع المستلم إيصالا',
    proved:
      'وقع {name} إيصالا باسم {recipient}؛ وفتح وتحقق من {partsVerified} من أصل {parts} من المستندات.',
    claimed: 'وقع {name} إيصالا باسم {recipient}؛ ولم يتبين متى، ولا أن المفتاح كان ساريا حينها.',
    unproved: 'لا يظهر أي إيصال من {recipient}.',
    contradicted: 'في الملف إيصال ليس إيصالا صحيحا من {recipient}.',
  },
  'receipt-accepted': {
    title: 'وصل الإيصال إلى المرحل',
    proved: 'يفيد المرحل {issuer} بأن {recipient} قدمت إيصالا بقبول حزمة الطلب ({code}).',
  },
  'receipt-matches-header': {
    title: 'الإيصال يخص ما أرسل',
    proved: 'إيصال {recipient} يخص عين المحتوى الذي التزم به المرسل.',
    claimed: 'يسمي إيصال {recipient} هذه الحزمة؛ ولم يتبين أنه يخص ما التزم به المرسل.',
    contradicted: 'إيصال {recipient} يخص محتوى غير الذي التزم به المرسل.',
  },
  'manifest-matches-header': {
    title: 'البيان المفصح عنه أصلي',
    proved: 'البيان المفصح عنه هو الذي وقعه المرسل والتزم به.',
  },
  'part-disclosed': {
    title: 'أفصح عن جزء من الحزمة',
    proved: 'التزم المرسل بالجزء «{name}» وطوله وبصمته {digest}.',
    unproved: 'يذكر جزء «{name}»، ولم يتبين أن المرسل وقع حزمة الطلب.',
    contradicted: 'ما يذكر عن الجزء «{name}» ليس ما التزم به المرسل.',
  },
  'document-matches': {
    title: 'أرسل المستند ضمن هذه الحزمة',
    proved: '«{name}» هو المستند الذي أرسل باسم «{sentAs}».',
    claimed: 'يسمي إيصال «{name}» ببصمته؛ ولم يفصح عن بيان المرسل.',
    unproved: 'لا شيء في الملف يسمي مستندات، فلا يمكن مقارنة «{name}» بشيء.',
    contradicted: '«{name}» ليس أيا من مستندات هذه الحزمة.',
  },
  'custody-unbroken': {
    title: 'معروف من كان لديه النص المطلوب ترجمته',
    proved: 'إفادات المرحل عن التسليم، بقدر ما عرض منها، لا ثغرة فيها: سلم النص إلى {holders}.',
    unproved: 'لا يبين الملف من كان لديه النص: تنقصه إفادة أو قيد أو وثيقة اعتماد للتسليم.',
    contradicted: 'ما يعرض من التسليم ليس ما يزعم أنه هو ({code}).',
  },
  'translation-certified': {
    title: 'صدق مترجم ترجمة',
    proved: 'صدق {name} من {authority} (الاعتماد: {accreditation}) ترجمة من {from} إلى {to}.',
    claimed:
      'صدق {name} من {authority} ترجمة من {from} إلى {to}؛ ولا يبين الملف تماما متى، ولا أن ذلك كان من شأنه حينها، ولا أن المفتاح كان صالحا.',
    unproved: 'لا يبين الملف من صدق الترجمة من {from} إلى {to}.',
    contradicted: 'بيان في الملف لا يصدق ترجمة من {from} إلى {to}.',
  },
  'translation-reviewed': {
    title: 'راجع الترجمة شخص ثان',
    proved: 'راجع {name} من {authority} الترجمة ويتحمل مسؤوليتها.',
    claimed:
      'راجع {name} من {authority} الترجمة؛ ولا يبين الملف تماما متى، ولا أن ذلك كان من شأنه.',
    contradicted: 'لا يعتد بقول {name} من {authority} في الترجمة.',
  },
  'original-prevails': {
    title: 'الأصل هو المعتمد عند اختلاف النصين',
    proved: 'يقول البيان المصدق إن الأصل هو المعتمد حيث يختلف النصان.',
    claimed: 'أي النصين هو المعتمد قول المترجم وحده ({instrument})؛ ولا شيء في الملف يبينه.',
  },
  'translation-source': {
    title: 'ترجم مستند من هذه الحزمة',
    proved: '«{name}» هو المستند الذي ترجم.',
    claimed: 'ما ترجم يسميه إيصال أو المترجم؛ ولم يكشف بيان المرسل.',
    unproved: 'لا شيء يبين أن مستندا من هذه الحزمة قد ترجم.',
    contradicted: 'ما ترجم ليس من مستندات هذه الحزمة.',
  },
  'translation-target': {
    title: 'المستند ترجمة مصدقة',
    proved: '«{name}» هو الترجمة المصدقة إلى {to}.',
    claimed: 'تسمى ترجمة مصدقة إلى {to}، لكن ما يسميها لا يثبتها.',
  },
  'translation-superseded': {
    title: 'سحبت الترجمة',
    proved: 'سحبت {authority} الترجمة أو أعادت ترجمة أصلها ({ground}).',
    claimed: 'يقال إن {authority} سحبت الترجمة أو أعادت ترجمة أصلها؛ ولا يبين الملف ذلك تماما.',
  },
  'checkpoint-signed': {
    title: 'وقع السجل نقطة التحقق',
    proved: 'وقع السجل {origin} نقطة تحقق على {size} من القيود.',
    unproved: 'ليس في الملف نقطة تحقق يمكن التحقق من توقيعها: لعل السجل لم يكن قد نشر بعد.',
  },
  'checkpoint-consistent': {
    title: 'لم تعد كتابة السجل',
    proved: 'كان في السجل لاحقا {size} من القيود، وظل يبدأ بالقيود نفسها.',
    contradicted: 'نقطة التحقق اللاحقة لا تتابع السابقة: لقد أعيدت كتابة السجل.',
  },
  'checkpoint-witnessed': {
    title: 'شارك شهود في توقيع السجل',
    proved: 'رأى شهود من {authorities} السجل كما يظهر هنا؛ وتشترط قائمة الثقة {quorum}.',
    unproved: 'شارك في توقيع السجل شهود أقل من {quorum} التي تشترطها قائمة الثقة.',
    contradicted: 'أظهر السجل لشهوده تاريخا آخر، أو إن أحد التواقيع المشتركة كاذب.',
  },
  logged: {
    title: 'البيانات مقيدة في السجل',
    proved: 'جميع الإفادات والإيصالات ({statements}) مقيدة في السجل.',
    unproved: 'لم يتبين أن جميع الإفادات والإيصالات مقيدة في السجل تحت نقطة تحقق موقعة.',
  },
  'time-stamped': {
    title: 'ختم زمني يشهد بالتاريخ',
    proved: 'تشهد سلطة الختم الزمني «{authority}» بنقطة تحقق السجل.',
    unproved: 'ليس في الملف ختم زمني من سلطة تسميها قائمة الثقة.',
  },
  'time-stamps-renewed': {
    title: 'جددت الأختام الزمنية',
    proved: 'جددت الأختام الزمنية وهي صالحة في كل مرة.',
    claimed: 'لم يكن كل ختم زمني صالحا عند تجديده.',
    contradicted: 'تجديد الأختام الزمنية باطل.',
  },
  'absence-stated': {
    title: 'يصرح المرحل بأنه لم يكن هناك إيصال',
    proved:
      'وقع المرحل {issuer} على أنه لا يوجد إيصال من {recipient} بين أول {size} من قيود السجل {origin}. أدلة أخرى فيه عن هذا المستلم: {evidence}.',
    unproved: 'لا يظهر من وقع إقرار الغياب، أو مفتاح السجل الذي يسميه.',
    contradicted: 'الإقرار بعدم وجود إيصال من {recipient} ليس ما يدعيه.',
  },
  'receipt-absent': {
    title: 'لا يوجد إيصال في السجل',
    proved: 'لا يوجد إيصال من {recipient} بين أول {size} من قيود السجل.',
    claimed:
      'عدم وجود إيصال من {recipient} بين أول {size} من قيود السجل هو قول المرحل {issuer}؛ ولا شيء في الملف يخالفه.',
    contradicted:
      'وقع المرحل {issuer} على أنه لا يوجد إيصال من {recipient} بين أول {size} من قيود السجل، لكن القيد {index} يخالفه ({code}).',
  },
  'clocks-agree': {
    title: 'الساعات متفقة',
    proved: 'ما أعلن وما رصد وما شهد به لا يتعارض.',
    claimed: 'الساعات متباعدة أكثر مما ينبغي.',
    contradicted: 'يذكر المرحل وقتا بعد الوقت الذي شهد بوجوده فيه.',
  },
  'bundle-coherent': {
    title: 'ملف الإثبات سليم',
    proved: 'ليس في الملف شيء مزور أو غير مقروء أو من شأن آخر.',
    contradicted: 'في الملف أجزاء لا تصح، عددها {flaws}؛ أولها: {where} ({why}).',
  },
}
