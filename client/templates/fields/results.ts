import type { Field } from '../format.js'

export const results: Field = {
  name: 'results',
  type: 'group',
  label: {
    en: 'Results',
    fr: 'Résultats',
    es: 'Resultados',
    ar: 'النتائج',
    ru: 'Результаты',
    zh: '结果',
  },
  repeat: { min: 1, max: 100 },
  fields: [
    {
      name: 'request',
      type: 'text',
      label: {
        en: 'Which assistance',
        fr: 'Mesure d’entraide concernée',
        es: 'Asistencia de que se trata',
        ar: 'المساعدة المعنية',
        ru: 'Какая помощь',
        zh: '所涉协助',
      },
      max: 500,
    },
    {
      name: 'outcome',
      type: 'choice',
      label: { en: 'Outcome', fr: 'Issue', es: 'Resultado', ar: 'النتيجة', ru: 'Итог', zh: '结果' },
      width: 'half',
      options: [
        {
          value: 'executed',
          label: {
            en: 'Executed',
            fr: 'Exécutée',
            es: 'Ejecutada',
            ar: 'نُفذت',
            ru: 'Исполнено',
            zh: '已执行',
          },
        },
        {
          value: 'partly-executed',
          label: {
            en: 'Partly executed',
            fr: 'Partiellement exécutée',
            es: 'Ejecutada en parte',
            ar: 'نُفذت جزئيا',
            ru: 'Исполнено частично',
            zh: '部分执行',
          },
        },
        {
          value: 'without-result',
          label: {
            en: 'Executed without result',
            fr: 'Exécutée sans résultat',
            es: 'Ejecutada sin resultado',
            ar: 'نُفذت دون نتيجة',
            ru: 'Исполнено безрезультатно',
            zh: '已执行，无结果',
          },
        },
        {
          value: 'not-executed',
          label: {
            en: 'Not executed',
            fr: 'Non exécutée',
            es: 'No ejecutada',
            ar: 'لم تُنفذ',
            ru: 'Не исполнено',
            zh: '未执行',
          },
        },
      ],
    },
    {
      name: 'executedOn',
      type: 'date',
      label: {
        en: 'Executed on',
        fr: 'Exécutée le',
        es: 'Ejecutada el',
        ar: 'تاريخ التنفيذ',
        ru: 'Дата исполнения',
        zh: '执行日期',
      },
      width: 'half',
    },
    {
      name: 'by',
      type: 'text',
      label: {
        en: 'Authority that executed it',
        fr: 'Autorité d’exécution',
        es: 'Autoridad que la ejecutó',
        ar: 'السلطة التي نفذتها',
        ru: 'Исполнивший орган',
        zh: '执行机关',
      },
      max: 300,
    },
    {
      name: 'description',
      type: 'lines',
      label: {
        en: 'What was done and found',
        fr: 'Mesures prises et constatations',
        es: 'Actuaciones realizadas y hallazgos',
        ar: 'ما تم اتخاذه وما أسفر عنه',
        ru: 'Что сделано и установлено',
        zh: '采取的措施和结果',
      },
      max: 20000,
    },
  ],
}
