import type { Field } from '../format.js'

export const warrant: Field = {
  name: 'warrant',
  type: 'group',
  label: {
    en: 'Warrant',
    fr: 'Mandat',
    es: 'Orden de detención',
    ar: 'أمر القبض',
    ru: 'Ордер',
    zh: '逮捕令',
  },
  when: { path: 'basis', in: ['accused', 'convicted-not-sentenced'] },
  fields: [
    {
      name: 'authority',
      type: 'text',
      label: {
        en: 'Issued by',
        fr: 'Décerné par',
        es: 'Expedida por',
        ar: 'صادر عن',
        ru: 'Кем выдан',
        zh: '签发机关',
      },
      width: 'half',
      max: 300,
    },
    {
      name: 'date',
      type: 'date',
      label: { en: 'Date', fr: 'Date', es: 'Fecha', ar: 'التاريخ', ru: 'Дата', zh: '日期' },
      width: 'third',
    },
    {
      name: 'number',
      type: 'text',
      label: { en: 'Number', fr: 'Numéro', es: 'Número', ar: 'الرقم', ru: 'Номер', zh: '编号' },
      width: 'third',
      max: 120,
    },
  ],
}
