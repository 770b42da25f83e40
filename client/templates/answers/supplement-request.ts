import type { Template } from '../format.js'
import { remarks, replyBy } from '../fields/answer-fields.js'

export const supplementRequest: Template = {
  id: 'supplement-request',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Request for additional information',
    fr: 'Demande de complément d’information',
    es: 'Solicitud de información complementaria',
    ar: 'طلب معلومات إضافية',
    ru: 'Запрос дополнительной информации',
    zh: '要求补充资料',
  },
  about: {
    en: 'Asks for what is needed to execute the request under domestic law, or would make execution easier.',
    fr: 'Demande ce qui est nécessaire à l’exécution selon le droit interne, ou ce qui peut la faciliter.',
    es: 'Pide lo necesario para cumplirla con arreglo al derecho interno o lo que pueda facilitarlo.',
    ar: 'يطلب ما يلزم لتنفيذ الطلب وفقا للقانون الداخلي أو ما ييسر تنفيذه.',
    ru: 'Запрашивает то, что необходимо для исполнения по внутреннему праву или может его облегчить.',
    zh: '要求提供依本国法执行请求所必需的或有助于执行的资料。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Questions',
        fr: 'Questions',
        es: 'Preguntas',
        ar: 'الأسئلة',
        ru: 'Вопросы',
        zh: '问题',
      },
      fields: [
        {
          name: 'questions',
          type: 'group',
          label: {
            en: 'Questions',
            fr: 'Questions',
            es: 'Preguntas',
            ar: 'الأسئلة',
            ru: 'Вопросы',
            zh: '问题',
          },
          repeat: { min: 1, max: 50 },
          fields: [
            {
              name: 'id',
              type: 'text',
              label: {
                en: 'Number',
                fr: 'Numéro',
                es: 'Número',
                ar: 'الرقم',
                ru: 'Номер',
                zh: '编号',
              },
              width: 'third',
              max: 40,
            },
            {
              name: 'question',
              type: 'lines',
              label: {
                en: 'What is asked',
                fr: 'Question posée',
                es: 'Qué se pregunta',
                ar: 'السؤال',
                ru: 'Что требуется',
                zh: '所问事项',
              },
              max: 4000,
            },
            {
              name: 'why',
              type: 'lines',
              label: {
                en: 'Why it is needed',
                fr: 'Raison',
                es: 'Por qué se necesita',
                ar: 'سبب الحاجة إليه',
                ru: 'Почему это нужно',
                zh: '需要的原因',
              },
              max: 2000,
            },
          ],
        },
        replyBy,
        remarks,
      ],
    },
  ],
  rules: [
    {
      rule: 'required',
      path: 'questions',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (16)' },
    },
    {
      rule: 'required',
      path: 'questions.*.question',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (16)' },
    },
    { rule: 'required', path: 'questions.*.id', severity: 'should' },
    { rule: 'required', path: 'replyBy', severity: 'should' },
    { rule: 'ahead', path: 'replyBy', severity: 'should' },
  ],
}
