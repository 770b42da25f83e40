import type { Field } from '../format.js'

export const assurances: Field = {
  name: 'assurances',
  type: 'group',
  label: {
    en: 'Assurances offered',
    fr: 'Assurances données',
    es: 'Garantías ofrecidas',
    ar: 'الضمانات المقدمة',
    ru: 'Предоставляемые заверения',
    zh: '所作保证',
  },
  repeat: { min: 0, max: 20 },
  fields: [
    {
      name: 'kind',
      type: 'choice',
      label: {
        en: 'Kind of assurance',
        fr: 'Nature de l’assurance',
        es: 'Clase de garantía',
        ar: 'نوع الضمان',
        ru: 'Вид заверения',
        zh: '保证种类',
      },
      width: 'half',
      options: [
        {
          value: 'death-penalty',
          label: {
            en: 'Death penalty not imposed or not carried out',
            fr: 'Peine de mort non prononcée ou non exécutée',
            es: 'Pena de muerte no impuesta o no ejecutada',
            ar: 'عدم توقيع عقوبة الإعدام أو عدم تنفيذها',
            ru: 'Неназначение или неприменение смертной казни',
            zh: '不判处或不执行死刑',
          },
        },
        {
          value: 'no-torture',
          label: {
            en: 'No torture or ill-treatment',
            fr: 'Absence de torture ou de mauvais traitements',
            es: 'Ausencia de tortura o malos tratos',
            ar: 'عدم التعذيب أو إساءة المعاملة',
            ru: 'Недопущение пыток и жестокого обращения',
            zh: '不施以酷刑或虐待',
          },
        },
        {
          value: 'fair-trial',
          label: {
            en: 'Fair trial',
            fr: 'Procès équitable',
            es: 'Juicio imparcial',
            ar: 'محاكمة عادلة',
            ru: 'Справедливое судебное разбирательство',
            zh: '公正审判',
          },
        },
        {
          value: 'specialty',
          label: {
            en: 'Rule of specialty',
            fr: 'Règle de la spécialité',
            es: 'Principio de especialidad',
            ar: 'قاعدة التخصيص',
            ru: 'Правило специальности',
            zh: '特定性原则',
          },
        },
        {
          value: 'non-refoulement',
          label: {
            en: 'Non-refoulement',
            fr: 'Non-refoulement',
            es: 'No devolución',
            ar: 'عدم الإعادة القسرية',
            ru: 'Недопущение принудительного возвращения',
            zh: '不推回',
          },
        },
        {
          value: 'reciprocity',
          label: {
            en: 'Reciprocity',
            fr: 'Réciprocité',
            es: 'Reciprocidad',
            ar: 'المعاملة بالمثل',
            ru: 'Взаимность',
            zh: '互惠',
          },
        },
        {
          value: 'safe-conduct',
          label: {
            en: 'Safe conduct',
            fr: 'Sauf-conduit',
            es: 'Salvoconducto',
            ar: 'عدم التعرض',
            ru: 'Гарантия неприкосновенности',
            zh: '安全保障',
          },
        },
        {
          value: 'return',
          label: {
            en: 'Return of the person or the objects',
            fr: 'Restitution de la personne ou des objets',
            es: 'Devolución de la persona o los objetos',
            ar: 'إعادة الشخص أو الأشياء',
            ru: 'Возвращение лица или предметов',
            zh: '送还人员或物品',
          },
        },
        {
          value: 'retrial',
          label: {
            en: 'Retrial after judgment in absentia',
            fr: 'Nouveau procès après jugement par défaut',
            es: 'Nuevo juicio tras sentencia en rebeldía',
            ar: 'إعادة المحاكمة بعد حكم غيابي',
            ru: 'Новое рассмотрение после заочного приговора',
            zh: '缺席判决后重审',
          },
        },
        {
          value: 'other',
          label: { en: 'Other', fr: 'Autre', es: 'Otra', ar: 'ضمان آخر', ru: 'Иное', zh: '其他' },
        },
      ],
    },
    {
      name: 'text',
      type: 'lines',
      label: { en: 'Text', fr: 'Texte', es: 'Texto', ar: 'النص', ru: 'Текст', zh: '内容' },
      max: 4000,
    },
    {
      name: 'authority',
      type: 'text',
      label: {
        en: 'Authority that gives it',
        fr: 'Autorité qui la donne',
        es: 'Autoridad que la otorga',
        ar: 'السلطة التي تقدمه',
        ru: 'Орган, дающий заверение',
        zh: '作出保证的机关',
      },
      max: 300,
    },
  ],
}
