import type { Template } from '../format.js'
import { reasons } from '../fields/answer-fields.js'

export const extension: Template = {
  id: 'extension',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Extension',
    fr: 'Prolongation accordée',
    es: 'Prórroga concedida',
    ar: 'تمديد المدة',
    ru: 'Продление срока',
    zh: '准予延期',
  },
  about: {
    en: 'Tells until when the period is extended, or that it is not.',
    fr: 'Indique jusqu’à quand le délai est prolongé, ou qu’il ne l’est pas.',
    es: 'Indica hasta cuándo se prorroga el plazo o que no se prorroga.',
    ar: 'يبيّن تاريخ انتهاء المدة بعد التمديد أو عدم الموافقة عليه.',
    ru: 'Сообщает, до какого срока произведено продление либо что оно не произведено.',
    zh: '告知延期至何时，或不予延期。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Extension',
        fr: 'Prolongation',
        es: 'Prórroga',
        ar: 'التمديد',
        ru: 'Продление',
        zh: '延期',
      },
      fields: [
        {
          name: 'granted',
          type: 'flag',
          label: {
            en: 'The period is extended',
            fr: 'Le délai est prolongé',
            es: 'El plazo se prorroga',
            ar: 'مُددت المدة',
            ru: 'Срок продлён',
            zh: '予以延期',
          },
          width: 'half',
        },
        {
          name: 'until',
          type: 'date',
          label: { en: 'Until', fr: 'Jusqu’au', es: 'Hasta', ar: 'حتى', ru: 'До', zh: '至' },
          width: 'half',
          when: { path: 'granted', is: true },
        },
        reasons,
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'granted', severity: 'must' },
    {
      rule: 'required',
      path: 'until',
      severity: 'must',
      source: { instrument: 'budapest', article: '16 (2)' },
      when: { path: 'granted', is: true },
    },
    { rule: 'required', path: 'reasons', severity: 'must', when: { path: 'granted', is: false } },
    { rule: 'ahead', path: 'until', severity: 'must', when: { path: 'granted', is: true } },
  ],
}
