import type { Field } from '../format.js'

export const registrationNumber: Field = {
  name: 'registrationNumber',
  type: 'text',
  label: {
    en: 'Registration number',
    fr: 'Numéro d’enregistrement',
    es: 'Número de registro',
    ar: 'رقم التسجيل',
    ru: 'Регистрационный номер',
    zh: '登记号',
  },
  width: 'half',
  max: 120,
}

export const date: Field = {
  name: 'date',
  type: 'date',
  label: { en: 'Date', fr: 'Date', es: 'Fecha', ar: 'التاريخ', ru: 'Дата', zh: '日期' },
  width: 'half',
}

export const remarks: Field = {
  name: 'remarks',
  type: 'lines',
  label: {
    en: 'Remarks',
    fr: 'Observations',
    es: 'Observaciones',
    ar: 'ملاحظات',
    ru: 'Примечания',
    zh: '备注',
  },
  max: 10000,
}

export const reasons: Field = {
  name: 'reasons',
  type: 'lines',
  label: { en: 'Reasons', fr: 'Motifs', es: 'Motivos', ar: 'الأسباب', ru: 'Мотивы', zh: '理由' },
  max: 20000,
}

export const replyBy: Field = {
  name: 'replyBy',
  type: 'date',
  label: {
    en: 'Reply by',
    fr: 'Réponse attendue le',
    es: 'Responder antes del',
    ar: 'الرد في موعد أقصاه',
    ru: 'Ответить до',
    zh: '答复期限',
  },
  width: 'half',
}

export const officer: Field = {
  name: 'officer',
  type: 'text',
  label: {
    en: 'Official in charge',
    fr: 'Agent responsable',
    es: 'Funcionario encargado',
    ar: 'الموظف المسؤول',
    ru: 'Ответственное должностное лицо',
    zh: '负责官员',
  },
  width: 'half',
  max: 200,
}

export const executingAuthority: Field = {
  name: 'executingAuthority',
  type: 'text',
  label: {
    en: 'Executing authority',
    fr: 'Autorité d’exécution',
    es: 'Autoridad ejecutora',
    ar: 'السلطة المنفذة',
    ru: 'Исполняющий орган',
    zh: '执行机关',
  },
  width: 'half',
  max: 300,
}

export const expectedBy: Field = {
  name: 'expectedBy',
  type: 'date',
  label: {
    en: 'Expected by',
    fr: 'Échéance prévue',
    es: 'Fecha prevista',
    ar: 'التاريخ المتوقع',
    ru: 'Ожидаемый срок',
    zh: '预计日期',
  },
  width: 'half',
}

export const consulted: Field = {
  name: 'consulted',
  type: 'flag',
  label: {
    en: 'The requesting authority was consulted first',
    fr: 'L’autorité requérante a été consultée au préalable',
    es: 'Se consultó previamente a la autoridad requirente',
    ar: 'جرى التشاور مع السلطة الطالبة مسبقا',
    ru: 'Запрашивающий орган был предварительно проконсультирован',
    zh: '已事先与请求机关磋商',
  },
  width: 'half',
}
