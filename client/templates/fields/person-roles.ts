import type { Field } from '../format.js'

export const personRoles: Field = {
  name: 'role',
  type: 'choice',
  label: {
    en: 'Role',
    fr: 'Qualité',
    es: 'Calidad',
    ar: 'الصفة',
    ru: 'Процессуальное положение',
    zh: '身份',
  },
  width: 'half',
  options: [
    {
      value: 'suspect',
      label: {
        en: 'Suspect',
        fr: 'Suspect',
        es: 'Sospechoso',
        ar: 'مشتبه به',
        ru: 'Подозреваемый',
        zh: '犯罪嫌疑人',
      },
    },
    {
      value: 'accused',
      label: {
        en: 'Accused',
        fr: 'Prévenu ou accusé',
        es: 'Acusado',
        ar: 'متهم',
        ru: 'Обвиняемый',
        zh: '被告人',
      },
    },
    {
      value: 'convicted',
      label: {
        en: 'Convicted person',
        fr: 'Condamné',
        es: 'Condenado',
        ar: 'محكوم عليه',
        ru: 'Осуждённый',
        zh: '被判刑人',
      },
    },
    {
      value: 'witness',
      label: {
        en: 'Witness',
        fr: 'Témoin',
        es: 'Testigo',
        ar: 'شاهد',
        ru: 'Свидетель',
        zh: '证人',
      },
    },
    {
      value: 'victim',
      label: {
        en: 'Victim',
        fr: 'Victime',
        es: 'Víctima',
        ar: 'ضحية',
        ru: 'Потерпевший',
        zh: '被害人',
      },
    },
    {
      value: 'expert',
      label: { en: 'Expert', fr: 'Expert', es: 'Perito', ar: 'خبير', ru: 'Эксперт', zh: '鉴定人' },
    },
    {
      value: 'legal-person',
      label: {
        en: 'Legal person',
        fr: 'Personne morale',
        es: 'Persona jurídica',
        ar: 'شخص اعتباري',
        ru: 'Юридическое лицо',
        zh: '法人',
      },
    },
    {
      value: 'other',
      label: { en: 'Other', fr: 'Autre', es: 'Otra', ar: 'صفة أخرى', ru: 'Иное', zh: '其他' },
    },
  ],
}
