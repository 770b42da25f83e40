import type { Field } from '../format.js'

export const documents: Field = {
  name: 'documents',
  type: 'group',
  label: {
    en: 'Documents to be served',
    fr: 'Actes à signifier',
    es: 'Documentos que deben notificarse',
    ar: 'المستندات المراد تبليغها',
    ru: 'Документы, подлежащие вручению',
    zh: '须送达的文书',
  },
  repeat: { min: 1, max: 50 },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: {
        en: 'Title',
        fr: 'Intitulé',
        es: 'Título',
        ar: 'العنوان',
        ru: 'Название',
        zh: '名称',
      },
      max: 300,
    },
    {
      name: 'kind',
      type: 'choice',
      label: { en: 'Kind', fr: 'Nature', es: 'Clase', ar: 'النوع', ru: 'Вид', zh: '种类' },
      width: 'half',
      options: [
        {
          value: 'summons',
          label: {
            en: 'Summons to appear',
            fr: 'Citation à comparaître',
            es: 'Citación',
            ar: 'تكليف بالحضور',
            ru: 'Повестка',
            zh: '传票',
          },
        },
        {
          value: 'indictment',
          label: {
            en: 'Indictment',
            fr: 'Acte d’accusation',
            es: 'Escrito de acusación',
            ar: 'لائحة اتهام',
            ru: 'Обвинительный акт',
            zh: '起诉书',
          },
        },
        {
          value: 'judgment',
          label: {
            en: 'Judgment or decision',
            fr: 'Jugement ou décision',
            es: 'Sentencia o resolución',
            ar: 'حكم أو قرار',
            ru: 'Приговор или решение',
            zh: '判决或裁定',
          },
        },
        {
          value: 'other',
          label: {
            en: 'Other document',
            fr: 'Autre acte',
            es: 'Otro documento',
            ar: 'مستند آخر',
            ru: 'Иной документ',
            zh: '其他文书',
          },
        },
      ],
    },
    {
      name: 'attachment',
      type: 'text',
      label: {
        en: 'Name of the attachment',
        fr: 'Nom de la pièce jointe',
        es: 'Nombre del adjunto',
        ar: 'اسم المرفق',
        ru: 'Имя приложения',
        zh: '附件名称',
      },
      width: 'half',
      max: 200,
    },
  ],
}
