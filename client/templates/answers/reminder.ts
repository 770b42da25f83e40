import type { Template } from '../format.js'
import { reasons, replyBy } from '../fields/answer-fields.js'

export const reminder: Template = {
  id: 'reminder',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Reminder',
    fr: 'Rappel',
    es: 'Recordatorio',
    ar: 'تذكير',
    ru: 'Напоминание',
    zh: '催询',
  },
  about: {
    en: 'Asks how far the request has come.',
    fr: 'S’enquiert de l’état d’avancement de la demande.',
    es: 'Pregunta por el estado de la solicitud.',
    ar: 'يستفسر عن مدى التقدم في تنفيذ الطلب.',
    ru: 'Запрашивает о ходе исполнения просьбы.',
    zh: '询问请求的进展情况。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Reminder',
        fr: 'Rappel',
        es: 'Recordatorio',
        ar: 'التذكير',
        ru: 'Напоминание',
        zh: '催询',
      },
      fields: [
        {
          name: 'question',
          type: 'lines',
          label: {
            en: 'What is asked',
            fr: 'Question posée',
            es: 'Qué se pregunta',
            ar: 'المطلوب الاستفسار عنه',
            ru: 'Что спрашивается',
            zh: '询问事项',
          },
          max: 4000,
        },
        reasons,
        replyBy,
      ],
    },
  ],
  rules: [
    {
      rule: 'required',
      path: 'question',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (24)' },
    },
    { rule: 'ahead', path: 'replyBy', severity: 'should' },
  ],
}
