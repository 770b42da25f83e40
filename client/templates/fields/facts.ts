import type { Field } from '../format.js'

export const facts: Field = {
  name: 'facts',
  type: 'group',
  label: {
    en: 'Facts',
    fr: 'Faits',
    es: 'Hechos',
    ar: 'الوقائع',
    ru: 'Обстоятельства дела',
    zh: '事实',
  },
  fields: [
    {
      name: 'summary',
      type: 'lines',
      label: {
        en: 'Summary of the relevant facts',
        fr: 'Exposé sommaire des faits pertinents',
        es: 'Resumen de los hechos pertinentes',
        ar: 'ملخص الوقائع ذات الصلة',
        ru: 'Краткое изложение относящихся к делу обстоятельств',
        zh: '相关事实摘要',
      },
      max: 50000,
    },
    {
      name: 'timeline',
      type: 'group',
      label: {
        en: 'Timeline',
        fr: 'Chronologie',
        es: 'Cronología',
        ar: 'التسلسل الزمني',
        ru: 'Хронология',
        zh: '时间顺序',
      },
      repeat: { min: 0, max: 100 },
      fields: [
        {
          name: 'date',
          type: 'date',
          label: { en: 'Date', fr: 'Date', es: 'Fecha', ar: 'التاريخ', ru: 'Дата', zh: '日期' },
          width: 'third',
        },
        {
          name: 'event',
          type: 'text',
          label: {
            en: 'Event',
            fr: 'Événement',
            es: 'Acontecimiento',
            ar: 'الحدث',
            ru: 'Событие',
            zh: '事件',
          },
          max: 2000,
        },
      ],
    },
    {
      name: 'nexus',
      type: 'lines',
      label: {
        en: 'How the facts relate to what is sought',
        fr: 'Lien entre les faits et l’entraide demandée',
        es: 'Relación entre los hechos y lo solicitado',
        ar: 'صلة الوقائع بما هو مطلوب',
        ru: 'Связь обстоятельств с запрашиваемой помощью',
        zh: '事实与所请求协助之间的联系',
      },
      max: 20000,
    },
  ],
}
