import type { Field } from '../format.js'

export const releasedAs: Field = {
  name: 'releasedAs',
  type: 'group',
  label: {
    en: 'Classification',
    fr: 'Classification',
    es: 'Clasificación',
    ar: 'التصنيف',
    ru: 'Гриф',
    zh: '密级',
  },
  fields: [
    {
      name: 'original',
      type: 'text',
      label: {
        en: 'Original',
        fr: 'D’origine',
        es: 'Original',
        ar: 'الأصلي',
        ru: 'Первоначальный',
        zh: '原密级',
      },
      width: 'half',
      max: 80,
    },
    {
      name: 'released',
      type: 'text',
      label: {
        en: 'Released as',
        fr: 'Communiquée comme',
        es: 'Comunicada como',
        ar: 'صدرت بتصنيف',
        ru: 'Передаётся как',
        zh: '降密后',
      },
      width: 'half',
      max: 80,
    },
    {
      name: 'by',
      type: 'text',
      label: {
        en: 'Downgraded by',
        fr: 'Déclassée par',
        es: 'Reclasificada por',
        ar: 'خفّض التصنيف',
        ru: 'Кем понижен',
        zh: '降密机关',
      },
      width: 'half',
      max: 300,
    },
    {
      name: 'on',
      type: 'date',
      label: {
        en: 'Downgraded on',
        fr: 'Déclassée le',
        es: 'Reclasificada el',
        ar: 'تاريخ خفض التصنيف',
        ru: 'Дата понижения',
        zh: '降密日期',
      },
      width: 'half',
    },
  ],
}
