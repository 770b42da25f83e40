import type { Template } from '../format.js'
import { purpose } from '../fields/assistance.js'
import { confidentiality } from '../fields/confidentiality.js'
import { culturalMeasures } from '../fields/cultural-measures.js'
import { facts } from '../fields/facts.js'
import { attachments, contactPoint, languages } from '../fields/formalities.js'
import { legalBasis } from '../fields/legal-basis.js'
import { objects } from '../fields/objects.js'
import { offences } from '../fields/offences.js'
import { conductingAuthority, reference } from '../fields/proceeding.js'
import { urgency } from '../fields/urgency.js'
import { culturalPropertyRules } from '../rules/cultural-property.js'
import { sectionTitles } from '../section-titles.js'

export const culturalProperty: Template = {
  id: 'cultural-property',
  version: 1,
  kind: 'request',
  title: {
    en: 'Request concerning cultural property',
    fr: 'Demande relative à des biens culturels',
    es: 'Solicitud relativa a bienes culturales',
    ar: 'طلب بشأن ممتلكات ثقافية',
    ru: 'Просьба, касающаяся культурных ценностей',
    zh: '文化财产请求书',
  },
  about: {
    en: 'To identify, seize or return objects that were stolen, looted or illicitly exported.',
    fr: 'Pour identifier, saisir ou restituer des objets volés, pillés ou exportés illicitement.',
    es: 'Para identificar, incautar o restituir objetos robados, saqueados o exportados ilícitamente.',
    ar: 'لتحديد أو ضبط أو إعادة قطع سُرقت أو نُهبت أو صُدّرت بصورة غير مشروعة.',
    ru: 'Для выявления, изъятия или возврата предметов, похищенных, разграбленных или незаконно вывезенных.',
    zh: '用于查明、扣押或返还被盗、被掠夺或非法出口的物品。',
  },
  sections: [
    {
      id: 'proceeding',
      title: sectionTitles.proceeding,
      fields: [legalBasis, reference, conductingAuthority, offences, facts],
    },
    {
      id: 'objects',
      title: {
        en: 'Objects',
        fr: 'Objets',
        es: 'Objetos',
        ar: 'القطع',
        ru: 'Предметы',
        zh: '物品',
      },
      fields: [objects],
    },
    {
      id: 'measures',
      title: {
        en: 'Measures',
        fr: 'Mesures',
        es: 'Medidas',
        ar: 'التدابير',
        ru: 'Меры',
        zh: '措施',
      },
      fields: [
        culturalMeasures,
        {
          name: 'claim',
          type: 'lines',
          label: {
            en: 'Title and evidence for the claim to return',
            fr: 'Titre et preuves à l’appui de la restitution',
            es: 'Título y pruebas de la reclamación',
            ar: 'سند الملكية وأدلة المطالبة بالإعادة',
            ru: 'Право собственности и доказательства требования',
            zh: '所有权和返还主张的证据',
          },
          when: { path: 'measures', is: 'return' },
          max: 10000,
        },
        {
          name: 'compensation',
          type: 'lines',
          label: {
            en: 'Compensation of an innocent purchaser',
            fr: 'Indemnisation de l’acquéreur de bonne foi',
            es: 'Indemnización al comprador de buena fe',
            ar: 'تعويض المشتري حسن النية',
            ru: 'Возмещение добросовестному приобретателю',
            zh: '对善意购买人的补偿',
          },
          when: { path: 'measures', is: 'return' },
          max: 4000,
        },
        {
          name: 'terrorismLink',
          type: 'lines',
          label: {
            en: 'Link with terrorist groups',
            fr: 'Lien avec des groupes terroristes',
            es: 'Vínculo con grupos terroristas',
            ar: 'الصلة بجماعات إرهابية',
            ru: 'Связь с террористическими группами',
            zh: '与恐怖团体的联系',
          },
          max: 4000,
        },
        purpose,
      ],
    },
    {
      id: 'formalities',
      title: sectionTitles.termsAndContact,
      fields: [confidentiality, urgency, languages, attachments, contactPoint],
    },
  ],
  rules: culturalPropertyRules,
}
