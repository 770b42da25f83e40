import type { Template } from '../format.js'
import { reasons, replyBy } from '../fields/answer-fields.js'
import { transferRecipient, transferred } from '../fields/transfer.js'

export const transferRequest: Template = {
  id: 'transfer-request',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Request for consent to onward transfer',
    fr: 'Demande d’accord à une transmission ultérieure',
    es: 'Solicitud de consentimiento para la transmisión ulterior',
    ar: 'طلب الموافقة على النقل إلى جهة أخرى',
    ru: 'Запрос согласия на дальнейшую передачу',
    zh: '再次转交同意请求',
  },
  about: {
    en: 'Asks the sender of a package to let it be passed on to a further authority.',
    fr: 'Demande à l’expéditeur d’un envoi l’autorisation de le transmettre à une autre autorité.',
    es: 'Pide al remitente de un envío que permita transmitirlo a otra autoridad.',
    ar: 'يطلب من مرسل طرد السماح بنقله إلى سلطة أخرى.',
    ru: 'Просит отправителя пакета разрешить его передачу другому органу.',
    zh: '请求包的发件方允许将其转交另一机关。',
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
      fields: [transferred, transferRecipient, reasons, replyBy],
    },
  ],
  rules: [
    { rule: 'required', path: 'package', severity: 'must' },
    { rule: 'required', path: 'recipient', severity: 'must' },
    { rule: 'required', path: 'reasons', severity: 'must' },
  ],
}
