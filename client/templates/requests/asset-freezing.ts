import type { Template } from '../format.js'
import { assets } from '../fields/assets.js'
import { assurances } from '../fields/assurances.js'
import { confidentiality } from '../fields/confidentiality.js'
import { facts } from '../fields/facts.js'
import { attachments, contactPoint, languages, relatedRequests } from '../fields/formalities.js'
import { legalBasis } from '../fields/legal-basis.js'
import { measures } from '../fields/measures.js'
import { offences } from '../fields/offences.js'
import { order } from '../fields/order.js'
import { persons } from '../fields/persons.js'
import { conductingAuthority, reference, stage } from '../fields/proceeding.js'
import { costs } from '../fields/terms.js'
import { urgency } from '../fields/urgency.js'
import { assetFreezingRules } from '../rules/asset-freezing.js'
import { sectionTitles } from '../section-titles.js'

export const assetFreezing: Template = {
  id: 'asset-freezing',
  version: 1,
  kind: 'request',
  title: {
    en: 'Request for freezing, confiscation or return of assets',
    fr: 'Demande de gel, de confiscation ou de restitution d’avoirs',
    es: 'Solicitud de embargo, decomiso o restitución de activos',
    ar: 'طلب تجميد موجودات أو مصادرتها أو إعادتها',
    ru: 'Просьба о замораживании, конфискации или возврате активов',
    zh: '冻结、没收或返还资产请求书',
  },
  about: {
    en: 'For proceeds and instrumentalities of crime, from tracing to return.',
    fr: 'Pour le produit et les instruments du crime, de la localisation à la restitution.',
    es: 'Para el producto y los instrumentos del delito, desde la localización hasta la restitución.',
    ar: 'بشأن عائدات الجريمة وأدواتها، من اقتفاء الأثر إلى الإعادة.',
    ru: 'В отношении доходов и средств преступлений, от розыска до возврата.',
    zh: '针对犯罪所得和犯罪工具，涵盖追查至返还。',
  },
  sections: [
    {
      id: 'proceeding',
      title: sectionTitles.proceeding,
      fields: [legalBasis, reference, conductingAuthority, stage, offences, facts, persons],
    },
    {
      id: 'assets',
      title: {
        en: 'Assets and measures',
        fr: 'Avoirs et mesures',
        es: 'Activos y medidas',
        ar: 'الموجودات والتدابير',
        ru: 'Активы и меры',
        zh: '资产和措施',
      },
      fields: [
        measures,
        assets,
        {
          name: 'risk',
          type: 'lines',
          label: {
            en: 'Risk of dissipation',
            fr: 'Risque de dissipation',
            es: 'Riesgo de disipación',
            ar: 'خطر تبديد الموجودات',
            ru: 'Риск сокрытия активов',
            zh: '资产转移风险',
          },
          when: { path: 'measures', is: 'freezing' },
          max: 4000,
        },
      ],
    },
    {
      id: 'order',
      title: {
        en: 'Order and third parties',
        fr: 'Décision et tiers',
        es: 'Orden y terceros',
        ar: 'الأمر والغير',
        ru: 'Постановление и третьи лица',
        zh: '命令和第三方',
      },
      fields: [
        order,
        {
          name: 'thirdParties',
          type: 'lines',
          label: {
            en: 'Notice to third parties and due process',
            fr: 'Avis aux tiers et garanties de procédure',
            es: 'Notificación a terceros y garantías procesales',
            ar: 'إخطار الغير وضمانات الإجراءات',
            ru: 'Уведомление третьих лиц и соблюдение процедуры',
            zh: '通知第三方和正当程序',
          },
          max: 10000,
        },
        {
          name: 'returnTerms',
          type: 'lines',
          label: {
            en: 'Return, victims and sharing',
            fr: 'Restitution, victimes et partage',
            es: 'Restitución, víctimas y reparto',
            ar: 'الإعادة والضحايا والتقاسم',
            ru: 'Возврат, потерпевшие и раздел',
            zh: '返还、被害人和分享',
          },
          max: 4000,
        },
      ],
    },
    {
      id: 'formalities',
      title: sectionTitles.termsAndContact,
      fields: [
        confidentiality,
        urgency,
        assurances,
        costs,
        languages,
        attachments,
        contactPoint,
        relatedRequests,
      ],
    },
  ],
  rules: assetFreezingRules,
}
