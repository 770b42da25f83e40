import type { Field } from '../format.js'

export const accuracy: Field = {
  name: 'accuracy',
  type: 'choice',
  label: {
    en: 'Accuracy of the information',
    fr: 'Exactitude de l’information',
    es: 'Exactitud de la información',
    ar: 'دقة المعلومات',
    ru: 'Достоверность информации',
    zh: '信息准确性',
  },
  width: 'half',
  options: [
    {
      value: 'one',
      label: {
        en: '1: known to be true',
        fr: '1 : avérée',
        es: '1: cierta sin reserva',
        ar: '1: مؤكدة',
        ru: '1: достоверна',
        zh: '1：确知属实',
      },
    },
    {
      value: 'two',
      label: {
        en: '2: known to the source personally',
        fr: '2 : connue personnellement de la source',
        es: '2: conocida personalmente por la fuente',
        ar: '2: معروفة للمصدر شخصيا',
        ru: '2: лично известна источнику',
        zh: '2：来源亲历',
      },
    },
    {
      value: 'three',
      label: {
        en: '3: not known personally, but corroborated',
        fr: '3 : non connue personnellement, mais corroborée',
        es: '3: no conocida personalmente, pero corroborada',
        ar: '3: غير معروفة للمصدر شخصيا لكنها مؤيدة',
        ru: '3: лично не известна, но подтверждена',
        zh: '3：非亲历，但有佐证',
      },
    },
    {
      value: 'four',
      label: {
        en: '4: cannot be corroborated',
        fr: '4 : ne peut être corroborée',
        es: '4: no puede corroborarse',
        ar: '4: لا يمكن تأييدها',
        ru: '4: не может быть подтверждена',
        zh: '4：无法佐证',
      },
    },
  ],
}
