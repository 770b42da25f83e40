import type { Template } from '../format.js'
import { assistance, purpose } from '../fields/assistance.js'
import { assurances } from '../fields/assurances.js'
import { confidentiality } from '../fields/confidentiality.js'
import { facts } from '../fields/facts.js'
import { attachments, contactPoint, languages, relatedRequests } from '../fields/formalities.js'
import { legalBasis } from '../fields/legal-basis.js'
import { offences } from '../fields/offences.js'
import { persons } from '../fields/persons.js'
import { conductingAuthority, reference, stage, subjectMatter } from '../fields/proceeding.js'
import { costs, dataProtection, limitsOfUse } from '../fields/terms.js'
import { urgency } from '../fields/urgency.js'
import { mlaRequestRules } from '../rules/mla-request.js'
import { sectionTitles } from '../section-titles.js'

export const mlaRequest: Template = {
  id: 'mla-request',
  version: 2,
  kind: 'request',
  title: {
    en: 'Request for mutual legal assistance',
    fr: 'Demande d’entraide judiciaire',
    es: 'Solicitud de asistencia judicial recíproca',
    ar: 'طلب المساعدة القانونية المتبادلة',
    ru: 'Просьба об оказании взаимной правовой помощи',
    zh: '司法协助请求书',
  },
  about: {
    en: 'A formal request for evidence or other assistance in a criminal matter.',
    fr: 'Demande formelle de preuves ou d’une autre forme d’entraide en matière pénale.',
    es: 'Solicitud formal de pruebas u otra asistencia en materia penal.',
    ar: 'طلب رسمي للحصول على أدلة أو مساعدة أخرى في مسألة جنائية.',
    ru: 'Официальная просьба о доказательствах или иной помощи по уголовному делу.',
    zh: '就刑事事项请求取证或其他协助的正式请求。',
  },
  sections: [
    {
      id: 'proceeding',
      title: sectionTitles.proceeding,
      fields: [legalBasis, reference, conductingAuthority, stage, subjectMatter],
    },
    {
      id: 'substance',
      title: {
        en: 'Offences, facts and persons',
        fr: 'Infractions, faits et personnes',
        es: 'Delitos, hechos y personas',
        ar: 'الجرائم والوقائع والأشخاص',
        ru: 'Преступления, обстоятельства и лица',
        zh: '犯罪、事实和人员',
      },
      fields: [offences, facts, persons],
    },
    {
      id: 'assistance',
      title: {
        en: 'Assistance',
        fr: 'Entraide',
        es: 'Asistencia',
        ar: 'المساعدة',
        ru: 'Помощь',
        zh: '协助',
      },
      fields: [assistance, purpose],
    },
    {
      id: 'conditions',
      title: {
        en: 'Conditions of execution and use',
        fr: 'Conditions d’exécution et d’utilisation',
        es: 'Condiciones de ejecución y uso',
        ar: 'شروط التنفيذ والاستعمال',
        ru: 'Условия исполнения и использования',
        zh: '执行和使用条件',
      },
      fields: [confidentiality, urgency, limitsOfUse, dataProtection, assurances, costs],
    },
    {
      id: 'formalities',
      title: sectionTitles.formalities,
      fields: [languages, attachments, contactPoint, relatedRequests],
    },
  ],
  rules: mlaRequestRules,
}
