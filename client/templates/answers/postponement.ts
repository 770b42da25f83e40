import type { Template } from '../format.js'
import { consulted, date, reasons } from '../fields/answer-fields.js'
import { postponementGrounds } from '../fields/postponement-grounds.js'
import { sectionTitles } from '../section-titles.js'

export const postponement: Template = {
  id: 'postponement',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Postponement',
    fr: 'Ajournement',
    es: 'Aplazamiento',
    ar: 'تأجيل',
    ru: 'Отсрочка',
    zh: '推迟执行',
  },
  about: {
    en: 'Execution is put off because it would interfere with an ongoing proceeding.',
    fr: 'L’exécution est différée parce qu’elle entraverait une procédure en cours.',
    es: 'Se aplaza el cumplimiento porque perturbaría un proceso en curso.',
    ar: 'يؤجل التنفيذ لأنه يتعارض مع إجراءات جارية.',
    ru: 'Исполнение откладывается, поскольку помешало бы ведущемуся производству.',
    zh: '因妨碍正在进行的程序而推迟执行。',
  },
  sections: [
    {
      id: 'main',
      title: sectionTitles.decision,
      fields: [
        date,
        postponementGrounds,
        reasons,
        {
          name: 'until',
          type: 'date',
          label: {
            en: 'Expected until',
            fr: 'Jusqu’au (prévision)',
            es: 'Hasta (previsión)',
            ar: 'متوقع حتى',
            ru: 'Предположительно до',
            zh: '预计至',
          },
          width: 'half',
        },
        consulted,
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'date', severity: 'must' },
    {
      rule: 'required',
      path: 'ground',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (25)' },
    },
    {
      rule: 'required',
      path: 'reasons',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (23)' },
    },
    {
      rule: 'affirmed',
      path: 'consulted',
      severity: 'should',
      source: { instrument: 'untoc', article: '18 (26)' },
    },
    { rule: 'required', path: 'until', severity: 'should' },
    { rule: 'ahead', path: 'until', severity: 'should' },
  ],
}
