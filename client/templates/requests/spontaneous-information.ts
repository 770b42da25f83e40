import type { Template } from '../format.js'
import { accuracy } from '../fields/accuracy.js'
import { confidentiality } from '../fields/confidentiality.js'
import { attachments, contactPoint, languages } from '../fields/formalities.js'
import { grading } from '../fields/grading.js'
import { legalBasis } from '../fields/legal-basis.js'
import { permittedUses } from '../fields/permitted-uses.js'
import { persons } from '../fields/persons.js'
import { reference } from '../fields/proceeding.js'
import { releasedAs } from '../fields/released-as.js'
import { dataProtection, limitsOfUse } from '../fields/terms.js'
import { travel } from '../fields/travel.js'
import { spontaneousInformationRules } from '../rules/spontaneous-information.js'

export const spontaneousInformation: Template = {
  id: 'spontaneous-information',
  version: 1,
  kind: 'notice',
  title: {
    en: 'Spontaneous information',
    fr: 'Communication spontanée d’informations',
    es: 'Información espontánea',
    ar: 'معلومات مقدمة تلقائيا',
    ru: 'Информация, предоставляемая по собственной инициативе',
    zh: '主动提供资料',
  },
  about: {
    en: 'Passes information on without a request, such as on a foreign terrorist fighter.',
    fr: 'Communique des informations sans demande préalable, par exemple sur un combattant terroriste étranger.',
    es: 'Transmite información sin solicitud previa, por ejemplo sobre un combatiente terrorista extranjero.',
    ar: 'ينقل معلومات دون طلب مسبق، مثلا عن مقاتل إرهابي أجنبي.',
    ru: 'Передаёт информацию без запроса, например об иностранном боевике-террористе.',
    zh: '在未经请求的情况下提供资料，例如关于外国恐怖主义作战人员的资料。',
  },
  sections: [
    {
      id: 'basis',
      title: {
        en: 'Basis and source',
        fr: 'Fondement et source',
        es: 'Fundamento y fuente',
        ar: 'الأساس والمصدر',
        ru: 'Основание и источник',
        zh: '依据和来源',
      },
      fields: [
        legalBasis,
        reference,
        {
          name: 'originator',
          type: 'text',
          label: {
            en: 'Originator',
            fr: 'Service d’origine',
            es: 'Origen',
            ar: 'الجهة المصدرة',
            ru: 'Источник происхождения',
            zh: '提供方',
          },
          width: 'half',
          max: 300,
        },
        grading,
        accuracy,
        {
          name: 'information',
          type: 'lines',
          label: {
            en: 'Information',
            fr: 'Informations',
            es: 'Información',
            ar: 'المعلومات',
            ru: 'Информация',
            zh: '资料内容',
          },
          max: 50000,
        },
        {
          name: 'usefulness',
          type: 'lines',
          label: {
            en: 'Why it may be useful to you',
            fr: 'Utilité possible pour vous',
            es: 'Por qué puede ser útil',
            ar: 'وجه الفائدة المحتملة لكم',
            ru: 'Почему она может быть вам полезна',
            zh: '对贵方可能有用的原因',
          },
          max: 4000,
        },
      ],
    },
    {
      id: 'person',
      title: {
        en: 'Persons',
        fr: 'Personnes',
        es: 'Personas',
        ar: 'الأشخاص',
        ru: 'Лица',
        zh: '人员',
      },
      fields: [
        persons,
        travel,
        {
          name: 'association',
          type: 'lines',
          label: {
            en: 'Evidence of association',
            fr: 'Éléments attestant l’appartenance',
            es: 'Indicios de vinculación',
            ar: 'أدلة الارتباط',
            ru: 'Свидетельства причастности',
            zh: '关联证据',
          },
          max: 10000,
        },
        {
          name: 'biometrics',
          type: 'text',
          label: {
            en: 'Biometrics attached',
            fr: 'Données biométriques jointes',
            es: 'Datos biométricos adjuntos',
            ar: 'البيانات البيومترية المرفقة',
            ru: 'Приложенные биометрические данные',
            zh: '所附生物特征数据',
          },
          max: 500,
        },
        {
          name: 'listReference',
          type: 'text',
          label: {
            en: 'Sanctions list or notice reference',
            fr: 'Référence de liste de sanctions ou de notice',
            es: 'Referencia en lista de sanciones o notificación',
            ar: 'مرجع قائمة الجزاءات أو النشرة',
            ru: 'Номер в санкционном перечне или уведомлении',
            zh: '制裁名单或通报编号',
          },
          width: 'half',
          max: 200,
        },
      ],
    },
    {
      id: 'handling',
      title: {
        en: 'Handling',
        fr: 'Traitement',
        es: 'Tratamiento',
        ar: 'المعاملة',
        ru: 'Обращение',
        zh: '处理',
      },
      fields: [
        releasedAs,
        permittedUses,
        limitsOfUse,
        confidentiality,
        {
          name: 'retentionUntil',
          type: 'date',
          label: {
            en: 'Keep no longer than',
            fr: 'À conserver au plus tard jusqu’au',
            es: 'Conservar como máximo hasta',
            ar: 'عدم الحفظ بعد',
            ru: 'Хранить не дольше',
            zh: '保存不得超过',
          },
          width: 'half',
        },
        {
          name: 'reviewOn',
          type: 'date',
          label: {
            en: 'Review on',
            fr: 'À réexaminer le',
            es: 'Revisar el',
            ar: 'تاريخ المراجعة',
            ru: 'Пересмотреть',
            zh: '复审日期',
          },
          width: 'half',
        },
        {
          name: 'correctionContact',
          type: 'text',
          label: {
            en: 'Contact for corrections',
            fr: 'Contact pour les rectifications',
            es: 'Contacto para rectificaciones',
            ar: 'جهة الاتصال للتصحيح',
            ru: 'Контакт для исправлений',
            zh: '更正联系方式',
          },
          width: 'half',
          max: 300,
        },
        dataProtection,
      ],
    },
    {
      id: 'formalities',
      title: {
        en: 'Languages and attachments',
        fr: 'Langues et pièces jointes',
        es: 'Idiomas y documentos adjuntos',
        ar: 'اللغات والمرفقات',
        ru: 'Языки и приложения',
        zh: '语文和附件',
      },
      fields: [languages, attachments, contactPoint],
    },
  ],
  rules: spontaneousInformationRules,
}
