import type { Field } from '../format.js'

export const period: Field = {
  name: 'period',
  type: 'group',
  label: {
    en: 'Period concerned',
    fr: 'Période concernée',
    es: 'Período de que se trata',
    ar: 'الفترة المعنية',
    ru: 'Период',
    zh: '所涉期间',
  },
  fields: [
    {
      name: 'from',
      type: 'date',
      label: { en: 'From', fr: 'Du', es: 'Desde', ar: 'من', ru: 'С', zh: '自' },
      width: 'half',
    },
    {
      name: 'to',
      type: 'date',
      label: { en: 'To', fr: 'Au', es: 'Hasta', ar: 'إلى', ru: 'По', zh: '至' },
      width: 'half',
    },
  ],
}
