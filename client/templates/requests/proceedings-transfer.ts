import type { Template } from '../format.js'
import { assurances } from '../fields/assurances.js'
import { attachments, contactPoint, languages } from '../fields/formalities.js'
import { legalBasis } from '../fields/legal-basis.js'
import { offenceActs } from '../fields/offence-acts.js'
import { offences } from '../fields/offences.js'
import { persons } from '../fields/persons.js'
import { conductingAuthority, reference, stage } from '../fields/proceeding.js'
import { proceedingsTransferRules } from '../rules/proceedings-transfer.js'
import { sectionTitles } from '../section-titles.js'

export const proceedingsTransfer: Template = {
  id: 'proceedings-transfer',
  version: 1,
  kind: 'request',
  title: {
    en: 'Request for transfer of criminal proceedings',
    fr: 'Demande de transfert des poursuites pénales',
    es: 'Solicitud de remisión de actuaciones penales',
    ar: 'طلب نقل إجراءات جنائية',
    ru: 'Просьба о передаче уголовного производства',
    zh: '移交刑事诉讼请求书',
  },
  about: {
    en: 'Asks another State to take over a prosecution, where that serves justice better.',
    fr: 'Demande à un autre État de reprendre des poursuites, lorsque la bonne administration de la justice y gagne.',
    es: 'Pide a otro Estado que asuma un proceso cuando así lo aconseja la buena administración de justicia.',
    ar: 'يطلب من دولة أخرى تولي الملاحقة متى كان ذلك في صالح سلامة إقامة العدل.',
    ru: 'Просит другое государство принять преследование, если это отвечает интересам правосудия.',
    zh: '为更好地伸张正义，请求另一国接管起诉。',
  },
  sections: [
    {
      id: 'proceeding',
      title: sectionTitles.proceeding,
      fields: [
        legalBasis,
        reference,
        conductingAuthority,
        stage,
        {
          name: 'transferReasons',
          type: 'lines',
          label: {
            en: 'Reasons for the transfer',
            fr: 'Motifs du transfert',
            es: 'Motivos de la remisión',
            ar: 'أسباب النقل',
            ru: 'Основания передачи',
            zh: '移交理由',
          },
          max: 10000,
        },
      ],
    },
    {
      id: 'act',
      title: {
        en: 'Act and suspect',
        fr: 'Fait et personne soupçonnée',
        es: 'Hecho y sospechoso',
        ar: 'الفعل والمشتبه به',
        ru: 'Деяние и подозреваемый',
        zh: '行为和嫌疑人',
      },
      fields: [
        offenceActs,
        {
          name: 'investigationResults',
          type: 'lines',
          label: {
            en: 'Results of investigations so far',
            fr: 'Résultats des investigations à ce jour',
            es: 'Resultados de las investigaciones hasta la fecha',
            ar: 'نتائج التحقيقات حتى الآن',
            ru: 'Результаты расследования на данный момент',
            zh: '迄今侦查结果',
          },
          max: 50000,
        },
        offences,
        persons,
        {
          name: 'victims',
          type: 'lines',
          label: {
            en: 'Rights of victims',
            fr: 'Droits des victimes',
            es: 'Derechos de las víctimas',
            ar: 'حقوق الضحايا',
            ru: 'Права потерпевших',
            zh: '被害人权利',
          },
          max: 4000,
        },
      ],
    },
    {
      id: 'position',
      title: {
        en: 'Position of the suspect',
        fr: 'Situation de la personne soupçonnée',
        es: 'Situación del sospechoso',
        ar: 'وضع المشتبه به',
        ru: 'Положение подозреваемого',
        zh: '嫌疑人的处境',
      },
      fields: [
        {
          name: 'suspectHeard',
          type: 'choice',
          label: {
            en: 'Consent and hearing',
            fr: 'Consentement et audition',
            es: 'Consentimiento y audiencia',
            ar: 'الموافقة وسماع الأقوال',
            ru: 'Согласие и заслушивание',
            zh: '同意和听取意见',
          },
          width: 'half',
          options: [
            {
              value: 'consents',
              label: {
                en: 'Heard, and consents',
                fr: 'Entendue, et consent',
                es: 'Oído, y consiente',
                ar: 'سُمعت أقواله ووافق',
                ru: 'Заслушан и согласен',
                zh: '已听取意见并同意',
              },
            },
            {
              value: 'objects',
              label: {
                en: 'Heard, and objects',
                fr: 'Entendue, et s’oppose',
                es: 'Oído, y se opone',
                ar: 'سُمعت أقواله واعترض',
                ru: 'Заслушан и возражает',
                zh: '已听取意见但反对',
              },
            },
            {
              value: 'not-heard',
              label: {
                en: 'Not heard',
                fr: 'Non entendue',
                es: 'No oído',
                ar: 'لم تُسمع أقواله',
                ru: 'Не заслушан',
                zh: '未听取意见',
              },
            },
          ],
        },
        {
          name: 'remand',
          type: 'text',
          label: {
            en: 'Remand and other measures in force',
            fr: 'Détention provisoire et autres mesures en vigueur',
            es: 'Prisión preventiva y otras medidas vigentes',
            ar: 'الحبس الاحتياطي والتدابير السارية الأخرى',
            ru: 'Заключение под стражу и иные действующие меры',
            zh: '羁押和其他现行措施',
          },
          max: 500,
        },
        {
          name: 'neBisInIdem',
          type: 'lines',
          label: {
            en: 'Ne bis in idem: proceedings elsewhere',
            fr: 'Ne bis in idem : procédures menées ailleurs',
            es: 'Ne bis in idem: procesos en otros lugares',
            ar: 'عدم المحاكمة عن ذات الفعل مرتين: إجراءات أخرى',
            ru: 'Запрет повторного преследования: производство в других местах',
            zh: '一事不再理：其他地方的诉讼',
          },
          max: 4000,
        },
      ],
    },
    {
      id: 'file',
      title: {
        en: 'File and effects',
        fr: 'Dossier et effets',
        es: 'Expediente y efectos',
        ar: 'الملف والآثار',
        ru: 'Материалы и последствия',
        zh: '案卷和效力',
      },
      fields: [
        {
          name: 'inventory',
          type: 'group',
          label: {
            en: 'Inventory of the file',
            fr: 'Inventaire du dossier',
            es: 'Inventario del expediente',
            ar: 'جرد الملف',
            ru: 'Опись материалов',
            zh: '案卷清单',
          },
          repeat: { min: 0, max: 200 },
          fields: [
            {
              name: 'item',
              type: 'text',
              label: {
                en: 'Item',
                fr: 'Pièce',
                es: 'Pieza',
                ar: 'البند',
                ru: 'Предмет описи',
                zh: '条目',
              },
              max: 300,
            },
            {
              name: 'pages',
              type: 'text',
              label: {
                en: 'Pages',
                fr: 'Pages',
                es: 'Páginas',
                ar: 'عدد الصفحات',
                ru: 'Листов',
                zh: '页数',
              },
              width: 'third',
              max: 20,
              format: 'number',
            },
          ],
        },
        {
          name: 'effect',
          type: 'lines',
          label: {
            en: 'Effect on our jurisdiction if accepted',
            fr: 'Effet sur notre compétence en cas d’acceptation',
            es: 'Efecto en nuestra jurisdicción si se acepta',
            ar: 'أثر القبول على ولايتنا القضائية',
            ru: 'Последствия принятия для нашей юрисдикции',
            zh: '接受后对我国管辖权的影响',
          },
          max: 4000,
        },
      ],
    },
    {
      id: 'formalities',
      title: sectionTitles.formalities,
      fields: [assurances, languages, attachments, contactPoint],
    },
  ],
  rules: proceedingsTransferRules,
}
