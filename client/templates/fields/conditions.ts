import type { Field } from '../format.js'

export const conditions: Field = {
  name: 'conditions',
  type: 'group',
  label: {
    en: 'Conditions',
    fr: 'Conditions',
    es: 'Condiciones',
    ar: 'الشروط',
    ru: 'Условия',
    zh: '条件',
  },
  repeat: { min: 1, max: 30 },
  fields: [
    {
      name: 'id',
      type: 'text',
      label: { en: 'Number', fr: 'Numéro', es: 'Número', ar: 'الرقم', ru: 'Номер', zh: '编号' },
      width: 'third',
      max: 40,
    },
    {
      name: 'kind',
      type: 'choice',
      label: { en: 'Kind', fr: 'Nature', es: 'Clase', ar: 'النوع', ru: 'Вид', zh: '种类' },
      width: 'half',
      options: [
        {
          value: 'use-limit',
          label: {
            en: 'Limit of use',
            fr: 'Limite d’utilisation',
            es: 'Límite de uso',
            ar: 'حد للاستعمال',
            ru: 'Ограничение использования',
            zh: '使用限制',
          },
        },
        {
          value: 'confidentiality',
          label: {
            en: 'Confidentiality',
            fr: 'Confidentialité',
            es: 'Confidencialidad',
            ar: 'السرية',
            ru: 'Конфиденциальность',
            zh: '保密',
          },
        },
        {
          value: 'assurance',
          label: {
            en: 'Assurance to be given',
            fr: 'Assurance à fournir',
            es: 'Garantía que debe darse',
            ar: 'ضمان مطلوب',
            ru: 'Требуемое заверение',
            zh: '须作出的保证',
          },
        },
        {
          value: 'return',
          label: {
            en: 'Return of objects or persons',
            fr: 'Restitution d’objets ou de personnes',
            es: 'Devolución de objetos o personas',
            ar: 'إعادة أشياء أو أشخاص',
            ru: 'Возврат предметов или лиц',
            zh: '归还物品或送还人员',
          },
        },
        {
          value: 'data-protection',
          label: {
            en: 'Data protection',
            fr: 'Protection des données',
            es: 'Protección de datos',
            ar: 'حماية البيانات',
            ru: 'Защита данных',
            zh: '数据保护',
          },
        },
        {
          value: 'costs',
          label: {
            en: 'Costs',
            fr: 'Frais',
            es: 'Costos',
            ar: 'التكاليف',
            ru: 'Расходы',
            zh: '费用',
          },
        },
        {
          value: 'procedure',
          label: {
            en: 'Procedure',
            fr: 'Procédure',
            es: 'Procedimiento',
            ar: 'الإجراء',
            ru: 'Процедура',
            zh: '程序',
          },
        },
        {
          value: 'other',
          label: { en: 'Other', fr: 'Autre', es: 'Otra', ar: 'شرط آخر', ru: 'Иное', zh: '其他' },
        },
      ],
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
