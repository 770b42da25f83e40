import type { Draft } from '../core/compose-package.js'

/** A filled request for mutual legal assistance, after UNTOC article 18 (15). Invented from end to end. */
export const exampleForm: Draft['form'] = {
  legalBasis: [{ treaty: 'UNTOC', article: '18' }],
  conductingAuthority: {
    name: 'Investigating court of Porto Novo, Arcadia',
    function: 'pre-trial investigation',
    reference: '1402/26.7 TELSB',
  },
  offences: [
    {
      title: 'Money laundering',
      statute: 'Article 368-A of the Penal Code of Arcadia',
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
      form: 'certified copies',
    },
  ],
  purpose: 'Evidence in the proceeding named above.',
  confidentiality: {
    required: true,
    notifySubject: false,
    reasons: 'The investigation is covert.',
  },
  urgency: { level: 'routine' },
  languages: { original: 'en' },
}
