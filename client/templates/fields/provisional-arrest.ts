import type { Field } from '../format.js'

export const provisionalArrest: Field = {
  name: 'provisionalArrest',
  type: 'group',
  label: {
    en: 'Provisional arrest',
    fr: 'Arrestation provisoire',
    es: 'Detención provisional',
    ar: 'التوقيف المؤقت',
    ru: 'Временный арест',
    zh: '临时逮捕',
  },
  fields: [
    {
      name: 'made',
      type: 'flag',
      label: {
        en: 'Provisional arrest was asked for',
        fr: 'L’arrestation provisoire a été demandée',
        es: 'Se solicitó la detención provisional',
        ar: 'طُلب التوقيف المؤقت',
        ru: 'Запрашивался временный арест',
        zh: '已请求临时逮捕',
      },
      width: 'half',
    },
    {
      name: 'arrestedOn',
      type: 'date',
      label: {
        en: 'Arrested on',
        fr: 'Arrêtée le',
        es: 'Detenida el',
        ar: 'تاريخ التوقيف',
        ru: 'Дата ареста',
        zh: '逮捕日期',
      },
      width: 'half',
      when: { path: '.made', is: true },
    },
    {
      name: 'reference',
      type: 'text',
      label: {
        en: 'Reference of that request',
        fr: 'Référence de cette demande',
        es: 'Referencia de esa solicitud',
        ar: 'مرجع ذلك الطلب',
        ru: 'Номер этой просьбы',
        zh: '该请求编号',
      },
      width: 'half',
      when: { path: '.made', is: true },
      max: 120,
    },
  ],
}
