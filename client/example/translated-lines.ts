/** The request of the demonstration, line by line, in three languages. No such State, person or case exists. */
export const translatedLines = [
  {
    ar: 'إلى النيابة العامة في بلمارا',
    fr: 'Au parquet général de Belmara',
    en: 'To the Prosecutor General of Belmara',
  },
  {
    ar: 'نطلب تبليغ الاستدعاء المرفق إلى الشاهد.',
    fr: 'Nous demandons la notification au témoin de la citation ci-jointe.',
    en: 'We ask for service of the attached summons on the witness.',
  },
  {
    ar: 'الجلسة في 3 حزيران 2026.',
    fr: 'L’audience est fixée au 3 juin 2026.',
    en: 'The hearing is on 3 June 2026.',
  },
] as const
