import type { Template } from '../format.js'
import { reasons } from '../fields/answer-fields.js'

export const forwarding: Template = {
  id: 'forwarding',
  version: 1,
  kind: 'notice',
  title: {
    en: 'Forwarded package',
    fr: 'Envoi transmis',
    es: 'Envío remitido',
    ar: 'طرد محال',
    ru: 'Пересланный пакет',
    zh: '转递的包',
  },
  about: {
    en: 'Passes a package on to a further authority, unaltered and with its proof.',
    fr: 'Transmet un envoi à une autre autorité, inchangé et accompagné de sa preuve.',
    es: 'Remite un envío a otra autoridad, inalterado y con su prueba.',
    ar: 'ينقل طردا إلى سلطة أخرى دون تغيير ومعه إثباته.',
    ru: 'Передаёт пакет другому органу без изменений и с его доказательством.',
    zh: '将包原样连同其证明转递另一机关。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Original',
        fr: 'Original',
        es: 'Original',
        ar: 'الأصل',
        ru: 'Оригинал',
        zh: '原件',
      },
      fields: [
        {
          name: 'originalPackage',
          type: 'text',
          label: {
            en: 'Package that is passed on',
            fr: 'Envoi transmis d’origine',
            es: 'Envío que se remite',
            ar: 'الطرد المحال',
            ru: 'Пересылаемый пакет',
            zh: '被转递的包',
          },
          format: 'package',
          width: 'half',
          max: 36,
        },
        {
          name: 'originalHeader',
          type: 'text',
          label: {
            en: 'Digest of its header',
            fr: 'Empreinte de son en-tête',
            es: 'Resumen de su cabecera',
            ar: 'بصمة ترويسته',
            ru: 'Хэш его заголовка',
            zh: '其首部摘要',
          },
          width: 'full',
          max: 64,
        },
        {
          name: 'originalSender',
          type: 'text',
          label: {
            en: 'Authority that sent it',
            fr: 'Autorité expéditrice',
            es: 'Autoridad que lo envió',
            ar: 'السلطة المرسلة',
            ru: 'Отправивший орган',
            zh: '发送机关',
          },
          width: 'half',
          max: 64,
        },
        {
          name: 'approval',
          type: 'text',
          label: {
            en: 'Package that gives leave to pass it on',
            fr: 'Envoi qui autorise la transmission',
            es: 'Envío que autoriza la transmisión',
            ar: 'الطرد الذي يسمح بالنقل',
            ru: 'Пакет, разрешающий передачу',
            zh: '准许转交的包',
          },
          format: 'package',
          width: 'half',
          max: 36,
        },
        reasons,
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'originalPackage', severity: 'must' },
    { rule: 'required', path: 'originalHeader', severity: 'must' },
    { rule: 'required', path: 'originalSender', severity: 'must' },
    { rule: 'required', path: 'reasons', severity: 'must' },
  ],
}
