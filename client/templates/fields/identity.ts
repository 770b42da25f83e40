import type { Field, Option } from '../format.js'

export const aliases: Field = {
  name: 'aliases',
  type: 'text',
  label: {
    en: 'Aliases',
    fr: 'Alias',
    es: 'Alias',
    ar: 'الأسماء المستعارة',
    ru: 'Другие имена',
    zh: '别名',
  },
  width: 'half',
  repeat: { min: 0, max: 30 },
  max: 300,
}

export const transliterations: Field = {
  name: 'transliterations',
  type: 'text',
  label: {
    en: 'Other spellings',
    fr: 'Autres graphies',
    es: 'Otras grafías',
    ar: 'صيغ أخرى لكتابة الاسم',
    ru: 'Варианты написания',
    zh: '其他拼写',
  },
  width: 'half',
  repeat: { min: 0, max: 10 },
  max: 300,
}

export const nationalities: Field = {
  name: 'nationalities',
  type: 'state',
  label: {
    en: 'Nationalities',
    fr: 'Nationalités',
    es: 'Nacionalidades',
    ar: 'الجنسيات',
    ru: 'Гражданство',
    zh: '国籍',
  },
  width: 'half',
  repeat: { min: 0, max: 10 },
}

export const sexes: Option[] = [
  {
    value: 'female',
    label: {
      en: 'Female',
      fr: 'Féminin',
      es: 'Femenino',
      ar: 'أنثى',
      ru: 'Женский',
      zh: '女',
    },
  },
  {
    value: 'male',
    label: {
      en: 'Male',
      fr: 'Masculin',
      es: 'Masculino',
      ar: 'ذكر',
      ru: 'Мужской',
      zh: '男',
    },
  },
  {
    value: 'unspecified',
    label: {
      en: 'Not stated',
      fr: 'Non précisé',
      es: 'No especificado',
      ar: 'غير محدد',
      ru: 'Не указан',
      zh: '未注明',
    },
  },
]
