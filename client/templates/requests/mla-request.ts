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
      title: {
        en: 'Proceeding',
        fr: 'Procédure',
        es: 'Proceso',
        ar: 'الإجراءات',
        ru: 'Производство',
        zh: '诉讼程序',
      },
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
      title: {
        en: 'Languages, attachments and contact',
        fr: 'Langues, pièces jointes et contact',
        es: 'Idiomas, documentos adjuntos y contacto',
        ar: 'اللغات والمرفقات وجهة الاتصال',
        ru: 'Языки, приложения и контакты',
        zh: '语文、附件和联系方式',
      },
      fields: [languages, attachments, contactPoint, relatedRequests],
    },
  ],
  rules: [
    {
      rule: 'required',
      path: 'legalBasis',
      severity: 'must',
      source: { instrument: 'res-2322', article: '13 (a)' },
    },
    { rule: 'required', path: 'legalBasis.*.kind', severity: 'must' },
    {
      rule: 'required',
      path: 'legalBasis.*.instrument',
      severity: 'must',
      when: { path: '.kind', is: 'treaty' },
    },
    {
      rule: 'required',
      path: 'conductingAuthority.name',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (15) (b)' },
    },
    {
      rule: 'required',
      path: 'conductingAuthority.functions',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (15) (b)' },
    },
    {
      rule: 'required',
      path: 'subjectMatter',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (15) (b)' },
    },
    {
      rule: 'required',
      path: 'stage',
      severity: 'should',
      source: { instrument: 'untoc', article: '18 (15) (b)' },
    },
    { rule: 'required', path: 'conductingAuthority.caseNumbers', severity: 'should' },
    {
      rule: 'required',
      path: 'facts.summary',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (15) (c)' },
      when: { not: { path: 'assistance.*.kind', only: ['service'] } },
    },
    {
      rule: 'required',
      path: 'assistance',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (15) (d)' },
    },
    {
      rule: 'required',
      path: 'assistance.*.kind',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (15) (d)' },
    },
    {
      rule: 'required',
      path: 'assistance.*.description',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (15) (d)' },
    },
    {
      rule: 'required',
      path: 'purpose',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (15) (f)' },
    },
    {
      rule: 'required',
      path: 'offences',
      severity: 'must',
      source: { instrument: 'model-mla', article: '5 (1) (c)' },
    },
    {
      rule: 'required',
      path: 'offences.*.title',
      severity: 'must',
      source: { instrument: 'model-mla', article: '5 (1) (c)' },
    },
    {
      rule: 'required',
      path: 'offences.*.statute',
      severity: 'should',
      source: { instrument: 'model-mla', article: '5 (1) (c)' },
    },
    {
      rule: 'required',
      path: 'offences.*.statuteText',
      severity: 'should',
      source: { instrument: 'model-mla', article: '5 (1) (c)' },
    },
    { rule: 'required', path: 'offences.*.maximumPenalty', severity: 'should' },
    {
      rule: 'required',
      path: 'offences.*.dualCriminality',
      severity: 'should',
      source: { instrument: 'untoc', article: '18 (9)' },
      when: {
        path: 'assistance.*.kind',
        in: [
          'search',
          'seizure',
          'freezing',
          'confiscation',
          'interception',
          'controlled-delivery',
          'special-techniques',
        ],
      },
    },
    {
      rule: 'required',
      path: 'persons.*.name',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (15) (e)' },
    },
    {
      rule: 'required',
      path: 'persons.*.role',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (15) (e)' },
    },
    {
      rule: 'required',
      path: 'persons.*.nationalities',
      severity: 'should',
      source: { instrument: 'untoc', article: '18 (15) (e)' },
      when: { not: { path: '.role', is: 'legal-person' } },
    },
    {
      rule: 'required',
      path: 'persons.*.address',
      severity: 'should',
      source: { instrument: 'untoc', article: '18 (15) (e)' },
    },
    { rule: 'required', path: 'facts.nexus', severity: 'should' },
    { rule: 'required', path: 'assistance.*.target', severity: 'should' },
    {
      rule: 'required',
      path: 'confidentiality.reasons',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (20)' },
      when: { path: '.required', is: true },
    },
    {
      rule: 'required',
      path: 'urgency.reason',
      severity: 'must',
      source: { instrument: 'model-mla', article: '5 (1) (f)' },
      when: { path: '.level', in: ['urgent', 'emergency'] },
    },
    {
      rule: 'required',
      path: 'urgency.deadline',
      severity: 'should',
      source: { instrument: 'model-mla', article: '5 (1) (f)' },
      when: { path: '.level', in: ['urgent', 'emergency'] },
    },
    {
      rule: 'required',
      path: 'languages.original',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (14)' },
    },
    { rule: 'required', path: 'assurances.*.kind', severity: 'must' },
    { rule: 'required', path: 'assurances.*.text', severity: 'must' },
    { rule: 'order', path: 'assistance.*.period.from', notAfter: 'to', severity: 'must' },
    { rule: 'ahead', path: 'urgency.deadline', severity: 'should' },
    { rule: 'ahead', path: 'assistance.*.neededBy', severity: 'should' },
    { rule: 'ahead', path: 'offences.*.limitation', severity: 'note' },
  ],
}
