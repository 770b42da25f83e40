import type { Field } from '../format.js'
import { assistanceKinds } from './assistance-kinds.js'
import { period } from './period.js'

export const assistance: Field = {
  name: 'assistance',
  type: 'group',
  label: {
    en: 'Assistance sought',
    fr: 'Entraide demandée',
    es: 'Asistencia solicitada',
    ar: 'المساعدة المطلوبة',
    ru: 'Запрашиваемая помощь',
    zh: '请求的协助',
  },
  repeat: { min: 1, max: 50 },
  fields: [
    assistanceKinds,
    {
      name: 'description',
      type: 'lines',
      label: {
        en: 'Description of what is sought',
        fr: 'Description de ce qui est demandé',
        es: 'Descripción de lo solicitado',
        ar: 'وصف ما هو مطلوب',
        ru: 'Описание запрашиваемого',
        zh: '所请求事项的说明',
      },
      max: 20000,
    },
    {
      name: 'target',
      type: 'text',
      label: {
        en: 'Person, place, account or object concerned',
        fr: 'Personne, lieu, compte ou objet visé',
        es: 'Persona, lugar, cuenta u objeto de que se trata',
        ar: 'الشخص أو المكان أو الحساب أو الشيء المعني',
        ru: 'Лицо, место, счёт или предмет',
        zh: '所涉人员、地点、账户或物品',
      },
      max: 1000,
    },
    period,
    {
      name: 'procedure',
      type: 'lines',
      label: {
        en: 'Particular procedure to be followed',
        fr: 'Procédure particulière à suivre',
        es: 'Procedimiento particular que deba seguirse',
        ar: 'الإجراء الخاص المراد اتباعه',
        ru: 'Особая процедура, которую следует соблюсти',
        zh: '需遵循的特定程序',
      },
      help: {
        en: 'Formalities without which your court could not use the evidence. Leave empty if there are none.',
        fr: 'Formalités sans lesquelles votre juridiction ne pourrait utiliser la preuve. À laisser vide s’il n’y en a pas.',
        es: 'Formalidades sin las que su tribunal no podría utilizar la prueba. Déjelo vacío si no las hay.',
        ar: 'الإجراءات الشكلية التي لا يمكن لمحكمتكم استعمال الدليل من دونها. تُترك الخانة فارغة إن لم توجد.',
        ru: 'Формальности, без которых ваш суд не сможет использовать доказательство. Оставьте пустым, если их нет.',
        zh: '贵国法院采用该证据所必需的手续。如无，请留空。',
      },
      max: 4000,
    },
    {
      name: 'attendance',
      type: 'lines',
      label: {
        en: 'Officials who ask to attend',
        fr: 'Agents qui demandent à assister',
        es: 'Funcionarios que solicitan estar presentes',
        ar: 'المسؤولون الراغبون في الحضور',
        ru: 'Должностные лица, просящие о присутствии',
        zh: '请求到场的官员',
      },
      max: 2000,
    },
    {
      name: 'form',
      type: 'text',
      label: {
        en: 'Form of the evidence',
        fr: 'Forme des éléments de preuve',
        es: 'Forma de la prueba',
        ar: 'شكل الدليل',
        ru: 'Форма доказательства',
        zh: '证据形式',
      },
      width: 'half',
      max: 300,
    },
    {
      name: 'neededBy',
      type: 'date',
      label: {
        en: 'Needed by',
        fr: 'Nécessaire pour le',
        es: 'Fecha en que se necesita',
        ar: 'مطلوب قبل تاريخ',
        ru: 'Требуется к',
        zh: '需要日期',
      },
      width: 'half',
    },
  ],
}

export const purpose: Field = {
  name: 'purpose',
  type: 'lines',
  label: {
    en: 'Purpose for which the evidence, information or action is sought',
    fr: 'But dans lequel les éléments, renseignements ou mesures sont demandés',
    es: 'Finalidad para la que se solicita la prueba, información o actuación',
    ar: 'الغرض الذي تُلتمس من أجله الأدلة أو المعلومات أو الإجراءات',
    ru: 'Цель, для которой запрашиваются доказательства, информация или меры',
    zh: '索取证据、资料或要求采取行动的目的',
  },
  max: 10000,
}
