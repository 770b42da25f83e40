import type { Template } from '../format.js'
import { reasons } from '../fields/answer-fields.js'

export const correction: Template = {
  id: 'correction',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Correction of information',
    fr: 'Rectification d’informations',
    es: 'Rectificación de información',
    ar: 'تصحيح معلومات',
    ru: 'Исправление информации',
    zh: '更正资料',
  },
  about: {
    en: 'Information that was sent is wrong; it is to be corrected wherever it was kept or passed on.',
    fr: 'Des informations transmises sont inexactes ; elles sont à rectifier partout où elles ont été conservées ou communiquées.',
    es: 'La información enviada es inexacta; debe rectificarse dondequiera que se haya conservado o transmitido.',
    ar: 'المعلومات المرسلة غير صحيحة؛ يتعين تصحيحها حيثما حُفظت أو نُقلت.',
    ru: 'Переданная информация неверна; её следует исправить везде, где она хранится или куда передана.',
    zh: '所发资料有误；凡保存或转交之处均应更正。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Corrections',
        fr: 'Rectifications',
        es: 'Rectificaciones',
        ar: 'التصحيحات',
        ru: 'Исправления',
        zh: '更正',
      },
      fields: [
        {
          name: 'corrections',
          type: 'group',
          label: {
            en: 'Corrections',
            fr: 'Rectifications',
            es: 'Rectificaciones',
            ar: 'التصحيحات',
            ru: 'Исправления',
            zh: '更正',
          },
          repeat: { min: 1, max: 50 },
          fields: [
            {
              name: 'what',
              type: 'lines',
              label: {
                en: 'What was said',
                fr: 'Ce qui a été indiqué',
                es: 'Lo que se indicó',
                ar: 'ما ورد',
                ru: 'Что было сообщено',
                zh: '原内容',
              },
              max: 4000,
            },
            {
              name: 'instead',
              type: 'lines',
              label: {
                en: 'What is correct',
                fr: 'Ce qui est exact',
                es: 'Lo correcto',
                ar: 'الصحيح',
                ru: 'Как правильно',
                zh: '正确内容',
              },
              max: 4000,
            },
          ],
        },
        {
          name: 'package',
          type: 'text',
          label: {
            en: 'Package that is corrected',
            fr: 'Envoi rectifié',
            es: 'Envío rectificado',
            ar: 'الطرد المصحح',
            ru: 'Исправляемый пакет',
            zh: '被更正的包',
          },
          width: 'half',
          max: 36,
          format: 'package',
        },
        reasons,
        {
          name: 'notifyRecipients',
          type: 'flag',
          label: {
            en: 'Recipients of onward transfers are to be told',
            fr: 'Les destinataires de transmissions ultérieures sont à informer',
            es: 'Debe informarse a los destinatarios de transmisiones ulteriores',
            ar: 'يتعين إبلاغ من نُقلت إليهم المعلومات',
            ru: 'Следует уведомить тех, кому информация передана далее',
            zh: '应通知后续转交的接收方',
          },
        },
      ],
    },
  ],
  rules: [
    {
      rule: 'required',
      path: 'corrections',
      severity: 'must',
      source: { instrument: 'budapest-2', article: '14 (4)' },
    },
    { rule: 'required', path: 'corrections.*.what', severity: 'must' },
    { rule: 'required', path: 'corrections.*.instead', severity: 'must' },
    { rule: 'required', path: 'package', severity: 'should' },
    { rule: 'required', path: 'reasons', severity: 'should' },
  ],
}
