import type { Template } from '../format.js'
import { date, reasons } from '../fields/answer-fields.js'
import { part, scope } from '../fields/scope.js'

export const withdrawal: Template = {
  id: 'withdrawal',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Withdrawal',
    fr: 'Retrait',
    es: 'Retirada',
    ar: 'سحب الطلب',
    ru: 'Отзыв просьбы',
    zh: '撤回请求',
  },
  about: {
    en: 'The requesting authority no longer asks for what is named here.',
    fr: 'L’autorité requérante ne demande plus ce qui est indiqué ici.',
    es: 'La autoridad requirente ya no solicita lo que aquí se indica.',
    ar: 'لم تعد السلطة الطالبة تطلب ما هو مبين هنا.',
    ru: 'Запрашивающий орган более не просит об указанном здесь.',
    zh: '请求机关不再请求此处所列事项。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Withdrawal',
        fr: 'Retrait',
        es: 'Retirada',
        ar: 'السحب',
        ru: 'Отзыв',
        zh: '撤回',
      },
      fields: [date, scope, part, reasons],
    },
  ],
  rules: [
    { rule: 'required', path: 'date', severity: 'must' },
    { rule: 'required', path: 'scope', severity: 'must' },
    { rule: 'required', path: 'part', severity: 'must', when: { path: 'scope', is: 'part' } },
    { rule: 'required', path: 'reasons', severity: 'should' },
  ],
}
