import type { Template } from '../format.js'
import { date, expectedBy, officer, remarks } from '../fields/answer-fields.js'

export const reviewStart: Template = {
  id: 'review-start',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Examination has begun',
    fr: 'Début de l’examen',
    es: 'Inicio del examen',
    ar: 'بدء الدراسة',
    ru: 'Начало рассмотрения',
    zh: '开始审查',
  },
  about: {
    en: 'The request is complete enough to be examined.',
    fr: 'La demande est assez complète pour être examinée.',
    es: 'La solicitud está suficientemente completa para su examen.',
    ar: 'الطلب مستوفٍ بما يكفي لدراسته.',
    ru: 'Просьба достаточно полна для рассмотрения.',
    zh: '请求已足够完备，可予审查。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Examination',
        fr: 'Examen',
        es: 'Examen',
        ar: 'الدراسة',
        ru: 'Рассмотрение',
        zh: '审查',
      },
      fields: [date, officer, expectedBy, remarks],
    },
  ],
  rules: [{ rule: 'required', path: 'date', severity: 'must' }],
}
