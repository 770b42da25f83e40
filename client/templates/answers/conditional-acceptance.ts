import type { Template } from '../format.js'
import { date, reasons, replyBy } from '../fields/answer-fields.js'
import { conditions } from '../fields/conditions.js'
import { sectionTitles } from '../section-titles.js'

export const conditionalAcceptance: Template = {
  id: 'conditional-acceptance',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Acceptance with conditions',
    fr: 'Acceptation sous conditions',
    es: 'Aceptación con condiciones',
    ar: 'قبول مشروط',
    ru: 'Принятие на условиях',
    zh: '附条件接受',
  },
  about: {
    en: 'The request will be executed once the requesting authority agrees to the conditions.',
    fr: 'La demande sera exécutée dès que l’autorité requérante aura accepté les conditions.',
    es: 'La solicitud será cumplida cuando la autoridad requirente acepte las condiciones.',
    ar: 'سيُنفذ الطلب متى وافقت السلطة الطالبة على الشروط.',
    ru: 'Просьба будет исполнена после согласия запрашивающего органа с условиями.',
    zh: '请求机关同意所附条件后，请求将予执行。',
  },
  sections: [
    {
      id: 'main',
      title: sectionTitles.decision,
      fields: [date, conditions, reasons, replyBy],
    },
  ],
  rules: [
    { rule: 'required', path: 'date', severity: 'must' },
    {
      rule: 'required',
      path: 'conditions',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (26)' },
    },
    { rule: 'required', path: 'conditions.*.kind', severity: 'must' },
    {
      rule: 'required',
      path: 'conditions.*.text',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (26)' },
    },
    { rule: 'required', path: 'conditions.*.id', severity: 'should' },
    { rule: 'required', path: 'reasons', severity: 'should' },
    { rule: 'ahead', path: 'replyBy', severity: 'should' },
  ],
}
