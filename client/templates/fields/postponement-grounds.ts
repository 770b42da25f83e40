import type { Field } from '../format.js'

export const postponementGrounds: Field = {
  name: 'ground',
  type: 'choice',
  label: { en: 'Ground', fr: 'Motif', es: 'Causa', ar: 'السبب', ru: 'Основание', zh: '依据' },
  width: 'half',
  options: [
    {
      value: 'ongoing-investigation',
      label: {
        en: 'Interferes with an ongoing investigation',
        fr: 'Entrave une enquête en cours',
        es: 'Perturba una investigación en curso',
        ar: 'التعارض مع تحقيق جار',
        ru: 'Мешает проводимому расследованию',
        zh: '妨碍正在进行的侦查',
      },
    },
    {
      value: 'ongoing-prosecution',
      label: {
        en: 'Interferes with an ongoing prosecution',
        fr: 'Entrave des poursuites en cours',
        es: 'Perturba un enjuiciamiento en curso',
        ar: 'التعارض مع ملاحقة جارية',
        ru: 'Мешает осуществляемому преследованию',
        zh: '妨碍正在进行的起诉',
      },
    },
    {
      value: 'ongoing-proceeding',
      label: {
        en: 'Interferes with an ongoing judicial proceeding',
        fr: 'Entrave une procédure judiciaire en cours',
        es: 'Perturba un procedimiento judicial en curso',
        ar: 'التعارض مع إجراءات قضائية جارية',
        ru: 'Мешает ведущемуся судебному разбирательству',
        zh: '妨碍正在进行的审判程序',
      },
    },
    {
      value: 'person-serving-sentence',
      label: {
        en: 'The person is serving a sentence or on trial here',
        fr: 'La personne purge une peine ou est jugée dans l’État requis',
        es: 'La persona cumple condena o está siendo juzgada en el Estado requerido',
        ar: 'الشخص يقضي عقوبة أو يحاكم في الدولة متلقية الطلب',
        ru: 'Лицо отбывает наказание или находится под судом в запрашиваемом государстве',
        zh: '该人正在被请求国服刑或受审',
      },
    },
  ],
}
