import type { Field } from '../format.js'

export const reference: Field = {
  name: 'reference',
  type: 'text',
  label: {
    en: 'Own reference',
    fr: 'Référence de l’autorité',
    es: 'Referencia propia',
    ar: 'المرجع الخاص بالسلطة',
    ru: 'Собственный номер дела',
    zh: '本方编号',
  },
  help: {
    en: 'By which your authority finds this matter again.',
    fr: 'Numéro sous lequel votre autorité retrouve cette affaire.',
    es: 'Número con el que su autoridad localiza este asunto.',
    ar: 'الرقم الذي تعثر به سلطتكم على هذه المسألة مجددا.',
    ru: 'Номер, по которому ваш орган найдёт это дело.',
    zh: '贵机关据以查找本事项的编号。',
  },
  width: 'half',
  max: 120,
}

export const conductingAuthority: Field = {
  name: 'conductingAuthority',
  type: 'group',
  label: {
    en: 'Authority conducting the proceeding',
    fr: 'Autorité chargée de la procédure',
    es: 'Autoridad a cargo del proceso',
    ar: 'السلطة القائمة بالإجراءات',
    ru: 'Орган, ведущий производство',
    zh: '办理案件的机关',
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: {
        en: 'Name',
        fr: 'Dénomination',
        es: 'Denominación',
        ar: 'الاسم',
        ru: 'Наименование',
        zh: '名称',
      },
      max: 300,
    },
    {
      name: 'functions',
      type: 'text',
      label: {
        en: 'Functions',
        fr: 'Attributions',
        es: 'Funciones',
        ar: 'الاختصاصات',
        ru: 'Функции',
        zh: '职能',
      },
      max: 500,
    },
    {
      name: 'caseNumbers',
      type: 'text',
      label: {
        en: 'Case numbers',
        fr: 'Numéros de dossier',
        es: 'Números de expediente',
        ar: 'أرقام القضايا',
        ru: 'Номера дел',
        zh: '案件编号',
      },
      width: 'half',
      repeat: { min: 0, max: 20 },
      max: 120,
    },
    {
      name: 'officer',
      type: 'text',
      label: {
        en: 'Official in charge',
        fr: 'Agent responsable',
        es: 'Funcionario encargado',
        ar: 'الموظف المسؤول',
        ru: 'Ответственное должностное лицо',
        zh: '负责官员',
      },
      width: 'half',
      max: 200,
    },
  ],
}

export const stage: Field = {
  name: 'stage',
  type: 'choice',
  label: {
    en: 'Stage of the proceeding',
    fr: 'Stade de la procédure',
    es: 'Fase del proceso',
    ar: 'مرحلة الإجراءات',
    ru: 'Стадия производства',
    zh: '诉讼阶段',
  },
  width: 'half',
  options: [
    {
      value: 'investigation',
      label: {
        en: 'Investigation',
        fr: 'Enquête ou instruction',
        es: 'Investigación',
        ar: 'التحقيق',
        ru: 'Расследование',
        zh: '侦查',
      },
    },
    {
      value: 'prosecution',
      label: {
        en: 'Prosecution',
        fr: 'Poursuites',
        es: 'Acusación',
        ar: 'الملاحقة القضائية',
        ru: 'Уголовное преследование',
        zh: '起诉',
      },
    },
    {
      value: 'trial',
      label: {
        en: 'Trial',
        fr: 'Jugement',
        es: 'Juicio',
        ar: 'المحاكمة',
        ru: 'Судебное разбирательство',
        zh: '审判',
      },
    },
    {
      value: 'appeal',
      label: {
        en: 'Appeal',
        fr: 'Recours',
        es: 'Recurso',
        ar: 'الطعن',
        ru: 'Обжалование',
        zh: '上诉',
      },
    },
    {
      value: 'enforcement',
      label: {
        en: 'Enforcement of a judgment',
        fr: 'Exécution d’une décision',
        es: 'Ejecución de sentencia',
        ar: 'تنفيذ حكم',
        ru: 'Исполнение приговора',
        zh: '判决执行',
      },
    },
  ],
}

export const subjectMatter: Field = {
  name: 'subjectMatter',
  type: 'lines',
  label: {
    en: 'Subject matter and nature of the proceeding',
    fr: 'Objet et nature de la procédure',
    es: 'Objeto y naturaleza del proceso',
    ar: 'موضوع الإجراءات وطبيعتها',
    ru: 'Предмет и характер производства',
    zh: '诉讼的事由和性质',
  },
  max: 4000,
}
