import type { Template } from '../format.js'
import { consulted, date, reasons } from '../fields/answer-fields.js'
import { refusalGrounds } from '../fields/refusal-grounds.js'
import { part, scope } from '../fields/scope.js'
import { sectionTitles } from '../section-titles.js'

export const refusal: Template = {
  id: 'refusal',
  version: 1,
  kind: 'answer',
  title: { en: 'Refusal', fr: 'Refus', es: 'Denegación', ar: 'رفض', ru: 'Отказ', zh: '拒绝' },
  about: {
    en: 'Refuses the request, with coded grounds and compulsory reasons.',
    fr: 'Refuse la demande, avec des motifs codifiés et une motivation obligatoire.',
    es: 'Deniega la solicitud, con causas codificadas y motivación obligatoria.',
    ar: 'يرفض الطلب مع بيان أسباب مصنفة وتعليل إلزامي.',
    ru: 'Отклоняет просьбу с указанием кодированных оснований и обязательных мотивов.',
    zh: '拒绝请求，须注明分类依据并说明理由。',
  },
  sections: [
    {
      id: 'main',
      title: sectionTitles.decision,
      fields: [
        date,
        scope,
        part,
        {
          name: 'terrorismOffence',
          type: 'flag',
          label: {
            en: 'The request concerns an offence under a counter-terrorism instrument',
            fr: 'La demande concerne une infraction visée par un instrument antiterroriste',
            es: 'La solicitud se refiere a un delito previsto en un instrumento contra el terrorismo',
            ar: 'يتعلق الطلب بجريمة مشمولة بصك لمكافحة الإرهاب',
            ru: 'Просьба касается преступления, предусмотренного антитеррористическим документом',
            zh: '请求涉及反恐文书规定的犯罪',
          },
        },
        refusalGrounds,
        reasons,
        {
          name: 'legalProvision',
          type: 'text',
          label: {
            en: 'Provision relied on',
            fr: 'Disposition invoquée',
            es: 'Disposición invocada',
            ar: 'النص المستند إليه',
            ru: 'Применённая норма',
            zh: '所依据条款',
          },
          max: 500,
        },
      ],
    },
    {
      id: 'consultation',
      title: {
        en: 'Consultation and alternatives',
        fr: 'Consultation et solutions de rechange',
        es: 'Consultas y alternativas',
        ar: 'التشاور والبدائل',
        ru: 'Консультации и альтернативы',
        zh: '磋商和替代办法',
      },
      fields: [
        consulted,
        {
          name: 'alternatives',
          type: 'lines',
          label: {
            en: 'Alternatives offered',
            fr: 'Solutions de rechange proposées',
            es: 'Alternativas ofrecidas',
            ar: 'البدائل المعروضة',
            ru: 'Предлагаемые альтернативы',
            zh: '提出的替代办法',
          },
          max: 10000,
        },
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'date', severity: 'must' },
    { rule: 'required', path: 'scope', severity: 'must' },
    { rule: 'required', path: 'part', severity: 'must', when: { path: 'scope', is: 'part' } },
    {
      rule: 'required',
      path: 'grounds',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (21)' },
    },
    {
      rule: 'required',
      path: 'reasons',
      severity: 'must',
      source: { instrument: 'untoc', article: '18 (23)' },
    },
    {
      rule: 'affirmed',
      path: 'consulted',
      severity: 'should',
      source: { instrument: 'untoc', article: '18 (26)' },
    },
    {
      rule: 'required',
      path: 'alternatives',
      severity: 'should',
      source: { instrument: 'untoc', article: '18 (26)' },
    },
    { rule: 'required', path: 'legalProvision', severity: 'should' },
  ],
}
