import type { Field } from '../format.js'

export const order: Field = {
  name: 'order',
  type: 'group',
  label: {
    en: 'Order',
    fr: 'Décision',
    es: 'Orden',
    ar: 'الأمر القضائي',
    ru: 'Постановление',
    zh: '命令',
  },
  fields: [
    {
      name: 'court',
      type: 'text',
      label: {
        en: 'Issued by',
        fr: 'Rendue par',
        es: 'Dictada por',
        ar: 'صادر عن',
        ru: 'Кем вынесено',
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
      name: 'final',
      type: 'flag',
      label: {
        en: 'Final, and no longer subject to appeal',
        fr: 'Définitive et insusceptible de recours',
        es: 'Firme y no recurrible',
        ar: 'نهائي وغير قابل للطعن',
        ru: 'Окончательное, обжалованию не подлежит',
        zh: '终局且不可上诉',
      },
      width: 'third',
    },
    {
      name: 'extent',
      type: 'lines',
      label: {
        en: 'Extent to which execution is requested',
        fr: 'Mesure dans laquelle l’exécution est demandée',
        es: 'Medida en que se solicita la ejecución',
        ar: 'النطاق المطلوب تنفيذه',
        ru: 'Объём испрашиваемого исполнения',
        zh: '请求执行的范围',
      },
      max: 4000,
    },
  ],
}
