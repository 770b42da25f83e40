import type { Translated } from '../../languages/translated.js'
import type { blank as english } from './en.js'

export const blank: Translated<typeof english> = {
  title: 'استمارة فارغة',
  unknown: 'لا توجد استمارة كهذه.',
  back: 'كل الاستمارات',
  meaning:
    'لجمع ما سيحتاج إليه الطلب على الورق. لا شيء مما يُكتب عليها جزء من إرسالية قبل إدخاله في الاستمارة.',
  print: 'اطبع',
  save: 'احفظ كملف نصي',
  fill: 'املأها هنا',
  saveMeaning: 'يمكن ملء الملف النصي {{file}} بأي محرر؛ ويقرؤه سطر الأوامر.',
  several: '(يمكن ذكر أكثر من واحد)',
}
