import type { Field } from '../format.js'

export const addressees: Field = {
  name: 'addressees',
  type: 'group',
  label: {
    en: 'Addressees',
    fr: 'Destinataires',
    es: 'Destinatarios',
    ar: 'المخاطبون',
    ru: 'Адресаты',
    zh: '受送达人',
  },
  repeat: { min: 1, max: 50 },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', fr: 'Nom', es: 'Nombre', ar: 'الاسم', ru: 'Имя', zh: '姓名' },
      width: 'half',
      max: 300,
    },
    {
      name: 'address',
      type: 'text',
      label: {
        en: 'Address',
        fr: 'Adresse',
        es: 'Dirección',
        ar: 'العنوان',
        ru: 'Адрес',
        zh: '地址',
      },
      width: 'half',
      max: 500,
    },
    {
      name: 'role',
      type: 'text',
      label: {
        en: 'Role in the proceeding',
        fr: 'Qualité dans la procédure',
        es: 'Calidad en el proceso',
        ar: 'الصفة في الإجراءات',
        ru: 'Роль в деле',
        zh: '诉讼身份',
      },
      width: 'half',
      max: 200,
    },
    {
      name: 'languages',
      type: 'language',
      label: {
        en: 'Languages understood',
        fr: 'Langues comprises',
        es: 'Idiomas que comprende',
        ar: 'اللغات التي يفهمها',
        ru: 'Понятные ему языки',
        zh: '通晓语文',
      },
      width: 'half',
      repeat: { min: 0, max: 5 },
    },
  ],
}
