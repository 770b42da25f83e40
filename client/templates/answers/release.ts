import type { Template } from '../format.js'
import { date, reasons } from '../fields/answer-fields.js'
import { registerEntries } from '../fields/register-entries.js'

export const release: Template = {
  id: 'release',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Release from obligations',
    fr: 'Mainlevée d’engagements',
    es: 'Exención de obligaciones',
    ar: 'الإعفاء من الالتزامات',
    ru: 'Освобождение от обязательств',
    zh: '义务解除',
  },
  about: {
    en: 'Releases the other side from assurances, conditions or limits that are owed to the sender.',
    fr: 'Libère l’autre partie d’assurances, de conditions ou de limites dues à l’expéditeur.',
    es: 'Exime a la otra parte de garantías, condiciones o límites debidos al remitente.',
    ar: 'يعفي الطرف الآخر من ضمانات أو شروط أو حدود مستحقة للمرسل.',
    ru: 'Освобождает другую сторону от заверений, условий или ограничений, данных отправителю.',
    zh: '解除对方对发件方承担的保证、条件或限制。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Release',
        fr: 'Mainlevée',
        es: 'Exención',
        ar: 'الإعفاء',
        ru: 'Освобождение',
        zh: '解除',
      },
      fields: [registerEntries, date, reasons],
    },
  ],
  rules: [
    { rule: 'required', path: 'entries', severity: 'must' },
    { rule: 'required', path: 'date', severity: 'must' },
  ],
}
