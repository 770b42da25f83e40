import type { Field } from '../format.js'

export const basisOfCustody: Field = {
  name: 'basis',
  type: 'choice',
  label: {
    en: 'The person is',
    fr: 'La personne est',
    es: 'La persona está',
    ar: 'الشخص',
    ru: 'Лицо',
    zh: '该人',
  },
  width: 'half',
  options: [
    {
      value: 'accused',
      label: {
        en: 'Accused, wanted for prosecution',
        fr: 'Poursuivie, réclamée aux fins de poursuites',
        es: 'Acusada, reclamada para enjuiciamiento',
        ar: 'متهم مطلوب للمحاكمة',
        ru: 'Обвиняется, требуется для преследования',
        zh: '被告人，为起诉而请求',
      },
    },
    {
      value: 'convicted',
      label: {
        en: 'Convicted, wanted to serve a sentence',
        fr: 'Condamnée, réclamée aux fins d’exécution',
        es: 'Condenada, reclamada para cumplir la pena',
        ar: 'محكوم عليه مطلوب لتنفيذ العقوبة',
        ru: 'Осуждено, требуется для отбывания наказания',
        zh: '已定罪，为执行刑罚而请求',
      },
    },
    {
      value: 'convicted-not-sentenced',
      label: {
        en: 'Convicted, not sentenced yet',
        fr: 'Reconnue coupable, peine non encore prononcée',
        es: 'Declarada culpable, aún sin pena',
        ar: 'مدان لم تصدر عقوبته بعد',
        ru: 'Признано виновным, наказание ещё не назначено',
        zh: '已定罪，尚未判刑',
      },
    },
  ],
}
