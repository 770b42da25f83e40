import type { Field } from '../format.js'

export const registerEntries: Field = {
  name: 'entries',
  type: 'text',
  label: {
    en: 'Entries of the register',
    fr: 'Inscriptions au registre',
    es: 'Asientos del registro',
    ar: 'قيود السجل',
    ru: 'Записи реестра',
    zh: '登记簿条目',
  },
  help: {
    en: 'Their ids, as the register of the case shows them.',
    fr: 'Leurs identifiants, tels que le registre de l’affaire les indique.',
    es: 'Sus identificadores, como los muestra el registro del caso.',
    ar: 'معرّفاتها كما ترد في سجل القضية.',
    ru: 'Их идентификаторы, как они указаны в реестре дела.',
    zh: '其标识，见案件登记簿。',
  },
  repeat: { min: 1, max: 100 },
  max: 60,
}
