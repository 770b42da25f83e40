import type { Field } from '../format.js'

export const grading: Field = {
  name: 'reliability',
  type: 'choice',
  label: {
    en: 'Reliability of the source',
    fr: 'Fiabilité de la source',
    es: 'Fiabilidad de la fuente',
    ar: 'موثوقية المصدر',
    ru: 'Надёжность источника',
    zh: '来源可靠性',
  },
  width: 'half',
  options: [
    {
      value: 'a',
      label: {
        en: 'A: beyond doubt',
        fr: 'A : hors de doute',
        es: 'A: fuera de duda',
        ar: 'أ: لا شك فيها',
        ru: 'A: вне сомнений',
        zh: 'A：无可置疑',
      },
    },
    {
      value: 'b',
      label: {
        en: 'B: mostly reliable',
        fr: 'B : généralement fiable',
        es: 'B: generalmente fiable',
        ar: 'ب: موثوق غالبا',
        ru: 'B: как правило, надёжен',
        zh: 'B：通常可靠',
      },
    },
    {
      value: 'c',
      label: {
        en: 'C: mostly unreliable',
        fr: 'C : généralement peu fiable',
        es: 'C: generalmente poco fiable',
        ar: 'ج: غير موثوق غالبا',
        ru: 'C: как правило, ненадёжен',
        zh: 'C：通常不可靠',
      },
    },
    {
      value: 'x',
      label: {
        en: 'X: cannot be judged',
        fr: 'X : ne peut être évaluée',
        es: 'X: no puede evaluarse',
        ar: 'د: لا يمكن تقييمها',
        ru: 'X: не поддаётся оценке',
        zh: 'X：无法评估',
      },
    },
  ],
}
