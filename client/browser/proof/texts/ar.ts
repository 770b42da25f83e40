import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: 'تُستخدم قائمة الثقة التي أحضرتها مع مفاتيحك.',
  offlineCopy: 'الصفحة نفسها في ملف واحد، للمحكمة: من دون شبكة ومن دون حساب.',
  offlineLink: 'احفظ صفحة التحقق',
  certificate: 'احفظ الشهادة (PDF)',
  makingCertificate: 'جارٍ إعداد الشهادة…',
  certificateMeaning:
    'شهادة الإرسال والاستلام بلغة هذه الصفحة، وحزمة الإثبات بداخلها. تُعدّ على هذا الحاسوب ولا تحمل توقيعاً؛ ويوقّعها الأمر rogatory certificate بمفتاح السلطة.',
  certificateSaved: 'حُفظت: {{name}}',
}
