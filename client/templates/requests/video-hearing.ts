import type { Template } from '../format.js'
import { confidentiality } from '../fields/confidentiality.js'
import { facts } from '../fields/facts.js'
import { contactPoint, languages } from '../fields/formalities.js'
import { consent, interpreter } from '../fields/hearing.js'
import { legalBasis } from '../fields/legal-basis.js'
import { offences } from '../fields/offences.js'
import { persons } from '../fields/persons.js'
import { conductingAuthority, reference, subjectMatter } from '../fields/proceeding.js'
import { costs } from '../fields/terms.js'
import { videoHearingRules } from '../rules/video-hearing.js'
import { sectionTitles } from '../section-titles.js'

export const videoHearing: Template = {
  id: 'video-hearing',
  version: 1,
  kind: 'request',
  title: {
    en: 'Request for hearing by video conference',
    fr: 'Demande d’audition par vidéoconférence',
    es: 'Solicitud de audiencia por videoconferencia',
    ar: 'طلب استماع عبر الفيديو',
    ru: 'Просьба о допросе по видеосвязи',
    zh: '视频听证请求书',
  },
  about: {
    en: 'Has a person in the requested State heard by a court of the requesting State.',
    fr: 'Permet à une juridiction de l’État requérant d’entendre une personne se trouvant dans l’État requis.',
    es: 'Permite que un tribunal del Estado requirente oiga a una persona en el Estado requerido.',
    ar: 'يتيح لمحكمة في الدولة الطالبة الاستماع إلى شخص في الدولة متلقية الطلب.',
    ru: 'Позволяет суду запрашивающего государства допросить лицо в запрашиваемом государстве.',
    zh: '由请求国法院听取身处被请求国人员的陈述。',
  },
  sections: [
    {
      id: 'proceeding',
      title: sectionTitles.proceeding,
      fields: [legalBasis, reference, conductingAuthority, subjectMatter, offences, facts],
    },
    {
      id: 'hearing',
      title: {
        en: 'Hearing',
        fr: 'Audition',
        es: 'Audiencia',
        ar: 'الجلسة',
        ru: 'Допрос',
        zh: '听证',
      },
      fields: [
        persons,
        {
          name: 'reasonForVideo',
          type: 'lines',
          label: {
            en: 'Why it is not desirable or possible to appear in person',
            fr: 'Raisons pour lesquelles la comparution en personne n’est ni souhaitable ni possible',
            es: 'Por qué no es conveniente o posible la comparecencia en persona',
            ar: 'أسباب عدم ملاءمة الحضور الشخصي أو تعذره',
            ru: 'Почему личная явка нежелательна или невозможна',
            zh: '不宜或无法亲自出庭的原因',
          },
          max: 4000,
        },
        {
          name: 'conductedBy',
          type: 'text',
          label: {
            en: 'Judicial authority and persons conducting the hearing',
            fr: 'Autorité judiciaire et personnes chargées de l’audition',
            es: 'Autoridad judicial y personas que dirigirán la audiencia',
            ar: 'السلطة القضائية والأشخاص القائمون بالاستماع',
            ru: 'Судебный орган и лица, проводящие допрос',
            zh: '主持听证的司法机关和人员',
          },
          width: 'half',
          max: 300,
        },
        {
          name: 'dates',
          type: 'moment',
          label: {
            en: 'Proposed times',
            fr: 'Dates et heures proposées',
            es: 'Fechas y horas propuestas',
            ar: 'المواعيد المقترحة',
            ru: 'Предлагаемое время',
            zh: '拟议时间',
          },
          width: 'half',
          repeat: { min: 1, max: 10 },
        },
        {
          name: 'duration',
          type: 'text',
          label: {
            en: 'Expected duration',
            fr: 'Durée prévue',
            es: 'Duración prevista',
            ar: 'المدة المتوقعة',
            ru: 'Ожидаемая продолжительность',
            zh: '预计时长',
          },
          width: 'third',
          max: 60,
        },
        {
          name: 'languagesOfHearing',
          type: 'language',
          label: {
            en: 'Languages of the hearing',
            fr: 'Langues de l’audition',
            es: 'Idiomas de la audiencia',
            ar: 'لغات الجلسة',
            ru: 'Языки допроса',
            zh: '听证语文',
          },
          width: 'third',
          repeat: { min: 1, max: 5 },
        },
        interpreter,
        {
          name: 'questions',
          type: 'lines',
          label: {
            en: 'Questions or subjects',
            fr: 'Questions ou thèmes',
            es: 'Preguntas o temas',
            ar: 'الأسئلة أو المواضيع',
            ru: 'Вопросы или темы',
            zh: '问题或主题',
          },
          max: 20000,
        },
        {
          name: 'procedure',
          type: 'lines',
          label: {
            en: 'Oath, identification, rights and other formalities',
            fr: 'Serment, vérification d’identité, droits et autres formalités',
            es: 'Juramento, identificación, derechos y demás formalidades',
            ar: 'اليمين والتحقق من الهوية والحقوق والإجراءات الشكلية الأخرى',
            ru: 'Присяга, установление личности, права и иные формальности',
            zh: '宣誓、身份核实、权利和其他手续',
          },
          max: 4000,
        },
        {
          name: 'protection',
          type: 'lines',
          label: {
            en: 'Protection of the person heard',
            fr: 'Protection de la personne entendue',
            es: 'Protección de la persona oída',
            ar: 'حماية الشخص المستمع إليه',
            ru: 'Защита допрашиваемого',
            zh: '对被听取人的保护',
          },
          max: 4000,
        },
        consent,
      ],
    },
    {
      id: 'technique',
      title: {
        en: 'Technical matters',
        fr: 'Aspects techniques',
        es: 'Aspectos técnicos',
        ar: 'المسائل التقنية',
        ru: 'Технические вопросы',
        zh: '技术事项',
      },
      fields: [
        {
          name: 'system',
          type: 'text',
          label: {
            en: 'System and connection',
            fr: 'Système et connexion',
            es: 'Sistema y conexión',
            ar: 'النظام والاتصال',
            ru: 'Система и соединение',
            zh: '系统和连接',
          },
          max: 500,
        },
        {
          name: 'testContact',
          type: 'text',
          label: {
            en: 'Technician, for a test',
            fr: 'Technicien, pour un essai',
            es: 'Técnico, para una prueba',
            ar: 'الفني لإجراء اختبار',
            ru: 'Технический специалист для проверки',
            zh: '测试技术人员',
          },
          width: 'half',
          max: 300,
        },
        {
          name: 'recording',
          type: 'text',
          label: {
            en: 'Recording and record',
            fr: 'Enregistrement et procès-verbal',
            es: 'Grabación y acta',
            ar: 'التسجيل والمحضر',
            ru: 'Запись и протокол',
            zh: '录制和笔录',
          },
          width: 'half',
          max: 500,
        },
        costs,
        confidentiality,
        languages,
        contactPoint,
      ],
    },
  ],
  rules: videoHearingRules,
}
