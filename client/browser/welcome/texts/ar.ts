import type { Translated } from '../../languages/translated.js'
import type { welcome as english } from './en.js'

export const welcome: Translated<typeof english> = {
  title: 'أول تبادل لك',
  hide: 'إخفاء',
  done: 'تم',
  send: 'بصفتك ألما رييس من أركاديا، أرسل طلباً إلى بلمارا: «{{fill}}» يكتبه لك.',
  fillExample: 'املأ مثالاً',
  sendAction: 'اكتبه',
  arrive: 'شاهده يصل إلى بلمارا في نافذة خاصة من دون إعادة تحميل.',
  openRequested: 'افتح يوسف دمير في نافذة جديدة',
  openRequesting: 'افتح ألما رييس في نافذة جديدة',
  open: 'بصفتك يوسف دمير من بلمارا، افتحه: كل شيء يُفك تشفيره ويُتحقق منه في المتصفح.',
  openAction: 'افتح أحدث إرسالية',
  acknowledge: 'وقّع الإيصال هناك. تراه ألما فوراً، وترى هل هو لما أرسلته بعينه.',
  prove: 'عُد بصفة ألما، واحفظ حزمة الإثبات وأفلتها في «تحقق من إثبات»: لا حاجة إلى حساب.',
  proveAction: 'افتح الإرسالية',
}
