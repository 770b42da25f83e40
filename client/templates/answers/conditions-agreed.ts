import type { Template } from '../format.js'
import { date, remarks } from '../fields/answer-fields.js'

export const conditionsAgreed: Template = {
  id: 'conditions-agreed',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Agreement to conditions',
    fr: 'Accord sur les conditions',
    es: 'Conformidad con las condiciones',
    ar: 'الموافقة على الشروط',
    ru: 'Согласие с условиями',
    zh: '同意所附条件',
  },
  about: {
    en: 'The requesting authority binds itself to the conditions.',
    fr: 'L’autorité requérante s’engage à respecter les conditions.',
    es: 'La autoridad requirente se obliga a cumplir las condiciones.',
    ar: 'تلتزم السلطة الطالبة بالشروط.',
    ru: 'Запрашивающий орган обязуется соблюдать условия.',
    zh: '请求机关承诺遵守所附条件。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Agreement',
        fr: 'Accord',
        es: 'Conformidad',
        ar: 'الموافقة',
        ru: 'Согласие',
        zh: '同意',
      },
      fields: [
        {
          name: 'agreed',
          type: 'flag',
          label: {
            en: 'We shall comply with all conditions set',
            fr: 'Nous respecterons toutes les conditions fixées',
            es: 'Cumpliremos todas las condiciones fijadas',
            ar: 'سنمتثل لجميع الشروط الموضوعة',
            ru: 'Мы выполним все поставленные условия',
            zh: '我方将遵守全部所设条件',
          },
        },
        {
          name: 'agreedConditions',
          type: 'text',
          label: {
            en: 'Numbers of the conditions',
            fr: 'Numéros des conditions',
            es: 'Números de las condiciones',
            ar: 'أرقام الشروط',
            ru: 'Номера условий',
            zh: '条件编号',
          },
          width: 'half',
          repeat: { min: 0, max: 30 },
          max: 40,
        },
        date,
        remarks,
      ],
    },
  ],
  rules: [
    {
      rule: 'affirmed',
      path: 'agreed',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (26)' },
    },
    { rule: 'required', path: 'date', severity: 'must' },
  ],
}
