import type { Field } from '../format.js'

export const teamMembers: Field = {
  name: 'members',
  type: 'group',
  label: {
    en: 'Members',
    fr: 'Membres',
    es: 'Miembros',
    ar: 'الأعضاء',
    ru: 'Члены',
    zh: '成员',
  },
  repeat: { min: 0, max: 50 },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', fr: 'Nom', es: 'Nombre', ar: 'الاسم', ru: 'Имя', zh: '姓名' },
      width: 'third',
      max: 200,
    },
    {
      name: 'authority',
      type: 'text',
      label: {
        en: 'Authority',
        fr: 'Autorité',
        es: 'Autoridad',
        ar: 'السلطة',
        ru: 'Орган',
        zh: '机关',
      },
      width: 'third',
      max: 300,
    },
    {
      name: 'function',
      type: 'text',
      label: {
        en: 'Function in the team',
        fr: 'Fonction dans l’équipe',
        es: 'Función en el equipo',
        ar: 'الوظيفة في الفريق',
        ru: 'Функция в группе',
        zh: '组内职务',
      },
      width: 'third',
      max: 200,
    },
  ],
}
