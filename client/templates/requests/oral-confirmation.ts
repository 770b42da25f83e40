import type { Template } from '../format.js'
import { assistance, purpose } from '../fields/assistance.js'
import { confidentiality } from '../fields/confidentiality.js'
import { facts } from '../fields/facts.js'
import { contactPoint, languages } from '../fields/formalities.js'
import { legalBasis } from '../fields/legal-basis.js'
import { offences } from '../fields/offences.js'
import { persons } from '../fields/persons.js'
import { conductingAuthority, reference, subjectMatter } from '../fields/proceeding.js'
import { urgency } from '../fields/urgency.js'
import { oralConfirmationRules } from '../rules/oral-confirmation.js'

export const oralConfirmation: Template = {
  id: 'oral-confirmation',
  version: 1,
  kind: 'request',
  title: {
    en: 'Written confirmation of an oral request',
    fr: 'Confirmation écrite d’une demande orale',
    es: 'Confirmación por escrito de una solicitud oral',
    ar: 'تأكيد كتابي لطلب شفوي',
    ru: 'Письменное подтверждение устной просьбы',
    zh: '口头请求的书面确认',
  },
  about: {
    en: 'In urgent cases a request may be made orally; it has to be confirmed in writing forthwith.',
    fr: 'En cas d’urgence, une demande peut être faite oralement ; elle doit être confirmée sans délai par écrit.',
    es: 'En situaciones de urgencia la solicitud puede hacerse oralmente; debe confirmarse sin demora por escrito.',
    ar: 'يجوز في الحالات العاجلة تقديم الطلب شفويا على أن يؤكد كتابة على الفور.',
    ru: 'В срочных случаях просьба может быть сделана устно; она незамедлительно подтверждается в письменной форме.',
    zh: '紧急情况下可口头提出请求，但应立即书面确认。',
  },
  sections: [
    {
      id: 'oral',
      title: {
        en: 'Oral request',
        fr: 'Demande orale',
        es: 'Solicitud oral',
        ar: 'الطلب الشفوي',
        ru: 'Устная просьба',
        zh: '口头请求',
      },
      fields: [
        {
          name: 'madeAt',
          type: 'moment',
          label: {
            en: 'Made at',
            fr: 'Faite le',
            es: 'Hecha el',
            ar: 'وقت تقديمه',
            ru: 'Когда сделана',
            zh: '提出时间',
          },
          width: 'half',
        },
        {
          name: 'madeBy',
          type: 'text',
          label: {
            en: 'Made by',
            fr: 'Faite par',
            es: 'Hecha por',
            ar: 'مقدم الطلب',
            ru: 'Кем сделана',
            zh: '提出人',
          },
          width: 'half',
          max: 200,
        },
        {
          name: 'takenBy',
          type: 'text',
          label: {
            en: 'Taken by',
            fr: 'Reçue par',
            es: 'Recibida por',
            ar: 'متلقي الطلب',
            ru: 'Кем принята',
            zh: '接收人',
          },
          width: 'half',
          max: 200,
        },
        {
          name: 'channel',
          type: 'choice',
          label: { en: 'Channel', fr: 'Canal', es: 'Canal', ar: 'القناة', ru: 'Канал', zh: '渠道' },
          width: 'half',
          options: [
            {
              value: 'telephone',
              label: {
                en: 'Telephone',
                fr: 'Téléphone',
                es: 'Teléfono',
                ar: 'الهاتف',
                ru: 'Телефон',
                zh: '电话',
              },
            },
            {
              value: 'video',
              label: {
                en: 'Video call',
                fr: 'Appel vidéo',
                es: 'Videollamada',
                ar: 'مكالمة مرئية',
                ru: 'Видеозвонок',
                zh: '视频通话',
              },
            },
            {
              value: 'in-person',
              label: {
                en: 'In person',
                fr: 'En personne',
                es: 'En persona',
                ar: 'شخصيا',
                ru: 'Лично',
                zh: '当面',
              },
            },
          ],
        },
        {
          name: 'content',
          type: 'lines',
          label: {
            en: 'What was asked',
            fr: 'Ce qui a été demandé',
            es: 'Lo que se solicitó',
            ar: 'ما طُلب',
            ru: 'О чём просили',
            zh: '请求内容',
          },
          max: 20000,
        },
        {
          name: 'oralReference',
          type: 'text',
          label: {
            en: 'Reference given at the time',
            fr: 'Référence donnée alors',
            es: 'Referencia dada entonces',
            ar: 'المرجع المعطى حينها',
            ru: 'Номер, названный тогда',
            zh: '当时给出的编号',
          },
          width: 'half',
          max: 200,
        },
      ],
    },
    {
      id: 'written',
      title: {
        en: 'Written request',
        fr: 'Demande écrite',
        es: 'Solicitud escrita',
        ar: 'الطلب الكتابي',
        ru: 'Письменная просьба',
        zh: '书面请求',
      },
      fields: [
        legalBasis,
        reference,
        conductingAuthority,
        subjectMatter,
        offences,
        facts,
        persons,
        assistance,
        purpose,
        urgency,
        confidentiality,
        languages,
        contactPoint,
      ],
    },
  ],
  rules: oralConfirmationRules,
}
