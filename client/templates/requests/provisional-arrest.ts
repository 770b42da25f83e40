import type { Template } from '../format.js'
import { basisOfCustody } from '../fields/basis-of-custody.js'
import { attachments, contactPoint, languages } from '../fields/formalities.js'
import { interpolNotice } from '../fields/interpol-notice.js'
import { legalBasis } from '../fields/legal-basis.js'
import { offences } from '../fields/offences.js'
import { personSought } from '../fields/person-sought.js'
import { conductingAuthority, reference } from '../fields/proceeding.js'
import { provisionalArrestRules } from '../rules/provisional-arrest.js'
import { sectionTitles } from '../section-titles.js'

export const provisionalArrest: Template = {
  id: 'provisional-arrest',
  version: 1,
  kind: 'request',
  title: {
    en: 'Request for provisional arrest',
    fr: 'Demande d’arrestation provisoire',
    es: 'Solicitud de detención provisional',
    ar: 'طلب توقيف مؤقت',
    ru: 'Просьба о временном аресте',
    zh: '临时逮捕请求书',
  },
  about: {
    en: 'In case of urgency, ahead of a request for extradition.',
    fr: 'En cas d’urgence, avant la demande d’extradition.',
    es: 'En caso de urgencia, antes de la solicitud de extradición.',
    ar: 'في حالة الاستعجال وقبل طلب التسليم.',
    ru: 'В неотложных случаях, до просьбы о выдаче.',
    zh: '紧急情况下，先于引渡请求提出。',
  },
  sections: [
    {
      id: 'main',
      title: sectionTitles.request,
      fields: [
        legalBasis,
        reference,
        conductingAuthority,
        personSought,
        basisOfCustody,
        interpolNotice,
      ],
    },
    {
      id: 'grounds',
      title: {
        en: 'Grounds',
        fr: 'Motifs',
        es: 'Fundamentos',
        ar: 'الأسس',
        ru: 'Основания',
        zh: '依据',
      },
      fields: [
        {
          name: 'documentExists',
          type: 'group',
          label: {
            en: 'Warrant or judgment that authorizes the arrest',
            fr: 'Mandat ou jugement autorisant l’arrestation',
            es: 'Orden o sentencia que autoriza la detención',
            ar: 'أمر أو حكم يجيز التوقيف',
            ru: 'Ордер или приговор, санкционирующий арест',
            zh: '据以逮捕的逮捕令或判决',
          },
          fields: [
            {
              name: 'exists',
              type: 'flag',
              label: {
                en: 'One of these documents exists',
                fr: 'L’un de ces documents existe',
                es: 'Existe uno de estos documentos',
                ar: 'يوجد أحد هذين المستندين',
                ru: 'Один из этих документов имеется',
                zh: '存在上述文件之一',
              },
            },
            {
              name: 'authority',
              type: 'text',
              label: {
                en: 'Issued by',
                fr: 'Délivré par',
                es: 'Expedido por',
                ar: 'صادر عن',
                ru: 'Кем выдан',
                zh: '签发机关',
              },
              width: 'half',
              max: 300,
            },
            {
              name: 'date',
              type: 'date',
              label: { en: 'Date', fr: 'Date', es: 'Fecha', ar: 'التاريخ', ru: 'Дата', zh: '日期' },
              width: 'third',
            },
          ],
        },
        {
          name: 'concise',
          type: 'lines',
          label: {
            en: 'Concise statement of the facts',
            fr: 'Exposé succinct des faits',
            es: 'Exposición concisa de los hechos',
            ar: 'بيان موجز بالوقائع',
            ru: 'Краткое изложение фактов',
            zh: '案情简述',
          },
          max: 20000,
        },
        offences,
        {
          name: 'punishment',
          type: 'lines',
          label: {
            en: 'Punishment that can be or has been imposed, and what is left to serve',
            fr: 'Peine encourue ou prononcée et reliquat à purger',
            es: 'Pena que puede imponerse o se ha impuesto y parte pendiente',
            ar: 'العقوبة الممكنة أو المحكوم بها والمدة المتبقية',
            ru: 'Возможное или назначенное наказание и неотбытая часть',
            zh: '可能或已经判处的刑罚及剩余刑期',
          },
          max: 2000,
        },
        {
          name: 'extraditionFollows',
          type: 'flag',
          label: {
            en: 'Extradition will be requested',
            fr: 'L’extradition sera demandée',
            es: 'Se solicitará la extradición',
            ar: 'سيُطلب التسليم',
            ru: 'Будет запрошена выдача',
            zh: '将请求引渡',
          },
        },
        {
          name: 'requestBy',
          type: 'date',
          label: {
            en: 'The request will be sent by',
            fr: 'La demande sera adressée au plus tard le',
            es: 'La solicitud se enviará a más tardar el',
            ar: 'سيُرسل الطلب في موعد أقصاه',
            ru: 'Просьба будет направлена не позднее',
            zh: '请求将不迟于',
          },
          width: 'half',
        },
        {
          name: 'urgencyReason',
          type: 'lines',
          label: {
            en: 'Why it is urgent',
            fr: 'Motif d’urgence',
            es: 'Motivo de la urgencia',
            ar: 'سبب الاستعجال',
            ru: 'Почему это срочно',
            zh: '紧急理由',
          },
          max: 4000,
        },
      ],
    },
    {
      id: 'formalities',
      title: sectionTitles.languagesAndContact,
      fields: [languages, attachments, contactPoint],
    },
  ],
  rules: provisionalArrestRules,
}
