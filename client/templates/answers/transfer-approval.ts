import type { Template } from '../format.js'
import { reasons } from '../fields/answer-fields.js'
import { transferRecipient, transferred } from '../fields/transfer.js'

export const transferApproval: Template = {
  id: 'transfer-approval',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Decision on onward transfer',
    fr: 'Décision sur la transmission ultérieure',
    es: 'Decisión sobre la transmisión ulterior',
    ar: 'القرار بشأن النقل إلى جهة أخرى',
    ru: 'Решение о дальнейшей передаче',
    zh: '再次转交决定',
  },
  about: {
    en: 'Lets a package be passed on to one further authority, or does not.',
    fr: 'Autorise, ou non, la transmission d’un envoi à une autre autorité.',
    es: 'Permite, o no, transmitir un envío a otra autoridad.',
    ar: 'يسمح بنقل طرد إلى سلطة أخرى واحدة أو لا يسمح.',
    ru: 'Разрешает или не разрешает передать пакет другому органу.',
    zh: '允许或不允许将包转交另一机关。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Onward transfer',
        fr: 'Transmission ultérieure',
        es: 'Transmisión ulterior',
        ar: 'النقل إلى جهة أخرى',
        ru: 'Дальнейшая передача',
        zh: '再次转交',
      },
      fields: [
        {
          name: 'approved',
          type: 'flag',
          label: {
            en: 'It may be passed on',
            fr: 'La transmission est autorisée',
            es: 'Puede transmitirse',
            ar: 'يُسمح بنقله',
            ru: 'Передача разрешена',
            zh: '允许转交',
          },
          width: 'half',
        },
        transferred,
        transferRecipient,
        {
          name: 'until',
          type: 'date',
          label: {
            en: 'Until',
            fr: 'Jusqu’au',
            es: 'Hasta',
            ar: 'حتى',
            ru: 'До',
            zh: '截止',
          },
          width: 'half',
        },
        {
          name: 'terms',
          type: 'lines',
          label: {
            en: 'Terms',
            fr: 'Modalités',
            es: 'Condiciones',
            ar: 'الشروط',
            ru: 'Условия',
            zh: '条件',
          },
          max: 4000,
        },
        reasons,
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'approved', severity: 'must' },
    { rule: 'required', path: 'package', severity: 'must' },
    { rule: 'required', path: 'recipient', severity: 'must' },
    { rule: 'ahead', path: 'until', severity: 'should' },
    { rule: 'required', path: 'reasons', severity: 'must', when: { path: 'approved', is: false } },
  ],
}
