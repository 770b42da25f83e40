import type { Template } from '../format.js'
import { expectedBy, remarks } from '../fields/answer-fields.js'
import { attachments } from '../fields/formalities.js'
import { results } from '../fields/results.js'

export const partialExecution: Template = {
  id: 'partial-execution',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Partial execution',
    fr: 'Exécution partielle',
    es: 'Cumplimiento parcial',
    ar: 'تنفيذ جزئي',
    ru: 'Частичное исполнение',
    zh: '部分执行',
  },
  about: {
    en: 'Hands over what has been obtained so far; more follows.',
    fr: 'Remet ce qui a été obtenu à ce jour ; la suite sera transmise.',
    es: 'Entrega lo obtenido hasta ahora; lo demás seguirá.',
    ar: 'يسلّم ما تم الحصول عليه حتى الآن، ويتبعه الباقي.',
    ru: 'Передаёт полученное на данный момент; остальное последует.',
    zh: '移交目前已取得的部分，其余随后提供。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Results',
        fr: 'Résultats',
        es: 'Resultados',
        ar: 'النتائج',
        ru: 'Результаты',
        zh: '结果',
      },
      fields: [
        results,
        {
          name: 'outstanding',
          type: 'lines',
          label: {
            en: 'What is still outstanding',
            fr: 'Ce qui reste à exécuter',
            es: 'Lo que queda pendiente',
            ar: 'ما لا يزال قيد التنفيذ',
            ru: 'Что остаётся исполнить',
            zh: '尚待执行事项',
          },
          max: 10000,
        },
        expectedBy,
        attachments,
        remarks,
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'results', severity: 'must' },
    { rule: 'required', path: 'results.*.outcome', severity: 'must' },
    { rule: 'required', path: 'results.*.description', severity: 'must' },
    { rule: 'required', path: 'outstanding', severity: 'must' },
    {
      rule: 'required',
      path: 'expectedBy',
      severity: 'should',
      source: { instrument: 'untoc', article: '18 (24)' },
    },
  ],
}
