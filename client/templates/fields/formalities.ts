import type { Field } from '../format.js'

export const languages: Field = {
  name: 'languages',
  type: 'group',
  label: { en: 'Languages', fr: 'Langues', es: 'Idiomas', ar: 'اللغات', ru: 'Языки', zh: '语文' },
  fields: [
    {
      name: 'original',
      type: 'language',
      label: {
        en: 'Language of the original',
        fr: 'Langue de l’original',
        es: 'Idioma del original',
        ar: 'لغة الأصل',
        ru: 'Язык оригинала',
        zh: '原件语文',
      },
      width: 'half',
    },
    {
      name: 'translations',
      type: 'language',
      label: {
        en: 'Translations attached',
        fr: 'Traductions jointes',
        es: 'Traducciones adjuntas',
        ar: 'الترجمات المرفقة',
        ru: 'Приложенные переводы',
        zh: '所附译文',
      },
      width: 'half',
      repeat: { min: 0, max: 10 },
    },
  ],
}

export const attachments: Field = {
  name: 'attachments',
  type: 'group',
  label: {
    en: 'Attachments',
    fr: 'Pièces jointes',
    es: 'Documentos adjuntos',
    ar: 'المرفقات',
    ru: 'Приложения',
    zh: '附件',
  },
  repeat: { min: 0, max: 200 },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: {
        en: 'File name',
        fr: 'Nom du fichier',
        es: 'Nombre del archivo',
        ar: 'اسم الملف',
        ru: 'Имя файла',
        zh: '文件名',
      },
      width: 'half',
      max: 200,
    },
    {
      name: 'description',
      type: 'text',
      label: {
        en: 'What it is',
        fr: 'Nature de la pièce',
        es: 'De qué se trata',
        ar: 'ماهيته',
        ru: 'Что это',
        zh: '说明',
      },
      width: 'half',
      max: 500,
    },
  ],
}

export const contactPoint: Field = {
  name: 'contactPoint',
  type: 'group',
  label: {
    en: 'Contact for questions and reply',
    fr: 'Point de contact pour les questions et la réponse',
    es: 'Contacto para preguntas y respuesta',
    ar: 'جهة الاتصال للاستفسار والرد',
    ru: 'Контакт для вопросов и ответа',
    zh: '询问和答复联系方式',
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: {
        en: 'Name and office',
        fr: 'Nom et fonction',
        es: 'Nombre y cargo',
        ar: 'الاسم والوظيفة',
        ru: 'Имя и должность',
        zh: '姓名和职务',
      },
      width: 'half',
      max: 200,
    },
    {
      name: 'telephone',
      type: 'text',
      label: {
        en: 'Telephone',
        fr: 'Téléphone',
        es: 'Teléfono',
        ar: 'الهاتف',
        ru: 'Телефон',
        zh: '电话',
      },
      width: 'half',
      max: 500,
      format: 'telephone',
    },
    {
      name: 'email',
      type: 'text',
      label: {
        en: 'E-mail',
        fr: 'Courriel',
        es: 'Correo electrónico',
        ar: 'البريد الإلكتروني',
        ru: 'Электронная почта',
        zh: '电子邮件',
      },
      width: 'half',
      max: 500,
      format: 'email',
    },
    {
      name: 'languages',
      type: 'language',
      label: {
        en: 'Languages spoken',
        fr: 'Langues parlées',
        es: 'Idiomas hablados',
        ar: 'لغات التخاطب',
        ru: 'Языки общения',
        zh: '可用语言',
      },
      width: 'half',
      repeat: { min: 0, max: 10 },
    },
  ],
}

export const relatedRequests: Field = {
  name: 'relatedRequests',
  type: 'group',
  label: {
    en: 'Related requests',
    fr: 'Demandes connexes',
    es: 'Solicitudes conexas',
    ar: 'الطلبات ذات الصلة',
    ru: 'Связанные запросы',
    zh: '相关请求',
  },
  repeat: { min: 0, max: 50 },
  fields: [
    {
      name: 'reference',
      type: 'text',
      label: {
        en: 'Reference or package id',
        fr: 'Référence ou identifiant de l’envoi',
        es: 'Referencia o identificador del envío',
        ar: 'المرجع أو معرّف الطرد',
        ru: 'Номер или идентификатор пакета',
        zh: '编号或包标识',
      },
      width: 'half',
      max: 200,
    },
    {
      name: 'relation',
      type: 'text',
      label: {
        en: 'How it is related',
        fr: 'Lien avec la présente demande',
        es: 'Relación',
        ar: 'وجه الصلة',
        ru: 'Характер связи',
        zh: '关联说明',
      },
      width: 'half',
      max: 300,
    },
  ],
}
