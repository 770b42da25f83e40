import type { Template } from '../format.js'
import { facts } from '../fields/facts.js'
import { attachments, contactPoint, languages } from '../fields/formalities.js'
import { legalBasis } from '../fields/legal-basis.js'
import { offences } from '../fields/offences.js'
import { conductingAuthority, reference } from '../fields/proceeding.js'
import { teamMembers } from '../fields/team-members.js'
import { costs, dataProtection } from '../fields/terms.js'
import { jointTeamRules } from '../rules/joint-team.js'
import { sectionTitles } from '../section-titles.js'

export const jointTeam: Template = {
  id: 'joint-team',
  version: 1,
  kind: 'request',
  title: {
    en: 'Proposal of a joint investigation team',
    fr: 'Proposition d’équipe commune d’enquête',
    es: 'Propuesta de equipo conjunto de investigación',
    ar: 'اقتراح إنشاء فريق تحقيق مشترك',
    ru: 'Предложение о создании совместной следственной группы',
    zh: '联合侦查组提议书',
  },
  about: {
    en: 'Proposes to investigate together, with the terms to be agreed.',
    fr: 'Propose d’enquêter ensemble, avec les modalités à convenir.',
    es: 'Propone investigar conjuntamente, con las condiciones por acordar.',
    ar: 'يقترح التحقيق معا مع الشروط المراد الاتفاق عليها.',
    ru: 'Предлагает совместное расследование с условиями, подлежащими согласованию.',
    zh: '提议共同侦查，并列出有待商定的条件。',
  },
  sections: [
    {
      id: 'proceeding',
      title: sectionTitles.proceeding,
      fields: [legalBasis, reference, conductingAuthority, offences, facts],
    },
    {
      id: 'team',
      title: { en: 'Team', fr: 'Équipe', es: 'Equipo', ar: 'الفريق', ru: 'Группа', zh: '侦查组' },
      fields: [
        {
          name: 'purposeOfTeam',
          type: 'lines',
          label: {
            en: 'Purpose of the team',
            fr: 'Objet de l’équipe',
            es: 'Finalidad del equipo',
            ar: 'غرض الفريق',
            ru: 'Цель группы',
            zh: '侦查组的目的',
          },
          max: 4000,
        },
        {
          name: 'parties',
          type: 'text',
          label: {
            en: 'Parties',
            fr: 'Parties',
            es: 'Partes',
            ar: 'الأطراف',
            ru: 'Стороны',
            zh: '各方',
          },
          repeat: { min: 2, max: 20 },
          max: 300,
        },
        teamMembers,
        {
          name: 'leader',
          type: 'text',
          label: {
            en: 'Leader',
            fr: 'Responsable',
            es: 'Jefe del equipo',
            ar: 'قائد الفريق',
            ru: 'Руководитель',
            zh: '组长',
          },
          width: 'half',
          max: 300,
        },
        {
          name: 'location',
          type: 'text',
          label: {
            en: 'Location',
            fr: 'Lieu d’intervention',
            es: 'Lugar de actuación',
            ar: 'مكان العمل',
            ru: 'Место работы',
            zh: '工作地点',
          },
          width: 'half',
          max: 300,
        },
        {
          name: 'from',
          type: 'date',
          label: { en: 'From', fr: 'Du', es: 'Desde', ar: 'من', ru: 'С', zh: '自' },
          width: 'third',
        },
        {
          name: 'to',
          type: 'date',
          label: { en: 'To', fr: 'Au', es: 'Hasta', ar: 'إلى', ru: 'По', zh: '至' },
          width: 'third',
        },
        {
          name: 'extension',
          type: 'text',
          label: {
            en: 'Extension',
            fr: 'Prolongation',
            es: 'Prórroga',
            ar: 'التمديد',
            ru: 'Продление',
            zh: '延长',
          },
          width: 'third',
          max: 300,
        },
      ],
    },
    {
      id: 'terms',
      title: {
        en: 'Terms',
        fr: 'Modalités',
        es: 'Condiciones',
        ar: 'الشروط',
        ru: 'Условия',
        zh: '条件',
      },
      fields: [
        {
          name: 'powers',
          type: 'lines',
          label: {
            en: 'Powers of seconded members',
            fr: 'Pouvoirs des membres détachés',
            es: 'Facultades de los miembros destinados',
            ar: 'صلاحيات الأعضاء المنتدبين',
            ru: 'Полномочия прикомандированных членов',
            zh: '借调成员的权限',
          },
          max: 4000,
        },
        {
          name: 'evidence',
          type: 'lines',
          label: {
            en: 'Gathering, transmitting and using evidence',
            fr: 'Recueil, transmission et utilisation des preuves',
            es: 'Obtención, transmisión y uso de pruebas',
            ar: 'جمع الأدلة ونقلها واستعمالها',
            ru: 'Сбор, передача и использование доказательств',
            zh: '证据的收集、移交和使用',
          },
          max: 4000,
        },
        {
          name: 'confidentialityTerms',
          type: 'lines',
          label: {
            en: 'Confidentiality',
            fr: 'Confidentialité',
            es: 'Confidencialidad',
            ar: 'السرية',
            ru: 'Конфиденциальность',
            zh: '保密',
          },
          max: 4000,
        },
        dataProtection,
        costs,
        {
          name: 'liability',
          type: 'lines',
          label: {
            en: 'Liability of members',
            fr: 'Responsabilité des membres',
            es: 'Responsabilidad de los miembros',
            ar: 'مسؤولية الأعضاء',
            ru: 'Ответственность членов',
            zh: '成员责任',
          },
          max: 4000,
        },
        {
          name: 'sovereignty',
          type: 'flag',
          label: {
            en: 'The sovereignty of the Party in whose territory the team works is fully respected',
            fr: 'La souveraineté de la Partie sur le territoire de laquelle l’équipe intervient est pleinement respectée',
            es: 'Se respeta plenamente la soberanía de la Parte en cuyo territorio actúa el equipo',
            ar: 'تُحترم احتراما كاملا سيادة الطرف الذي يعمل الفريق في إقليمه',
            ru: 'Полностью уважается суверенитет Стороны, на территории которой действует группа',
            zh: '充分尊重侦查组所在方的主权',
          },
        },
        languages,
        attachments,
        contactPoint,
      ],
    },
  ],
  rules: jointTeamRules,
}
