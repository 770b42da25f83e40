import type { Template } from '../format.js'
import { addressees } from '../fields/addressees.js'
import { documents } from '../fields/documents.js'
import { contactPoint, languages } from '../fields/formalities.js'
import { legalBasis } from '../fields/legal-basis.js'
import { conductingAuthority, reference, subjectMatter } from '../fields/proceeding.js'
import { urgency } from '../fields/urgency.js'
import { documentServiceRules } from '../rules/document-service.js'
import { sectionTitles } from '../section-titles.js'

export const documentService: Template = {
  id: 'document-service',
  version: 1,
  kind: 'request',
  title: {
    en: 'Request for service of documents',
    fr: 'Demande de signification d’actes',
    es: 'Solicitud de notificación de documentos',
    ar: 'طلب تبليغ مستندات',
    ru: 'Просьба о вручении документов',
    zh: '送达文书请求书',
  },
  about: {
    en: 'Has a judicial document delivered to a person.',
    fr: 'Fait remettre un acte judiciaire à une personne.',
    es: 'Hace entregar un documento judicial a una persona.',
    ar: 'يكفل تسليم مستند قضائي إلى شخص.',
    ru: 'Обеспечивает вручение судебного документа лицу.',
    zh: '请求将司法文书送达当事人。',
  },
  sections: [
    {
      id: 'main',
      title: sectionTitles.request,
      fields: [legalBasis, reference, conductingAuthority, subjectMatter],
    },
    {
      id: 'documents',
      title: {
        en: 'Documents and addressees',
        fr: 'Actes et destinataires',
        es: 'Documentos y destinatarios',
        ar: 'المستندات والمخاطبون',
        ru: 'Документы и адресаты',
        zh: '文书和受送达人',
      },
      fields: [
        documents,
        addressees,
        {
          name: 'manner',
          type: 'choice',
          label: {
            en: 'Manner of service',
            fr: 'Mode de signification',
            es: 'Forma de notificación',
            ar: 'طريقة التبليغ',
            ru: 'Способ вручения',
            zh: '送达方式',
          },
          width: 'half',
          options: [
            {
              value: 'by-law',
              label: {
                en: 'As the law of the requested State provides',
                fr: 'Selon le droit de l’État requis',
                es: 'Según el derecho del Estado requerido',
                ar: 'وفق قانون الدولة متلقية الطلب',
                ru: 'По праву запрашиваемого государства',
                zh: '依被请求国法律',
              },
            },
            {
              value: 'in-person',
              label: {
                en: 'In person',
                fr: 'À personne',
                es: 'En persona',
                ar: 'للشخص ذاته',
                ru: 'Лично',
                zh: '直接送达本人',
              },
            },
            {
              value: 'special',
              label: {
                en: 'In a particular manner',
                fr: 'Selon une forme particulière',
                es: 'De una forma particular',
                ar: 'بطريقة خاصة',
                ru: 'Особым способом',
                zh: '特定方式',
              },
            },
          ],
        },
        {
          name: 'procedure',
          type: 'lines',
          label: {
            en: 'Particular manner',
            fr: 'Forme particulière',
            es: 'Forma particular',
            ar: 'الطريقة الخاصة',
            ru: 'Особый способ',
            zh: '特定方式说明',
          },
          when: { path: 'manner', is: 'special' },
          max: 4000,
        },
        {
          name: 'appearance',
          type: 'date',
          label: {
            en: 'Date of appearance',
            fr: 'Date de comparution',
            es: 'Fecha de comparecencia',
            ar: 'تاريخ الحضور',
            ru: 'Дата явки',
            zh: '出庭日期',
          },
          width: 'half',
        },
        {
          name: 'serveBy',
          type: 'date',
          label: {
            en: 'Serve by',
            fr: 'À signifier au plus tard le',
            es: 'Notificar a más tardar el',
            ar: 'التبليغ في موعد أقصاه',
            ru: 'Вручить не позднее',
            zh: '送达期限',
          },
          width: 'half',
        },
        {
          name: 'consequences',
          type: 'lines',
          label: {
            en: 'Consequences of not appearing, and safe conduct',
            fr: 'Conséquences du défaut de comparution et sauf-conduit',
            es: 'Consecuencias de la incomparecencia y salvoconducto',
            ar: 'آثار عدم الحضور وضمان عدم التعرض',
            ru: 'Последствия неявки и гарантия неприкосновенности',
            zh: '不出庭的后果和安全保障',
          },
          max: 4000,
        },
        {
          name: 'proof',
          type: 'text',
          label: {
            en: 'Proof of service wanted',
            fr: 'Preuve de signification souhaitée',
            es: 'Prueba de notificación deseada',
            ar: 'إثبات التبليغ المطلوب',
            ru: 'Требуемое подтверждение вручения',
            zh: '所需送达证明',
          },
          max: 500,
        },
      ],
    },
    {
      id: 'formalities',
      title: sectionTitles.languagesAndContact,
      fields: [urgency, languages, contactPoint],
    },
  ],
  rules: documentServiceRules,
}
