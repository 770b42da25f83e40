import type { Field } from '../format.js'

export const interpreter: Field = {
  name: 'interpreter',
  type: 'choice',
  label: {
    en: 'Interpreter',
    fr: 'Interprète',
    es: 'Intérprete',
    ar: 'المترجم الشفوي',
    ru: 'Переводчик',
    zh: '口译',
  },
  width: 'third',
  options: [
    {
      value: 'requested-state',
      label: {
        en: 'By the requested State',
        fr: 'Fourni par l’État requis',
        es: 'Lo aporta el Estado requerido',
        ar: 'توفره الدولة متلقية الطلب',
        ru: 'Предоставляет запрашиваемое государство',
        zh: '由被请求国提供',
      },
    },
    {
      value: 'requesting-state',
      label: {
        en: 'By the requesting State',
        fr: 'Fourni par l’État requérant',
        es: 'Lo aporta el Estado requirente',
        ar: 'توفره الدولة الطالبة',
        ru: 'Предоставляет запрашивающее государство',
        zh: '由请求国提供',
      },
    },
    {
      value: 'none',
      label: {
        en: 'Not needed',
        fr: 'Non nécessaire',
        es: 'No se necesita',
        ar: 'غير لازم',
        ru: 'Не требуется',
        zh: '不需要',
      },
    },
  ],
}

export const consent: Field = {
  name: 'consent',
  type: 'choice',
  label: {
    en: 'The accused, if heard, consents',
    fr: 'Consentement du prévenu, s’il est entendu',
    es: 'Consentimiento del acusado, si es oído',
    ar: 'موافقة المتهم إن كان هو المستمع إليه',
    ru: 'Согласие обвиняемого, если допрашивается он',
    zh: '如听取被告人陈述，其是否同意',
  },
  width: 'half',
  options: [
    {
      value: 'yes',
      label: { en: 'Yes', fr: 'Oui', es: 'Sí', ar: 'نعم', ru: 'Да', zh: '是' },
    },
    {
      value: 'no',
      label: { en: 'No', fr: 'Non', es: 'No', ar: 'لا', ru: 'Нет', zh: '否' },
    },
    {
      value: 'to-be-asked',
      label: {
        en: 'To be asked',
        fr: 'À recueillir',
        es: 'Por recabar',
        ar: 'سيُطلب',
        ru: 'Будет запрошено',
        zh: '有待征询',
      },
    },
  ],
}
