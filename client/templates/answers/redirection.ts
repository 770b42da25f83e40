import type { Template } from '../format.js'
import { date, reasons } from '../fields/answer-fields.js'
import { authorityIdHelp } from '../fields/authority-id.js'

export const redirection: Template = {
  id: 'redirection',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Redirection',
    fr: 'Transmission à l’autorité compétente',
    es: 'Remisión a la autoridad competente',
    ar: 'إحالة إلى السلطة المختصة',
    ru: 'Переадресация',
    zh: '转至主管机关',
  },
  about: {
    en: 'Another authority is competent; says which, and whether the request was passed on.',
    fr: 'Une autre autorité est compétente ; indique laquelle et si la demande lui a été transmise.',
    es: 'Es competente otra autoridad; indica cuál y si se le ha remitido la solicitud.',
    ar: 'سلطة أخرى هي المختصة؛ يبيّن أيها وهل أحيل الطلب إليها.',
    ru: 'Компетентен другой орган; указывается, какой и передана ли ему просьба.',
    zh: '另有主管机关；说明是哪一机关以及请求是否已转交。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Competent authority',
        fr: 'Autorité compétente',
        es: 'Autoridad competente',
        ar: 'السلطة المختصة',
        ru: 'Компетентный орган',
        zh: '主管机关',
      },
      fields: [
        date,
        {
          name: 'authority',
          type: 'text',
          label: {
            en: 'Id of the authority',
            fr: 'Identifiant de l’autorité',
            es: 'Identificador de la autoridad',
            ar: 'معرّف السلطة',
            ru: 'Идентификатор органа',
            zh: '机关标识',
          },
          help: authorityIdHelp,
          format: 'authority',
          width: 'half',
          max: 64,
        },
        {
          name: 'authorityName',
          type: 'text',
          label: {
            en: 'Name of the authority',
            fr: 'Dénomination de l’autorité',
            es: 'Denominación de la autoridad',
            ar: 'اسم السلطة',
            ru: 'Наименование органа',
            zh: '机关名称',
          },
          max: 300,
        },
        {
          name: 'forwarded',
          type: 'flag',
          label: {
            en: 'The request has been passed on',
            fr: 'La demande a été transmise',
            es: 'La solicitud ha sido remitida',
            ar: 'أحيل الطلب',
            ru: 'Просьба передана',
            zh: '请求已转交',
          },
          width: 'half',
        },
        reasons,
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'date', severity: 'must' },
    {
      rule: 'one-of',
      paths: ['authority', 'authorityName'],
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (13)' },
    },
    {
      rule: 'required',
      path: 'forwarded',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (13)' },
    },
    { rule: 'required', path: 'reasons', severity: 'should' },
  ],
}
