import type { Field } from '../format.js'

export const refusalGrounds: Field = {
  name: 'grounds',
  type: 'choice',
  label: {
    en: 'Grounds',
    fr: 'Motifs de refus',
    es: 'Causas de denegación',
    ar: 'أسباب الرفض',
    ru: 'Основания для отказа',
    zh: '拒绝依据',
  },
  repeat: { min: 1, max: 10 },
  options: [
    {
      value: 'not-in-conformity',
      label: {
        en: 'Request not made in conformity with the instrument',
        fr: 'Demande non conforme à l’instrument',
        es: 'Solicitud no conforme con el instrumento',
        ar: 'عدم تقديم الطلب وفقا لأحكام الصك',
        ru: 'Просьба представлена не в соответствии с документом',
        zh: '请求不符合文书规定',
      },
    },
    {
      value: 'essential-interests',
      label: {
        en: 'Sovereignty, security, public order or other essential interests',
        fr: 'Souveraineté, sécurité, ordre public ou autres intérêts essentiels',
        es: 'Soberanía, seguridad, orden público u otros intereses fundamentales',
        ar: 'السيادة أو الأمن أو النظام العام أو المصالح الأساسية الأخرى',
        ru: 'Суверенитет, безопасность, публичный порядок или другие жизненно важные интересы',
        zh: '主权、安全、公共秩序或其他根本利益',
      },
    },
    {
      value: 'prohibited-domestically',
      label: {
        en: 'Action prohibited for a similar domestic offence',
        fr: 'Mesure interdite pour une infraction interne analogue',
        es: 'Medida prohibida respecto de un delito interno análogo',
        ar: 'إجراء محظور بشأن جرم محلي مماثل',
        ru: 'Действие запрещено в отношении аналогичного внутреннего преступления',
        zh: '对类似的本国犯罪禁止采取该行动',
      },
    },
    {
      value: 'contrary-to-legal-system',
      label: {
        en: 'Contrary to the legal system of the requested State',
        fr: 'Contraire au système juridique de l’État requis',
        es: 'Contraria al ordenamiento jurídico del Estado requerido',
        ar: 'التعارض مع النظام القانوني للدولة متلقية الطلب',
        ru: 'Противоречит правовой системе запрашиваемого государства',
        zh: '违反被请求国法律制度',
      },
    },
    {
      value: 'dual-criminality',
      label: {
        en: 'Absence of dual criminality',
        fr: 'Absence de double incrimination',
        es: 'Falta de doble incriminación',
        ar: 'انتفاء ازدواجية التجريم',
        ru: 'Отсутствие двойной преступности',
        zh: '不符合双重犯罪原则',
      },
    },
    {
      value: 'discrimination',
      label: {
        en: 'Prosecution on account of sex, race, religion, nationality, ethnic origin or political opinions',
        fr: 'Poursuites fondées sur le sexe, la race, la religion, la nationalité, l’origine ethnique ou les opinions politiques',
        es: 'Persecución por sexo, raza, religión, nacionalidad, origen étnico u opiniones políticas',
        ar: 'ملاحقة بسبب الجنس أو العرق أو الدين أو الجنسية أو الأصل الإثني أو الآراء السياسية',
        ru: 'Преследование по признаку пола, расы, религии, гражданства, этнического происхождения или политических убеждений',
        zh: '因性别、种族、宗教、国籍、族裔或政治见解而追诉',
      },
    },
    {
      value: 'ne-bis-in-idem',
      label: {
        en: 'Ne bis in idem',
        fr: 'Ne bis in idem',
        es: 'Ne bis in idem',
        ar: 'عدم جواز المحاكمة عن ذات الفعل مرتين',
        ru: 'Запрет повторного осуждения за одно и то же деяние',
        zh: '一事不再理',
      },
    },
    {
      value: 'military-offence',
      label: {
        en: 'Purely military offence',
        fr: 'Infraction purement militaire',
        es: 'Delito estrictamente militar',
        ar: 'جريمة عسكرية بحتة',
        ru: 'Чисто воинское преступление',
        zh: '纯属军事犯罪',
      },
    },
    {
      value: 'death-penalty',
      label: {
        en: 'Death penalty without sufficient assurance',
        fr: 'Peine de mort sans assurance suffisante',
        es: 'Pena de muerte sin garantías suficientes',
        ar: 'عقوبة الإعدام دون ضمان كاف',
        ru: 'Смертная казнь без достаточных заверений',
        zh: '可能判处死刑而无充分保证',
      },
    },
    {
      value: 'torture',
      label: {
        en: 'Danger of torture or ill-treatment',
        fr: 'Risque de torture ou de mauvais traitements',
        es: 'Riesgo de tortura o malos tratos',
        ar: 'خطر التعذيب أو إساءة المعاملة',
        ru: 'Опасность пыток или жестокого обращения',
        zh: '有遭受酷刑或虐待的危险',
      },
    },
    {
      value: 'fair-trial',
      label: {
        en: 'No fair trial to be expected',
        fr: 'Absence de garanties d’un procès équitable',
        es: 'Falta de garantías de un juicio imparcial',
        ar: 'عدم توافر ضمانات المحاكمة العادلة',
        ru: 'Отсутствие гарантий справедливого судебного разбирательства',
        zh: '不能保证公正审判',
      },
    },
    {
      value: 'immunity',
      label: {
        en: 'Immunity or privilege',
        fr: 'Immunité ou privilège',
        es: 'Inmunidad o privilegio',
        ar: 'حصانة أو امتياز',
        ru: 'Иммунитет или привилегия',
        zh: '豁免或特权',
      },
    },
    {
      value: 'proportionality',
      label: {
        en: 'Measure out of proportion',
        fr: 'Mesure disproportionnée',
        es: 'Medida desproporcionada',
        ar: 'عدم تناسب الإجراء',
        ru: 'Несоразмерность меры',
        zh: '措施不相称',
      },
    },
    {
      value: 'limitation',
      label: {
        en: 'Prosecution or sentence barred by lapse of time',
        fr: 'Prescription de l’action ou de la peine',
        es: 'Prescripción de la acción o de la pena',
        ar: 'سقوط الدعوى أو العقوبة بالتقادم',
        ru: 'Истечение срока давности',
        zh: '已过时效',
      },
    },
    {
      value: 'nationality',
      label: {
        en: 'The person sought is a national',
        fr: 'La personne réclamée est un ressortissant',
        es: 'La persona reclamada es nacional',
        ar: 'الشخص المطلوب من رعايا الدولة',
        ru: 'Требуемое лицо является гражданином',
        zh: '被请求引渡人系本国国民',
      },
    },
    {
      value: 'political-offence',
      label: {
        en: 'Political offence',
        fr: 'Infraction politique',
        es: 'Delito político',
        ar: 'جريمة سياسية',
        ru: 'Политическое преступление',
        zh: '政治犯罪',
      },
      barred: {
        why: {
          en: 'In a terrorism case political motivation is no ground to refuse.',
          fr: 'Dans une affaire de terrorisme, le mobile politique ne peut fonder un refus.',
          es: 'En un caso de terrorismo, la motivación política no es causa de denegación.',
          ar: 'في قضايا الإرهاب لا يعد الدافع السياسي سببا للرفض.',
          ru: 'По делу о терроризме политический мотив не является основанием для отказа.',
          zh: '在恐怖主义案件中，政治动机不得作为拒绝理由。',
        },
        sources: [
          { instrument: 'res-2322', article: '10' },
          { instrument: 'res-1373', article: '3 (g)' },
          { instrument: 'terrorism-financing', article: '14' },
          { instrument: 'terrorist-bombings', article: '11' },
        ],
        when: {
          any: [
            { path: 'terrorismOffence', is: true },
            { path: 'request/offences.*.terrorismInstrument', given: true },
          ],
        },
      },
    },
    {
      value: 'bank-secrecy',
      label: {
        en: 'Bank secrecy',
        fr: 'Secret bancaire',
        es: 'Secreto bancario',
        ar: 'السرية المصرفية',
        ru: 'Банковская тайна',
        zh: '银行保密',
      },
      barred: {
        why: {
          en: 'Assistance may not be declined on the ground of bank secrecy.',
          fr: 'L’entraide ne peut être refusée au motif du secret bancaire.',
          es: 'No puede denegarse la asistencia invocando el secreto bancario.',
          ar: 'لا يجوز رفض المساعدة بحجة السرية المصرفية.',
          ru: 'Отказ в помощи на основании банковской тайны не допускается.',
          zh: '不得以银行保密为由拒绝提供协助。',
        },
        sources: [
          { instrument: 'untoc', article: '18 (8)' },
          { instrument: 'uncac', article: '46 (8)' },
          { instrument: 'terrorism-financing', article: '12 (2)' },
        ],
      },
    },
    {
      value: 'fiscal-only',
      label: {
        en: 'Fiscal matters alone',
        fr: 'Caractère fiscal, à lui seul',
        es: 'Carácter exclusivamente fiscal',
        ar: 'المسائل المالية وحدها',
        ru: 'Исключительно налоговый характер',
        zh: '仅涉及财税事项',
      },
      barred: {
        why: {
          en: 'Assistance may not be refused on the sole ground that the offence also involves fiscal matters.',
          fr: 'L’entraide ne peut être refusée au seul motif que l’infraction touche aussi à des questions fiscales.',
          es: 'No puede denegarse la asistencia por la única razón de que el delito entrañe también asuntos fiscales.',
          ar: 'لا يجوز رفض المساعدة لمجرد أن الجرم يعتبر أيضا منطويا على مسائل مالية.',
          ru: 'Нельзя отказать в помощи лишь на том основании, что преступление связано также с налоговыми вопросами.',
          zh: '不得仅以犯罪又被视为涉及财税事项为由拒绝提供协助。',
        },
        sources: [
          { instrument: 'untoc', article: '18 (22)' },
          { instrument: 'uncac', article: '46 (22)' },
          { instrument: 'terrorism-financing', article: '13' },
        ],
      },
    },
  ],
}
