import type { Field } from '../format.js'
import { authorityIdHelp } from './authority-id.js'

export const transferred: Field = {
  name: 'package',
  type: 'text',
  format: 'package',
  label: {
    en: 'Package to be passed on',
    fr: 'Envoi à transmettre',
    es: 'Envío que se transmitirá',
    ar: 'الطرد المراد نقله',
    ru: 'Передаваемый пакет',
    zh: '拟转交的包',
  },
  width: 'half',
  max: 36,
}

export const transferRecipient: Field = {
  name: 'recipient',
  type: 'text',
  label: {
    en: 'Id of the authority that is to have it',
    fr: 'Identifiant de l’autorité destinataire',
    es: 'Identificador de la autoridad destinataria',
    ar: 'معرّف السلطة التي ستتلقاه',
    ru: 'Идентификатор органа-получателя',
    zh: '接收机关标识',
  },
  help: authorityIdHelp,
  format: 'authority',
  width: 'half',
  max: 64,
}
