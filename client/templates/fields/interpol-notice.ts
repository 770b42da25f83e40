import type { Field } from '../format.js'

export const interpolNotice: Field = {
  name: 'interpolNotice',
  type: 'text',
  label: {
    en: 'INTERPOL notice or diffusion',
    fr: 'Notice ou diffusion INTERPOL',
    es: 'Notificación o difusión de INTERPOL',
    ar: 'نشرة الإنتربول أو تعميمه',
    ru: 'Уведомление или сообщение Интерпола',
    zh: '国际刑警组织通报',
  },
  width: 'half',
  max: 60,
}
