import type { Template } from '../format.js'
import { date, expectedBy, remarks } from '../fields/answer-fields.js'

export const resumption: Template = {
  id: 'resumption',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Resumption',
    fr: 'Reprise',
    es: 'Reanudación',
    ar: 'استئناف التنفيذ',
    ru: 'Возобновление',
    zh: '恢复执行',
  },
  about: {
    en: 'The reason to postpone is gone; execution goes on.',
    fr: 'Le motif d’ajournement a disparu ; l’exécution reprend.',
    es: 'Ha cesado la causa del aplazamiento; se reanuda el cumplimiento.',
    ar: 'زال سبب التأجيل ويُستأنف التنفيذ.',
    ru: 'Причина отсрочки отпала; исполнение возобновляется.',
    zh: '推迟的原因已消除，恢复执行。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Resumption',
        fr: 'Reprise',
        es: 'Reanudación',
        ar: 'الاستئناف',
        ru: 'Возобновление',
        zh: '恢复',
      },
      fields: [date, expectedBy, remarks],
    },
  ],
  rules: [
    { rule: 'required', path: 'date', severity: 'must' },
    { rule: 'required', path: 'expectedBy', severity: 'should' },
  ],
}
