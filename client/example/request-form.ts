import type { Draft } from '../core/packages/compose-package.js'

/** A filled request for mutual legal assistance, after UNTOC article 18 (15). Invented from end to end. */
export const exampleForm: Draft['form'] = {
  reference: 'MLA-2026-0117',
  legalBasis: [{ kind: 'treaty', instrument: 'UNTOC', article: '18' }],
  conductingAuthority: {
    name: 'Investigating court of Porto Novo, Arcadia',
    functions: 'Pre-trial investigation',
    caseNumbers: ['1402/26.7 TELSB'],
  },
  stage: 'investigation',
  subjectMatter: 'Pre-trial investigation of money laundering by an organized group.',
  offences: [
    {
      title: 'Money laundering',
      statute: 'Article 368-A of the Penal Code of Arcadia',
      statuteText:
        'Whoever converts or transfers property, knowing that it stems from a crime, to conceal its origin, is punished by imprisonment of two to twelve years.',
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
    {
      role: 'suspect',
      name: 'Marek Oldrin',
      birth: '1979-02-11',
      nationalities: ['XA'],
      address: '14 Harbour Row, Porto Novo, Arcadia',
    },
    {
      role: 'legal-person',
      name: 'Brightwater Holdings SAL',
      registration: 'XB-77120',
      address: '3 Customs Square, Belmara',
    },
  ],
  assistance: [
    {
      kind: 'bank-records',
      description: 'Opening documents and statements of accounts 0042 and 0043.',
      target: 'Accounts 0042 and 0043 of Brightwater Holdings SAL',
      period: { from: '2025-03-01', to: '2025-08-31' },
      form: 'Certified copies',
    },
  ],
  purpose: 'Evidence in the proceeding named above.',
  confidentiality: {
    required: true,
    notifySubject: 'no',
    reasons: 'The investigation is covert.',
  },
  urgency: { level: 'routine' },
  languages: { original: 'en' },
}
