import type { Template } from '../format.js'
import { custodian } from '../fields/custodian.js'
import { dataSought } from '../fields/data-sought.js'
import { languages } from '../fields/formalities.js'
import { legalBasis } from '../fields/legal-basis.js'
import { offences } from '../fields/offences.js'
import { conductingAuthority, reference } from '../fields/proceeding.js'
import { emergencyDisclosureRules } from '../rules/emergency-disclosure.js'

export const emergencyDisclosure: Template = {
  id: 'emergency-disclosure',
  version: 1,
  kind: 'request',
  title: {
    en: 'Emergency request for disclosure',
    fr: 'Demande d’urgence de divulgation',
    es: 'Solicitud de revelación de emergencia',
    ar: 'طلب كشف عاجل في حالة طوارئ',
    ru: 'Экстренная просьба о раскрытии данных',
    zh: '紧急披露请求书',
  },
  about: {
    en: 'For a significant and imminent risk to the life or safety of a person; goes to the 24/7 contact.',
    fr: 'En cas de risque significatif et imminent pour la vie ou la sécurité d’une personne ; adressée au point de contact 24/7.',
    es: 'Ante un riesgo importante e inminente para la vida o la seguridad de una persona; va al contacto 24/7.',
    ar: 'عند وجود خطر جسيم ووشيك على حياة شخص أو سلامته؛ يوجَّه إلى جهة الاتصال العاملة على مدار الساعة.',
    ru: 'При значительной и непосредственной угрозе жизни или безопасности лица; направляется круглосуточному контактному пункту.',
    zh: '适用于对个人生命或安全的重大紧迫危险；送交全天候联络点。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Emergency',
        fr: 'Urgence',
        es: 'Emergencia',
        ar: 'حالة الطوارئ',
        ru: 'Чрезвычайная ситуация',
        zh: '紧急情况',
      },
      fields: [
        reference,
        conductingAuthority,
        legalBasis,
        {
          name: 'issuedOn',
          type: 'date',
          label: {
            en: 'Issued on',
            fr: 'Émise le',
            es: 'Emitida el',
            ar: 'تاريخ الإصدار',
            ru: 'Дата',
            zh: '签发日期',
          },
          width: 'half',
        },
        {
          name: 'underProtocol',
          type: 'flag',
          label: {
            en: 'This request is issued under the instrument named',
            fr: 'La présente demande est émise au titre de l’instrument indiqué',
            es: 'La presente solicitud se emite en virtud del instrumento indicado',
            ar: 'يصدر هذا الطلب بموجب الصك المذكور',
            ru: 'Настоящая просьба направляется на основании указанного документа',
            zh: '本请求系根据所列文书发出',
          },
        },
        {
          name: 'risk',
          type: 'lines',
          label: {
            en: 'Significant and imminent risk to life or safety',
            fr: 'Risque significatif et imminent pour la vie ou la sécurité',
            es: 'Riesgo importante e inminente para la vida o la seguridad',
            ar: 'الخطر الجسيم والوشيك على الحياة أو السلامة',
            ru: 'Значительная и непосредственная угроза жизни или безопасности',
            zh: '对生命或安全的重大紧迫危险',
          },
          max: 4000,
        },
        {
          name: 'emergencyFacts',
          type: 'lines',
          label: {
            en: 'Facts that show the emergency',
            fr: 'Faits démontrant l’urgence',
            es: 'Hechos que demuestran la emergencia',
            ar: 'الوقائع التي تثبت حالة الطوارئ',
            ru: 'Факты, подтверждающие чрезвычайную ситуацию',
            zh: '证明紧急情况的事实',
          },
          max: 20000,
        },
        {
          name: 'relation',
          type: 'lines',
          label: {
            en: 'How the data or aid sought relate to it',
            fr: 'Lien entre les données ou l’aide demandées et l’urgence',
            es: 'Relación de los datos o la ayuda con la emergencia',
            ar: 'صلة البيانات أو المساعدة المطلوبة بحالة الطوارئ',
            ru: 'Связь запрашиваемых данных или помощи с ситуацией',
            zh: '所请求数据或协助与紧急情况的关系',
          },
          max: 4000,
        },
        offences,
      ],
    },
    {
      id: 'data',
      title: { en: 'Data', fr: 'Données', es: 'Datos', ar: 'البيانات', ru: 'Данные', zh: '数据' },
      fields: [
        dataSought,
        custodian,
        {
          name: 'procedure',
          type: 'lines',
          label: {
            en: 'Special procedural instructions',
            fr: 'Instructions procédurales particulières',
            es: 'Instrucciones procesales especiales',
            ar: 'تعليمات إجرائية خاصة',
            ru: 'Особые процедурные указания',
            zh: '特别程序指示',
          },
          max: 4000,
        },
      ],
    },
    {
      id: 'contact',
      title: {
        en: 'Call back and confirmation',
        fr: 'Rappel et confirmation',
        es: 'Llamada de vuelta y confirmación',
        ar: 'معاودة الاتصال والتأكيد',
        ru: 'Обратный вызов и подтверждение',
        zh: '回电和确认',
      },
      fields: [
        {
          name: 'callBack',
          type: 'text',
          label: {
            en: 'Call back',
            fr: 'Rappeler au',
            es: 'Llamar de vuelta al',
            ar: 'معاودة الاتصال على',
            ru: 'Перезвонить по номеру',
            zh: '回电号码',
          },
          width: 'half',
          max: 500,
          format: 'telephone',
        },
        {
          name: 'callBackPerson',
          type: 'text',
          label: {
            en: 'Ask for',
            fr: 'Demander',
            es: 'Preguntar por',
            ar: 'اسم المطلوب',
            ru: 'Спросить',
            zh: '联系人',
          },
          width: 'half',
          max: 200,
        },
        {
          name: 'confirmBy',
          type: 'moment',
          label: {
            en: 'Needed by',
            fr: 'Réponse nécessaire avant',
            es: 'Se necesita antes de',
            ar: 'مطلوب قبل',
            ru: 'Требуется к',
            zh: '需要时限',
          },
          width: 'half',
        },
        {
          name: 'oralBefore',
          type: 'flag',
          label: {
            en: 'An oral request was made before',
            fr: 'Une demande orale a précédé',
            es: 'Se hizo antes una solicitud oral',
            ar: 'سبقه طلب شفوي',
            ru: 'Ранее была устная просьба',
            zh: '此前已口头请求',
          },
          width: 'half',
        },
        languages,
      ],
    },
  ],
  rules: emergencyDisclosureRules,
}
