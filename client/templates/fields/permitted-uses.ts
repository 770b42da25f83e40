import type { Field } from '../format.js'

export const permittedUses: Field = {
  name: 'permittedUses',
  type: 'choice',
  label: {
    en: 'Permitted uses',
    fr: 'Utilisations permises',
    es: 'Usos permitidos',
    ar: 'أوجه الاستعمال المسموح بها',
    ru: 'Разрешённое использование',
    zh: '允许的用途',
  },
  repeat: { min: 1, max: 4 },
  options: [
    {
      value: 'lead',
      label: {
        en: 'As a lead only',
        fr: 'Comme piste seulement',
        es: 'Solo como pista',
        ar: 'كخيط للتحري فقط',
        ru: 'Только как ориентир',
        zh: '仅作线索',
      },
    },
    {
      value: 'investigation',
      label: {
        en: 'In investigations',
        fr: 'Dans des enquêtes',
        es: 'En investigaciones',
        ar: 'في التحقيقات',
        ru: 'В расследованиях',
        zh: '用于侦查',
      },
    },
    {
      value: 'court',
      label: {
        en: 'As evidence in court',
        fr: 'Comme preuve en justice',
        es: 'Como prueba ante los tribunales',
        ar: 'كدليل أمام القضاء',
        ru: 'Как доказательство в суде',
        zh: '作为法庭证据',
      },
    },
    {
      value: 'border',
      label: {
        en: 'At borders and for watch lists',
        fr: 'Aux frontières et pour les listes de surveillance',
        es: 'En fronteras y listas de vigilancia',
        ar: 'على الحدود ولقوائم المراقبة',
        ru: 'На границах и для списков наблюдения',
        zh: '用于边境和监视名单',
      },
    },
  ],
}
