import type { Text } from './format.js'

type Instrument = {
  readonly title: Text
  /** How its provisions are called. */
  readonly divided: 'article' | 'paragraph'
  /** As directory entries usually name it. */
  readonly short?: string
}

/** The instruments that rules rest on. */
export const instruments: Readonly<Record<string, Instrument>> = {
  untoc: {
    title: {
      en: 'United Nations Convention against Transnational Organized Crime',
      fr: 'Convention des Nations Unies contre la criminalité transnationale organisée',
      es: 'Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional',
      ar: 'اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية',
      ru: 'Конвенция ООН против транснациональной организованной преступности',
      zh: '《联合国打击跨国有组织犯罪公约》',
    },
    divided: 'article',
    short: 'UNTOC',
  },
  uncac: {
    title: {
      en: 'United Nations Convention against Corruption',
      fr: 'Convention des Nations Unies contre la corruption',
      es: 'Convención de las Naciones Unidas contra la Corrupción',
      ar: 'اتفاقية الأمم المتحدة لمكافحة الفساد',
      ru: 'Конвенция ООН против коррупции',
      zh: '《联合国反腐败公约》',
    },
    divided: 'article',
    short: 'UNCAC',
  },
  budapest: {
    title: {
      en: 'Convention on Cybercrime (Budapest)',
      fr: 'Convention sur la cybercriminalité (Budapest)',
      es: 'Convenio sobre la Ciberdelincuencia (Budapest)',
      ar: 'اتفاقية الجريمة الإلكترونية (بودابست)',
      ru: 'Конвенция о компьютерных преступлениях (Будапешт)',
      zh: '《网络犯罪公约》（布达佩斯）',
    },
    divided: 'article',
    short: 'Budapest Convention on Cybercrime',
  },
  'budapest-2': {
    title: {
      en: 'Second Additional Protocol to the Convention on Cybercrime',
      fr: 'Deuxième Protocole additionnel à la Convention sur la cybercriminalité',
      es: 'Segundo Protocolo adicional al Convenio sobre la Ciberdelincuencia',
      ar: 'البروتوكول الإضافي الثاني لاتفاقية الجريمة الإلكترونية',
      ru: 'Второй дополнительный протокол к Конвенции о компьютерных преступлениях',
      zh: '《网络犯罪公约》第二附加议定书',
    },
    divided: 'article',
  },
  'model-mla': {
    title: {
      en: 'Model Treaty on Mutual Assistance in Criminal Matters',
      fr: 'Traité type d’entraide judiciaire en matière pénale',
      es: 'Tratado modelo de asistencia recíproca en asuntos penales',
      ar: 'المعاهدة النموذجية لتبادل المساعدة في المسائل الجنائية',
      ru: 'Типовой договор о взаимной помощи в области уголовного правосудия',
      zh: '《刑事事件互助示范条约》',
    },
    divided: 'article',
  },
  'model-extradition': {
    title: {
      en: 'Model Treaty on Extradition',
      fr: 'Traité type d’extradition',
      es: 'Tratado modelo de extradición',
      ar: 'المعاهدة النموذجية لتسليم المجرمين',
      ru: 'Типовой договор о выдаче',
      zh: '《引渡示范条约》',
    },
    divided: 'article',
  },
  'model-transfer': {
    title: {
      en: 'Model Treaty on the Transfer of Proceedings in Criminal Matters',
      fr: 'Traité type sur le transfert des poursuites pénales',
      es: 'Tratado modelo sobre la remisión del proceso en materia penal',
      ar: 'المعاهدة النموذجية بشأن نقل الإجراءات في المسائل الجنائية',
      ru: 'Типовой договор о передаче производства по уголовным делам',
      zh: '《刑事事件转移诉讼示范条约》',
    },
    divided: 'article',
  },
  'european-extradition': {
    title: {
      en: 'European Convention on Extradition',
      fr: 'Convention européenne d’extradition',
      es: 'Convenio Europeo de Extradición',
      ar: 'الاتفاقية الأوروبية لتسليم المجرمين',
      ru: 'Европейская конвенция о выдаче',
      zh: '《欧洲引渡公约》',
    },
    divided: 'article',
  },
  'european-mla-2': {
    title: {
      en: 'Second Additional Protocol to the European Convention on Mutual Assistance in Criminal Matters',
      fr: 'Deuxième Protocole additionnel à la Convention européenne d’entraide judiciaire en matière pénale',
      es: 'Segundo Protocolo adicional al Convenio Europeo de Asistencia Judicial en Materia Penal',
      ar: 'البروتوكول الإضافي الثاني للاتفاقية الأوروبية للمساعدة المتبادلة في المسائل الجنائية',
      ru: 'Второй дополнительный протокол к Европейской конвенции о взаимной правовой помощи по уголовным делам',
      zh: '《欧洲刑事司法协助公约》第二附加议定书',
    },
    divided: 'article',
  },
  'terrorism-financing': {
    title: {
      en: 'International Convention for the Suppression of the Financing of Terrorism',
      fr: 'Convention internationale pour la répression du financement du terrorisme',
      es: 'Convenio Internacional para la Represión de la Financiación del Terrorismo',
      ar: 'الاتفاقية الدولية لقمع تمويل الإرهاب',
      ru: 'Международная конвенция о борьбе с финансированием терроризма',
      zh: '《制止向恐怖主义提供资助的国际公约》',
    },
    divided: 'article',
  },
  'terrorist-bombings': {
    title: {
      en: 'International Convention for the Suppression of Terrorist Bombings',
      fr: 'Convention internationale pour la répression des attentats terroristes à l’explosif',
      es: 'Convenio Internacional para la represión de los atentados terroristas cometidos con bombas',
      ar: 'الاتفاقية الدولية لقمع الهجمات الإرهابية بالقنابل',
      ru: 'Международная конвенция о борьбе с бомбовым терроризмом',
      zh: '《制止恐怖主义爆炸的国际公约》',
    },
    divided: 'article',
  },
  'res-1373': {
    title: {
      en: 'Security Council resolution 1373 (2001)',
      fr: 'Résolution 1373 (2001) du Conseil de sécurité',
      es: 'Resolución 1373 (2001) del Consejo de Seguridad',
      ar: 'قرار مجلس الأمن 1373 (2001)',
      ru: 'Резолюция 1373 (2001) Совета Безопасности',
      zh: '安全理事会第1373（2001）号决议',
    },
    divided: 'paragraph',
  },
  'res-2322': {
    title: {
      en: 'Security Council resolution 2322 (2016)',
      fr: 'Résolution 2322 (2016) du Conseil de sécurité',
      es: 'Resolución 2322 (2016) del Consejo de Seguridad',
      ar: 'قرار مجلس الأمن 2322 (2016)',
      ru: 'Резолюция 2322 (2016) Совета Безопасности',
      zh: '安全理事会第2322（2016）号决议',
    },
    divided: 'paragraph',
  },
  'res-2396': {
    title: {
      en: 'Security Council resolution 2396 (2017)',
      fr: 'Résolution 2396 (2017) du Conseil de sécurité',
      es: 'Resolución 2396 (2017) del Consejo de Seguridad',
      ar: 'قرار مجلس الأمن 2396 (2017)',
      ru: 'Резолюция 2396 (2017) Совета Безопасности',
      zh: '安全理事会第2396（2017）号决议',
    },
    divided: 'paragraph',
  },
  'unesco-1970': {
    title: {
      en: 'UNESCO Convention of 1970 on illicit trade in cultural property',
      fr: 'Convention de l’UNESCO de 1970 sur le trafic illicite de biens culturels',
      es: 'Convención de la UNESCO de 1970 sobre el tráfico ilícito de bienes culturales',
      ar: 'اتفاقية اليونسكو لعام 1970 بشأن الاتجار غير المشروع بالممتلكات الثقافية',
      ru: 'Конвенция ЮНЕСКО 1970 года о незаконном обороте культурных ценностей',
      zh: '1970年教科文组织关于非法贩运文化财产的公约',
    },
    divided: 'article',
  },
  'cultural-guidelines': {
    title: {
      en: 'International Guidelines on Trafficking in Cultural Property (General Assembly resolution 69/196)',
      fr: 'Principes directeurs internationaux sur le trafic de biens culturels (résolution 69/196 de l’Assemblée générale)',
      es: 'Directrices internacionales sobre el tráfico de bienes culturales (resolución 69/196 de la Asamblea General)',
      ar: 'المبادئ التوجيهية الدولية بشأن الاتجار بالممتلكات الثقافية (قرار الجمعية العامة 69/196)',
      ru: 'Международные руководящие принципы в отношении незаконного оборота культурных ценностей (резолюция 69/196 Генеральной Ассамблеи)',
      zh: '关于贩运文化财产的国际准则（大会第69/196号决议）',
    },
    divided: 'paragraph',
  },
  iccpr: {
    title: {
      en: 'International Covenant on Civil and Political Rights',
      fr: 'Pacte international relatif aux droits civils et politiques',
      es: 'Pacto Internacional de Derechos Civiles y Políticos',
      ar: 'العهد الدولي الخاص بالحقوق المدنية والسياسية',
      ru: 'Международный пакт о гражданских и политических правах',
      zh: '《公民及政治权利国际公约》',
    },
    divided: 'article',
  },
}
