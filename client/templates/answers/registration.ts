import type { Template } from '../format.js'
import {
  date,
  executingAuthority,
  expectedBy,
  officer,
  registrationNumber,
  remarks,
} from '../fields/answer-fields.js'
import { contactPoint } from '../fields/formalities.js'

export const registration: Template = {
  id: 'registration',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Acknowledgement of receipt and registration',
    fr: 'Accusé de réception et enregistrement',
    es: 'Acuse de recibo y registro',
    ar: 'إشعار بالاستلام والتسجيل',
    ru: 'Подтверждение получения и регистрация',
    zh: '收件确认和登记',
  },
  about: {
    en: 'Tells the requesting authority under which number its request is handled, and by whom.',
    fr: 'Indique à l’autorité requérante sous quel numéro et par qui sa demande est traitée.',
    es: 'Indica a la autoridad requirente el número y el encargado de su solicitud.',
    ar: 'يُعلم السلطة الطالبة بالرقم الذي يُعالج طلبها تحته وبالجهة المعالجة.',
    ru: 'Сообщает запрашивающему органу, под каким номером и кем рассматривается его просьба.',
    zh: '告知请求机关其请求的办理编号和承办人。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Registration',
        fr: 'Enregistrement',
        es: 'Registro',
        ar: 'التسجيل',
        ru: 'Регистрация',
        zh: '登记',
      },
      fields: [
        registrationNumber,
        date,
        officer,
        executingAuthority,
        expectedBy,
        contactPoint,
        remarks,
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'registrationNumber', severity: 'must' },
    {
      rule: 'required',
      path: 'date',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (24)' },
    },
    { rule: 'required', path: 'officer', severity: 'should' },
    { rule: 'required', path: 'contactPoint', severity: 'note' },
  ],
}
