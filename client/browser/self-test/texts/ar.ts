import type { Translated } from '../../languages/translated.js'
import type { selfTest as english } from './en.js'

export const selfTest: Translated<typeof english> = {
  title: 'الاختبار الذاتي',
  lead: 'تقطع إرسالية اختبار بلا بيانات شخصية الطريق كله من سلطة إلى أخرى: تُختم وتُعلن وتُفتح ويُقرّ باستلامها ويُثبت ذلك. وتنتهي خلال يوم.',
  needTwo: 'يلزم وجود هويتين لسلطتين مختلفتين في هذا المتصفح.',
  needTwoMeaning: 'أدخلهما في صفحة البداية، الواحدة تلو الأخرى.',
  toStart: 'إلى صفحة البداية',
  sender: 'المرسل',
  recipient: 'المتسلّم',
  identity: 'الموظف',
  passphrase: 'عبارة المرور',
  passphraseHint:
    'غير لازمة ما دامت هذه الهوية مفتوحة في هذا المتصفح، إلا إذا كانت مربوطة بمفتاح أمان.',
  needOther: 'اختر موظفاً من سلطة أخرى',
  run: 'شغّل الاختبار',
  running: 'جارٍ الاختبار…',
  works: 'كل شيء يعمل. إرسالية الاختبار:',
  failed: 'فشلت',
  skipped: 'لم تُجرَّب',
  step_directory: 'تجد كل منهما الأخرى في الدليل',
  step_listen: 'يصغي المتسلّم إلى الأخبار',
  step_seal: 'تُختم إرسالية',
  step_submit: 'يقبلها المرحِّل',
  step_notice: 'يعلم بها المتسلّم',
  step_open: 'تُفتح ويُتحقق من مستندها',
  step_acknowledge: 'يُوقَّع إيصال',
  step_receipt: 'الإيصال لما أُرسل',
  step_proof: 'الإثبات صحيح',
}
