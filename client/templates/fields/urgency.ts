import type { Field } from '../format.js'

export const urgency: Field = {
  name: 'urgency',
  type: 'group',
  label: {
    en: 'Urgency',
    fr: 'Urgence',
    es: 'Urgencia',
    ar: 'الاستعجال',
    ru: 'Срочность',
    zh: '紧急程度',
  },
  fields: [
    {
      name: 'level',
      type: 'choice',
      label: { en: 'Level', fr: 'Degré', es: 'Grado', ar: 'الدرجة', ru: 'Степень', zh: '等级' },
      width: 'third',
      options: [
        {
          value: 'routine',
          label: {
            en: 'Routine',
            fr: 'Ordinaire',
            es: 'Ordinaria',
            ar: 'عادي',
            ru: 'Обычная',
            zh: '普通',
          },
        },
        {
          value: 'urgent',
          label: {
            en: 'Urgent',
            fr: 'Urgent',
            es: 'Urgente',
            ar: 'عاجل',
            ru: 'Срочная',
            zh: '紧急',
          },
        },
        {
          value: 'emergency',
          label: {
            en: 'Emergency',
            fr: 'Urgence vitale',
            es: 'Emergencia',
            ar: 'طارئ',
            ru: 'Чрезвычайная',
            zh: '特急',
          },
        },
      ],
    },
    {
      name: 'deadline',
      type: 'date',
      label: {
        en: 'Deadline',
        fr: 'Échéance',
        es: 'Plazo',
        ar: 'الموعد النهائي',
        ru: 'Срок',
        zh: '期限',
      },
      width: 'third',
    },
    {
      name: 'eventDate',
      type: 'date',
      label: {
        en: 'Date of the event that makes it urgent',
        fr: 'Date de l’événement qui la justifie',
        es: 'Fecha del hecho que la motiva',
        ar: 'تاريخ الحدث الموجب للاستعجال',
        ru: 'Дата события, вызвавшего срочность',
        zh: '引起紧急情况的事件日期',
      },
      width: 'third',
    },
    {
      name: 'reason',
      type: 'lines',
      label: { en: 'Reason', fr: 'Motif', es: 'Motivo', ar: 'السبب', ru: 'Основание', zh: '理由' },
      when: { path: '.level', in: ['urgent', 'emergency'] },
      max: 4000,
    },
  ],
}
