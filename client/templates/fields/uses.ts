import type { Field } from '../format.js'

export const uses: Field = {
  name: 'useConditions',
  type: 'group',
  label: {
    en: 'Conditions of use',
    fr: 'Conditions d’utilisation',
    es: 'Condiciones de uso',
    ar: 'شروط الاستعمال',
    ru: 'Условия использования',
    zh: '使用条件',
  },
  repeat: { min: 0, max: 30 },
  fields: [
    {
      name: 'id',
      type: 'text',
      label: { en: 'Number', fr: 'Numéro', es: 'Número', ar: 'الرقم', ru: 'Номер', zh: '编号' },
      width: 'third',
      max: 40,
    },
    {
      name: 'text',
      type: 'lines',
      label: { en: 'Text', fr: 'Texte', es: 'Texto', ar: 'النص', ru: 'Текст', zh: '内容' },
      max: 4000,
    },
    {
      name: 'until',
      type: 'date',
      label: { en: 'Until', fr: 'Jusqu’au', es: 'Hasta', ar: 'حتى', ru: 'До', zh: '截止' },
      width: 'third',
    },
  ],
}
