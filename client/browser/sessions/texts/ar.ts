import type { Translated } from '../../languages/translated.js'
import type { sessions as english } from './en.js'

export const sessions: Translated<typeof english> = {
  title: 'أين يُستعمل مفتاحك',
  lead: 'كل سطر هو فتحٌ واحد لمفتاحك: في متصفح أو في سطر أوامر جهاز واحد. وإنهاؤه يغلقه فورًا أينما كان.',
  client: 'العميل',
  began: 'منذ',
  renewed: 'آخر استعمال',
  ends: 'ينتهي',
  state: 'الحالة',
  kind_browser: 'متصفح',
  kind_command: 'سطر الأوامر',
  kind_unknown: 'غير معروف',
  thisOne: 'هذه الجلسة',
  isNew: 'عميل جديد',
  end: 'إنهاء',
  endOthers: 'إنهاء كل الجلسات الأخرى',
  none: 'لا توجد جلسة أخرى.',
  authority: 'جلسات جميع موظفي سلطتكم',
  officer: 'الموظف',
  told: 'ما أُبلغتَ به عن مفتاحك',
  'told_new-client': 'دخولٌ من عميل غير معروف',
  told_credential: 'نُشر اعتماد آخر',
  told_revocation: 'أُبطل المفتاح',
  stranger:
    'هل فيها ما لا تعرفه؟ أنهِه، وغيّر عبارة المرور، واطلب من المسؤول إبطال المفتاح إن كان قد وقع في يد غيرك.',
}
