import type { Template } from '../format.js'
import { remarks } from '../fields/answer-fields.js'
import { attachments } from '../fields/formalities.js'

export const supplement: Template = {
  id: 'supplement',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Additional information',
    fr: 'Complément d’information',
    es: 'Información complementaria',
    ar: 'معلومات إضافية',
    ru: 'Дополнительная информация',
    zh: '补充资料',
  },
  about: {
    en: 'Answers the questions of the requested authority.',
    fr: 'Répond aux questions de l’autorité requise.',
    es: 'Responde a las preguntas de la autoridad requerida.',
    ar: 'يجيب على أسئلة السلطة متلقية الطلب.',
    ru: 'Отвечает на вопросы запрашиваемого органа.',
    zh: '答复被请求机关的问题。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Replies',
        fr: 'Réponses',
        es: 'Respuestas',
        ar: 'الأجوبة',
        ru: 'Ответы',
        zh: '答复',
      },
      fields: [
        {
          name: 'replies',
          type: 'group',
          label: {
            en: 'Replies',
            fr: 'Réponses',
            es: 'Respuestas',
            ar: 'الأجوبة',
            ru: 'Ответы',
            zh: '答复',
          },
          repeat: { min: 1, max: 50 },
          fields: [
            {
              name: 'id',
              type: 'text',
              label: {
                en: 'Number of the question',
                fr: 'Numéro de la question',
                es: 'Número de la pregunta',
                ar: 'رقم السؤال',
                ru: 'Номер вопроса',
                zh: '问题编号',
              },
              width: 'third',
              max: 40,
            },
            {
              name: 'reply',
              type: 'lines',
              label: {
                en: 'Reply',
                fr: 'Réponse',
                es: 'Respuesta',
                ar: 'الجواب',
                ru: 'Ответ',
                zh: '答复内容',
              },
              max: 20000,
            },
          ],
        },
        attachments,
        remarks,
      ],
    },
  ],
  rules: [
    {
      rule: 'required',
      path: 'replies',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (16)' },
    },
    {
      rule: 'required',
      path: 'replies.*.reply',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (16)' },
    },
    { rule: 'required', path: 'replies.*.id', severity: 'should' },
  ],
}
