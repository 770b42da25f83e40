import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: 'تُستخدم قائمة الثقة التي أحضرتها مع مفاتيحك.',
  offlineCopy: 'الصفحة نفسها في ملف واحد، للمحكمة: من دون شبكة ومن دون حساب.',
  offlineLink: 'احفظ صفحة التحقق',
}
