import type { Template } from '../format.js'
import { date, executingAuthority, expectedBy, remarks } from '../fields/answer-fields.js'
import { sectionTitles } from '../section-titles.js'

export const acceptance: Template = {
  id: 'acceptance',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Acceptance',
    fr: 'Acceptation',
    es: 'Aceptación',
    ar: 'قبول',
    ru: 'Принятие к исполнению',
    zh: '接受请求',
  },
  about: {
    en: 'The request will be executed.',
    fr: 'La demande sera exécutée.',
    es: 'La solicitud será cumplida.',
    ar: 'سيُنفذ الطلب.',
    ru: 'Просьба будет исполнена.',
    zh: '请求将予执行。',
  },
  sections: [
    {
      id: 'main',
      title: sectionTitles.decision,
      fields: [date, executingAuthority, expectedBy, remarks],
    },
  ],
  rules: [
    { rule: 'required', path: 'date', severity: 'must' },
    {
      rule: 'required',
      path: 'expectedBy',
      severity: 'should',
      source: { instrument: 'untoc', article: '18 (24)' },
    },
  ],
}
