/** A filled request, for whoever tries the example. Invented from end to end: no such State, person or case. */
export const exampleDraft = {
  legalBasis: [{ kind: 'treaty', instrument: 'UNTOC', article: '18' }],
  reference: '1402/26.7 TELSB',
  conductingAuthority: {
    name: 'Investigating court of Porto Novo, Arcadia',
    functions: 'Pre-trial investigation of serious economic crime',
    caseNumbers: ['1402/26.7 TELSB'],
  },
  stage: 'investigation',
  subjectMatter: 'Money laundering through company accounts held in Belmara.',
  offences: [
    {
      title: 'Money laundering',
      statute: 'Article 368-A of the Penal Code of Arcadia',
      statuteText:
        'Whoever converts or transfers proceeds of a crime in order to conceal their origin is punished by imprisonment of up to twelve years.',
      maximumPenalty: '12 years of imprisonment',
      limitation: '2036-05-14',
      dualCriminality: 'Article 420 of the Penal Code of Belmara',
    },
  ],
  facts: {
    summary:
      'Between March and August 2025, proceeds of trafficking were moved through accounts held in Belmara by a company without staff or premises.',
    nexus: 'The statements of two accounts show the origin and the final beneficiary of the sums.',
  },
  persons: [
    { role: 'suspect', name: 'Marek Oldrin', birth: '1979-02-11', nationalities: ['XA'] },
    { role: 'legal-person', name: 'Brightwater Holdings SAL', registration: 'XB-77120' },
  ],
  assistance: [
    {
      kind: 'bank-records',
      description: 'Opening documents and statements of accounts 0042 and 0043.',
      period: { from: '2025-03-01', to: '2025-08-31' },
      form: 'Certified copies',
    },
  ],
  purpose: 'Evidence in the proceeding named above.',
  confidentiality: {
    required: true,
    reasons: 'The investigation is covert.',
    notifySubject: 'no',
  },
  limitsOfUse: { use: 'For this proceeding only.', onwardTransfer: 'with-consent' },
  costs: 'As the convention provides.',
  languages: { original: 'en', translations: [] },
} as const
