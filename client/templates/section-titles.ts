import type { Text } from './format.js'

/** What sections of several templates are headed by. */
export const sectionTitles = {
  proceeding: {
    en: 'Proceeding',
    fr: 'Procédure',
    es: 'Proceso',
    ar: 'الإجراءات',
    ru: 'Производство',
    zh: '诉讼程序',
  },
  termsAndContact: {
    en: 'Terms, languages and contact',
    fr: 'Conditions, langues et contact',
    es: 'Condiciones, idiomas y contacto',
    ar: 'الشروط واللغات وجهة الاتصال',
    ru: 'Условия, языки и контакты',
    zh: '条件、语文和联系方式',
  },
  request: {
    en: 'Request',
    fr: 'Demande',
    es: 'Solicitud',
    ar: 'الطلب',
    ru: 'Просьба',
    zh: '请求',
  },
  languagesAndContact: {
    en: 'Languages and contact',
    fr: 'Langues et contact',
    es: 'Idiomas y contacto',
    ar: 'اللغات وجهة الاتصال',
    ru: 'Языки и контакты',
    zh: '语文和联系方式',
  },
  formalities: {
    en: 'Languages, attachments and contact',
    fr: 'Langues, pièces jointes et contact',
    es: 'Idiomas, documentos adjuntos y contacto',
    ar: 'اللغات والمرفقات وجهة الاتصال',
    ru: 'Языки, приложения и контакты',
    zh: '语文、附件和联系方式',
  },
  decision: {
    en: 'Decision',
    fr: 'Décision',
    es: 'Decisión',
    ar: 'القرار',
    ru: 'Решение',
    zh: '决定',
  },
} satisfies Record<string, Text>
