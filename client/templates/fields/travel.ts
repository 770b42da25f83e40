import type { Field } from '../format.js'

export const travel: Field = {
  name: 'travel',
  type: 'group',
  label: { en: 'Travel', fr: 'Déplacements', es: 'Viajes', ar: 'السفر', ru: 'Поездки', zh: '行程' },
  repeat: { min: 0, max: 50 },
  fields: [
    {
      name: 'date',
      type: 'date',
      label: { en: 'Date', fr: 'Date', es: 'Fecha', ar: 'التاريخ', ru: 'Дата', zh: '日期' },
      width: 'third',
    },
    {
      name: 'from',
      type: 'text',
      label: { en: 'From', fr: 'De', es: 'Desde', ar: 'من', ru: 'Откуда', zh: '从' },
      width: 'third',
      max: 200,
    },
    {
      name: 'to',
      type: 'text',
      label: { en: 'To', fr: 'À', es: 'Hasta', ar: 'إلى', ru: 'Куда', zh: '到' },
      width: 'third',
      max: 200,
    },
    {
      name: 'means',
      type: 'text',
      label: {
        en: 'Means, route, document used',
        fr: 'Moyen, itinéraire, document utilisé',
        es: 'Medio, ruta y documento utilizado',
        ar: 'الوسيلة والمسار والوثيقة المستعملة',
        ru: 'Средство, маршрут, использованный документ',
        zh: '交通工具、路线、所用证件',
      },
      max: 300,
    },
  ],
}
