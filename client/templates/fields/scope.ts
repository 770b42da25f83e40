import type { Field } from '../format.js'

export const scope: Field = {
  name: 'scope',
  type: 'choice',
  label: {
    en: 'Scope',
    fr: 'Portée',
    es: 'Alcance',
    ar: 'النطاق',
    ru: 'Объём',
    zh: '范围',
  },
  width: 'half',
  options: [
    {
      value: 'whole',
      label: {
        en: 'The whole request',
        fr: 'Demande entière',
        es: 'Toda la solicitud',
        ar: 'الطلب كله',
        ru: 'Просьба в целом',
        zh: '全部请求',
      },
    },
    {
      value: 'part',
      label: {
        en: 'Part of the request',
        fr: 'Partie de la demande',
        es: 'Parte de la solicitud',
        ar: 'جزء من الطلب',
        ru: 'Часть просьбы',
        zh: '部分请求',
      },
    },
  ],
}

export const part: Field = {
  name: 'part',
  type: 'lines',
  label: {
    en: 'Which part',
    fr: 'Partie concernée',
    es: 'Parte de que se trata',
    ar: 'الجزء المعني',
    ru: 'Какая часть',
    zh: '所涉部分',
  },
  when: { path: 'scope', is: 'part' },
  max: 4000,
}
