import type { Field } from '../format.js'

export const identityDocuments: Field = {
  name: 'identityDocuments',
  type: 'group',
  label: {
    en: 'Identity documents',
    fr: 'Documents d’identité',
    es: 'Documentos de identidad',
    ar: 'وثائق الهوية',
    ru: 'Документы, удостоверяющие личность',
    zh: '身份证件',
  },
  repeat: { min: 0, max: 20 },
  fields: [
    {
      name: 'kind',
      type: 'choice',
      label: { en: 'Kind', fr: 'Nature', es: 'Clase', ar: 'النوع', ru: 'Вид', zh: '种类' },
      width: 'third',
      options: [
        {
          value: 'passport',
          label: {
            en: 'Passport',
            fr: 'Passeport',
            es: 'Pasaporte',
            ar: 'جواز سفر',
            ru: 'Паспорт',
            zh: '护照',
          },
        },
        {
          value: 'identity-card',
          label: {
            en: 'Identity card',
            fr: 'Carte d’identité',
            es: 'Documento de identidad',
            ar: 'بطاقة هوية',
            ru: 'Удостоверение личности',
            zh: '身份证',
          },
        },
        {
          value: 'residence-permit',
          label: {
            en: 'Residence permit',
            fr: 'Titre de séjour',
            es: 'Permiso de residencia',
            ar: 'رخصة إقامة',
            ru: 'Вид на жительство',
            zh: '居留许可',
          },
        },
        {
          value: 'other',
          label: {
            en: 'Other document',
            fr: 'Autre document',
            es: 'Otro documento',
            ar: 'وثيقة أخرى',
            ru: 'Иной документ',
            zh: '其他证件',
          },
        },
      ],
    },
    {
      name: 'number',
      type: 'text',
      label: { en: 'Number', fr: 'Numéro', es: 'Número', ar: 'الرقم', ru: 'Номер', zh: '号码' },
      width: 'third',
      max: 60,
    },
    {
      name: 'issuer',
      type: 'state',
      label: {
        en: 'Issuing State',
        fr: 'État émetteur',
        es: 'Estado emisor',
        ar: 'الدولة المصدرة',
        ru: 'Государство выдачи',
        zh: '签发国',
      },
      width: 'third',
    },
  ],
}
