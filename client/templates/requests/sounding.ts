import type { Template } from '../format.js'
import { replyBy } from '../fields/answer-fields.js'
import { contactPoint } from '../fields/formalities.js'

export const sounding: Template = {
  id: 'sounding',
  version: 1,
  kind: 'notice',
  title: {
    en: 'Informal sounding',
    fr: 'Consultation informelle',
    es: 'Consulta informal',
    ar: 'استطلاع غير رسمي',
    ru: 'Неофициальное зондирование',
    zh: '非正式探询',
  },
  about: {
    en: 'Asks informally whether a request would succeed. It is not a formal request and starts no clock.',
    fr: 'Demande de manière informelle si une demande aboutirait. Ce n’est pas une demande formelle et elle ne fait courir aucun délai.',
    es: 'Pregunta de manera informal si una solicitud prosperaría. No es una solicitud formal ni inicia plazo alguno.',
    ar: 'يستفسر بصورة غير رسمية عن فرص نجاح طلب ما. وهو ليس طلبا رسميا ولا تبدأ به أي مهلة.',
    ru: 'Неофициально выясняет, была бы просьба успешной. Не является официальной просьбой и не начинает отсчёта сроков.',
    zh: '非正式询问某项请求能否获准。不构成正式请求，不起算任何期限。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Sounding',
        fr: 'Consultation',
        es: 'Consulta',
        ar: 'الاستطلاع',
        ru: 'Зондирование',
        zh: '探询',
      },
      fields: [
        {
          name: 'informal',
          type: 'flag',
          label: {
            en: 'This is not a formal request',
            fr: 'Ceci n’est pas une demande formelle',
            es: 'Esto no es una solicitud formal',
            ar: 'هذا ليس طلبا رسميا',
            ru: 'Это не официальная просьба',
            zh: '本件并非正式请求',
          },
        },
        {
          name: 'subject',
          type: 'text',
          label: {
            en: 'Subject',
            fr: 'Objet',
            es: 'Asunto',
            ar: 'الموضوع',
            ru: 'Тема',
            zh: '事由',
          },
          max: 300,
        },
        {
          name: 'situation',
          type: 'lines',
          label: {
            en: 'Situation, without names where possible',
            fr: 'Situation, sans noms si possible',
            es: 'Situación, sin nombres en lo posible',
            ar: 'الحالة، دون ذكر أسماء ما أمكن',
            ru: 'Ситуация, по возможности без имён',
            zh: '情况概述，尽可能不具名',
          },
          max: 10000,
        },
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
          repeat: { min: 1, max: 20 },
          fields: [
            {
              name: 'question',
              type: 'lines',
              label: {
                en: 'Question',
                fr: 'Question',
                es: 'Pregunta',
                ar: 'السؤال',
                ru: 'Вопрос',
                zh: '问题',
              },
              max: 2000,
            },
          ],
        },
        {
          name: 'templateFor',
          type: 'text',
          label: {
            en: 'Kind of request in mind',
            fr: 'Type de demande envisagé',
            es: 'Clase de solicitud prevista',
            ar: 'نوع الطلب المزمع',
            ru: 'Вид предполагаемой просьбы',
            zh: '拟提请求的类型',
          },
          width: 'half',
          max: 64,
        },
        replyBy,
        contactPoint,
      ],
    },
  ],
  rules: [
    { rule: 'affirmed', path: 'informal', severity: 'must' },
    { rule: 'required', path: 'subject', severity: 'must' },
    { rule: 'required', path: 'questions', severity: 'must' },
    { rule: 'required', path: 'questions.*.question', severity: 'must' },
    { rule: 'required', path: 'situation', severity: 'should' },
    { rule: 'ahead', path: 'replyBy', severity: 'should' },
  ],
}
