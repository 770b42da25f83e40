import type { Field } from '../format.js'

export const confidentiality: Field = {
  name: 'confidentiality',
  type: 'group',
  label: {
    en: 'Confidentiality',
    fr: 'Confidentialité',
    es: 'Confidencialidad',
    ar: 'السرية',
    ru: 'Конфиденциальность',
    zh: '保密',
  },
  fields: [
    {
      name: 'required',
      type: 'flag',
      label: {
        en: 'The fact and substance of the request are to be kept confidential',
        fr: 'Le fait et la teneur de la demande sont à garder confidentiels',
        es: 'La existencia y el contenido de la solicitud deben mantenerse confidenciales',
        ar: 'يُطلب الحفاظ على سرية الطلب ومضمونه',
        ru: 'Факт и существо запроса должны оставаться конфиденциальными',
        zh: '请求的存在和内容应予保密',
      },
      width: 'half',
    },
    {
      name: 'reasons',
      type: 'lines',
      label: {
        en: 'Reasons',
        fr: 'Motifs',
        es: 'Motivos',
        ar: 'الأسباب',
        ru: 'Основания',
        zh: '理由',
      },
      when: { path: '.required', is: true },
      max: 4000,
    },
    {
      name: 'notifySubject',
      type: 'choice',
      label: {
        en: 'Telling the person concerned',
        fr: 'Information de la personne concernée',
        es: 'Aviso a la persona interesada',
        ar: 'إخطار الشخص المعني',
        ru: 'Уведомление заинтересованного лица',
        zh: '告知当事人',
      },
      width: 'half',
      options: [
        {
          value: 'no',
          label: {
            en: 'Not to be told',
            fr: 'Ne pas l’informer',
            es: 'No debe ser avisada',
            ar: 'لا يُخطر',
            ru: 'Не уведомлять',
            zh: '不得告知',
          },
        },
        {
          value: 'after-execution',
          label: {
            en: 'After execution',
            fr: 'Après l’exécution',
            es: 'Tras la ejecución',
            ar: 'بعد التنفيذ',
            ru: 'После исполнения',
            zh: '执行后告知',
          },
        },
        {
          value: 'as-law-requires',
          label: {
            en: 'As the law of the requested State requires',
            fr: 'Selon le droit de l’État requis',
            es: 'Según el derecho del Estado requerido',
            ar: 'وفق قانون الدولة متلقية الطلب',
            ru: 'По праву запрашиваемого государства',
            zh: '依被请求国法律办理',
          },
        },
      ],
    },
  ],
}
