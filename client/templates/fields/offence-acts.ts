import type { Field } from '../format.js'

export const offenceActs: Field = {
  name: 'act',
  type: 'group',
  label: {
    en: 'Acts alleged',
    fr: 'Faits reprochés',
    es: 'Hechos imputados',
    ar: 'الأفعال المنسوبة',
    ru: 'Вменяемые деяния',
    zh: '被指控的行为',
  },
  fields: [
    {
      name: 'description',
      type: 'lines',
      label: {
        en: 'Description of the acts or omissions',
        fr: 'Description des actes ou omissions',
        es: 'Descripción de los actos u omisiones',
        ar: 'وصف الأفعال أو أوجه الامتناع',
        ru: 'Описание действий или бездействия',
        zh: '作为或不作为的说明',
      },
      max: 50000,
    },
    {
      name: 'date',
      type: 'text',
      label: {
        en: 'Time',
        fr: 'Date et heure',
        es: 'Fecha y hora',
        ar: 'الزمان',
        ru: 'Время',
        zh: '时间',
      },
      width: 'half',
      max: 120,
    },
    {
      name: 'place',
      type: 'text',
      label: { en: 'Place', fr: 'Lieu', es: 'Lugar', ar: 'المكان', ru: 'Место', zh: '地点' },
      width: 'half',
      max: 500,
    },
    {
      name: 'jurisdiction',
      type: 'lines',
      label: {
        en: 'Jurisdiction of the requesting State',
        fr: 'Compétence de l’État requérant',
        es: 'Jurisdicción del Estado requirente',
        ar: 'الولاية القضائية للدولة الطالبة',
        ru: 'Юрисдикция запрашивающего государства',
        zh: '请求国的管辖权',
      },
      max: 4000,
    },
  ],
}
