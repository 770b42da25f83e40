import type { Field } from '../format.js'

export const custodian: Field = {
  name: 'custodian',
  type: 'group',
  label: {
    en: 'Custodian of the data',
    fr: 'Détenteur des données',
    es: 'Custodio de los datos',
    ar: 'الجهة الحائزة للبيانات',
    ru: 'Держатель данных',
    zh: '数据保管方',
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: {
        en: 'Service provider or person',
        fr: 'Fournisseur de services ou personne',
        es: 'Proveedor de servicios o persona',
        ar: 'مقدم الخدمة أو الشخص',
        ru: 'Поставщик услуг или лицо',
        zh: '服务提供者或个人',
      },
      width: 'half',
      max: 300,
    },
    {
      name: 'address',
      type: 'text',
      label: {
        en: 'Address',
        fr: 'Adresse',
        es: 'Dirección',
        ar: 'العنوان',
        ru: 'Адрес',
        zh: '地址',
      },
      width: 'half',
      max: 500,
    },
    {
      name: 'system',
      type: 'text',
      label: {
        en: 'Location of the computer system',
        fr: 'Emplacement du système informatique',
        es: 'Ubicación del sistema informático',
        ar: 'موقع المنظومة الحاسوبية',
        ru: 'Местонахождение компьютерной системы',
        zh: '计算机系统所在地',
      },
      max: 500,
    },
  ],
}
