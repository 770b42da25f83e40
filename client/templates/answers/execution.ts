import type { Template } from '../format.js'
import { remarks } from '../fields/answer-fields.js'
import { attachments } from '../fields/formalities.js'
import { results } from '../fields/results.js'
import { uses } from '../fields/uses.js'

export const execution: Template = {
  id: 'execution',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Execution',
    fr: 'Exécution',
    es: 'Cumplimiento',
    ar: 'التنفيذ',
    ru: 'Исполнение',
    zh: '执行完毕',
  },
  about: {
    en: 'Hands over the results; nothing is outstanding.',
    fr: 'Remet les résultats ; rien ne reste à exécuter.',
    es: 'Entrega los resultados; nada queda pendiente.',
    ar: 'يسلّم النتائج، ولم يبق شيء قيد التنفيذ.',
    ru: 'Передаёт результаты; исполнено полностью.',
    zh: '移交结果，无未尽事项。',
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
      fields: [results, uses, attachments, remarks],
    },
  ],
  rules: [
    {
      rule: 'required',
      path: 'results',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (17)' },
    },
    { rule: 'required', path: 'results.*.outcome', severity: 'must' },
    { rule: 'required', path: 'results.*.description', severity: 'must' },
    { rule: 'required', path: 'results.*.executedOn', severity: 'should' },
    { rule: 'required', path: 'useConditions.*.text', severity: 'must' },
  ],
}
