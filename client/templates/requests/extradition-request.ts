import type { Template } from '../format.js'
import { assurances } from '../fields/assurances.js'
import { basisOfCustody } from '../fields/basis-of-custody.js'
import { attachments, contactPoint, languages, relatedRequests } from '../fields/formalities.js'
import { interpolNotice } from '../fields/interpol-notice.js'
import { judgment } from '../fields/judgment.js'
import { legalBasis } from '../fields/legal-basis.js'
import { offenceActs } from '../fields/offence-acts.js'
import { offences } from '../fields/offences.js'
import { personSought } from '../fields/person-sought.js'
import { conductingAuthority, reference } from '../fields/proceeding.js'
import { provisionalArrest } from '../fields/provisional-arrest.js'
import { warrant } from '../fields/warrant.js'
import { extraditionRequestRules } from '../rules/extradition-request.js'
import { sectionTitles } from '../section-titles.js'

export const extraditionRequest: Template = {
  id: 'extradition-request',
  version: 1,
  kind: 'request',
  title: {
    en: 'Request for extradition',
    fr: 'Demande d’extradition',
    es: 'Solicitud de extradición',
    ar: 'طلب تسليم',
    ru: 'Просьба о выдаче',
    zh: '引渡请求书',
  },
  about: {
    en: 'Asks for the surrender of a person for prosecution or to serve a sentence.',
    fr: 'Demande la remise d’une personne aux fins de poursuites ou d’exécution d’une peine.',
    es: 'Solicita la entrega de una persona para su enjuiciamiento o el cumplimiento de una pena.',
    ar: 'يطلب تسليم شخص لمحاكمته أو لتنفيذ عقوبة.',
    ru: 'Просит о передаче лица для уголовного преследования или отбывания наказания.',
    zh: '请求移交人员以供起诉或执行刑罚。',
  },
  sections: [
    {
      id: 'proceeding',
      title: sectionTitles.proceeding,
      fields: [legalBasis, reference, conductingAuthority],
    },
    {
      id: 'person',
      title: { en: 'Person', fr: 'Personne', es: 'Persona', ar: 'الشخص', ru: 'Лицо', zh: '人员' },
      fields: [personSought, basisOfCustody, interpolNotice],
    },
    {
      id: 'offence',
      title: {
        en: 'Offence and law',
        fr: 'Infraction et droit applicable',
        es: 'Delito y derecho aplicable',
        ar: 'الجريمة والقانون',
        ru: 'Преступление и право',
        zh: '犯罪和法律',
      },
      fields: [
        offenceActs,
        offences,
        {
          name: 'limitationStatement',
          type: 'lines',
          label: {
            en: 'Why limitation has not expired',
            fr: 'Raison pour laquelle la prescription n’est pas acquise',
            es: 'Por qué no ha prescrito',
            ar: 'سبب عدم انقضاء مدة التقادم',
            ru: 'Почему срок давности не истёк',
            zh: '时效未届满的理由',
          },
          max: 4000,
        },
      ],
    },
    {
      id: 'warrant',
      title: {
        en: 'Warrant or judgment',
        fr: 'Mandat ou jugement',
        es: 'Orden o sentencia',
        ar: 'أمر القبض أو الحكم',
        ru: 'Ордер или приговор',
        zh: '逮捕令或判决',
      },
      fields: [warrant, judgment],
    },
    {
      id: 'conditions',
      title: {
        en: 'Surrender',
        fr: 'Remise',
        es: 'Entrega',
        ar: 'التسليم',
        ru: 'Передача',
        zh: '移交',
      },
      fields: [
        provisionalArrest,
        {
          name: 'consent',
          type: 'choice',
          label: {
            en: 'Consent and simplified surrender',
            fr: 'Consentement et remise simplifiée',
            es: 'Consentimiento y entrega simplificada',
            ar: 'القبول والتسليم المبسط',
            ru: 'Согласие и упрощённая передача',
            zh: '同意和简易移交',
          },
          width: 'half',
          options: [
            {
              value: 'unknown',
              label: {
                en: 'Not known',
                fr: 'Inconnu',
                es: 'Se desconoce',
                ar: 'غير معروف',
                ru: 'Неизвестно',
                zh: '不详',
              },
            },
            {
              value: 'given',
              label: {
                en: 'Given',
                fr: 'Donné',
                es: 'Otorgado',
                ar: 'قائم',
                ru: 'Дано',
                zh: '已同意',
              },
            },
            {
              value: 'not-given',
              label: {
                en: 'Not given',
                fr: 'Refusé',
                es: 'No otorgado',
                ar: 'غير قائم',
                ru: 'Не дано',
                zh: '未同意',
              },
            },
          ],
        },
        {
          name: 'death',
          type: 'choice',
          label: {
            en: 'Death penalty',
            fr: 'Peine de mort',
            es: 'Pena de muerte',
            ar: 'عقوبة الإعدام',
            ru: 'Смертная казнь',
            zh: '死刑',
          },
          width: 'half',
          options: [
            {
              value: 'not-provided',
              label: {
                en: 'Not provided for the offence',
                fr: 'Non prévue pour l’infraction',
                es: 'No prevista para el delito',
                ar: 'غير مقررة للجريمة',
                ru: 'Не предусмотрена за это преступление',
                zh: '该罪无死刑规定',
              },
            },
            {
              value: 'provided',
              label: {
                en: 'Provided for the offence',
                fr: 'Prévue pour l’infraction',
                es: 'Prevista para el delito',
                ar: 'مقررة للجريمة',
                ru: 'Предусмотрена за это преступление',
                zh: '该罪可判死刑',
              },
            },
          ],
        },
        assurances,
        {
          name: 'specialty',
          type: 'lines',
          label: {
            en: 'Specialty',
            fr: 'Spécialité',
            es: 'Especialidad',
            ar: 'قاعدة التخصيص',
            ru: 'Специальность',
            zh: '特定性原则',
          },
          max: 4000,
        },
        {
          name: 'property',
          type: 'lines',
          label: {
            en: 'Property to be handed over',
            fr: 'Objets à remettre',
            es: 'Objetos que deben entregarse',
            ar: 'الأشياء المطلوب تسليمها',
            ru: 'Предметы, подлежащие передаче',
            zh: '须移交的财物',
          },
          max: 4000,
        },
        {
          name: 'concurrentRequests',
          type: 'lines',
          label: {
            en: 'Concurrent requests known',
            fr: 'Demandes concurrentes connues',
            es: 'Solicitudes concurrentes conocidas',
            ar: 'الطلبات المتزامنة المعروفة',
            ru: 'Известные конкурирующие просьбы',
            zh: '已知的并行请求',
          },
          max: 4000,
        },
      ],
    },
    {
      id: 'formalities',
      title: sectionTitles.formalities,
      fields: [languages, attachments, contactPoint, relatedRequests],
    },
  ],
  rules: extraditionRequestRules,
}
