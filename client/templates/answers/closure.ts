import type { Template } from '../format.js'
import { date, remarks } from '../fields/answer-fields.js'

export const closure: Template = {
  id: 'closure',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Closure',
    fr: 'Clôture',
    es: 'Cierre',
    ar: 'إغلاق الملف',
    ru: 'Закрытие дела',
    zh: '结案',
  },
  about: {
    en: 'Both sides regard the request as settled.',
    fr: 'Les deux parties considèrent la demande comme réglée.',
    es: 'Ambas partes consideran concluida la solicitud.',
    ar: 'يعتبر الطرفان الطلب منتهيا.',
    ru: 'Обе стороны считают просьбу исчерпанной.',
    zh: '双方均视该请求已办结。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Closure',
        fr: 'Clôture',
        es: 'Cierre',
        ar: 'الإغلاق',
        ru: 'Закрытие',
        zh: '结案',
      },
      fields: [
        date,
        {
          name: 'outcome',
          type: 'choice',
          label: {
            en: 'Outcome',
            fr: 'Issue',
            es: 'Resultado',
            ar: 'النتيجة',
            ru: 'Итог',
            zh: '结果',
          },
          width: 'half',
          options: [
            {
              value: 'executed',
              label: {
                en: 'Executed',
                fr: 'Exécutée',
                es: 'Cumplida',
                ar: 'نُفذ',
                ru: 'Исполнена',
                zh: '已执行',
              },
            },
            {
              value: 'partly-executed',
              label: {
                en: 'Partly executed',
                fr: 'Partiellement exécutée',
                es: 'Cumplida en parte',
                ar: 'نُفذ جزئيا',
                ru: 'Исполнена частично',
                zh: '部分执行',
              },
            },
            {
              value: 'refused',
              label: {
                en: 'Refused',
                fr: 'Refusée',
                es: 'Denegada',
                ar: 'رُفض',
                ru: 'Отклонена',
                zh: '已拒绝',
              },
            },
            {
              value: 'withdrawn',
              label: {
                en: 'Withdrawn',
                fr: 'Retirée',
                es: 'Retirada',
                ar: 'سُحب',
                ru: 'Отозвана',
                zh: '已撤回',
              },
            },
            {
              value: 'without-object',
              label: {
                en: 'No longer of interest',
                fr: 'Devenue sans objet',
                es: 'Carente de objeto',
                ar: 'لم يعد ذا موضوع',
                ru: 'Утратила актуальность',
                zh: '已无必要',
              },
            },
          ],
        },
        {
          name: 'resultOfProceeding',
          type: 'lines',
          label: {
            en: 'Result of the proceeding',
            fr: 'Issue de la procédure',
            es: 'Resultado del proceso',
            ar: 'نتيجة الإجراءات',
            ru: 'Результат производства',
            zh: '诉讼结果',
          },
          help: {
            en: 'Authorities that helped like to know what came of it.',
            fr: 'Les autorités qui ont prêté leur concours souhaitent en connaître la suite.',
            es: 'Las autoridades que colaboraron desean conocer el resultado.',
            ar: 'ترغب السلطات التي قدمت المساعدة في معرفة ما آلت إليه القضية.',
            ru: 'Органы, оказавшие помощь, хотели бы знать о её результатах.',
            zh: '提供协助的机关希望了解案件结果。',
          },
          max: 10000,
        },
        remarks,
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'date', severity: 'must' },
    { rule: 'required', path: 'outcome', severity: 'must' },
    { rule: 'required', path: 'resultOfProceeding', severity: 'note' },
  ],
}
