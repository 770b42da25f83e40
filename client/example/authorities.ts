import type { Role } from '#crypto/directory/officer-credential.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { AuthorityData } from '../core/enrolment/enrol-authority.js'

/** An authority to try things with. Codes XA to XZ are user-assigned in ISO 3166-1: no State has them. */
export type ExampleAuthority = {
  /** Folder of the first officer below the data folder; further officers get a suffix. */
  readonly home: string
  readonly data: AuthorityData
  readonly officers: readonly {
    readonly home: string
    readonly name: string
    readonly roles: readonly Role[]
  }[]
}

const common = {
  functions: ['mutual-legal-assistance', 'extradition', 'counter-terrorism-24-7'],
  instruments: ['UNTOC', 'UNCAC', 'Budapest Convention on Cybercrime'],
  legalBases: ['UNTOC', 'UNCAC'],
  channels: ['rogatory', 'interpol', 'post'],
  interpol: true,
  accepts: { mediaTypes: ['application/pdf', 'image/png'], maximumBytes: 64 * 1024 ** 3 },
  policy: { approvals: 0 },
} satisfies Partial<AuthorityData>

export const exampleAuthorities: readonly ExampleAuthority[] = [
  {
    home: 'xa',
    data: {
      ...common,
      authority: AuthorityId.parse('xa.moj'),
      state: 'XA',
      names: {
        en: 'Ministry of Justice of Arcadia, Central Authority',
        ar: 'وزارة العدل في أركاديا، السلطة المركزية',
        fr: 'Ministère de la Justice d’Arcadie, Autorité centrale',
      },
      requirements: ['Requests for search state the place and the objects looked for.'],
      languages: { normal: ['en', 'fr'], urgent: ['en'], reciprocity: ['es'] },
      laws: [{ title: 'Act on Mutual Legal Assistance', url: 'https://moj.xa.example/law/mla' }],
      signatureRules: ['An advanced electronic signature of the authority is enough.'],
      timeZone: 'Europe/Lisbon',
      officeHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:30' }],
      holidays: [{ from: '2026-12-24', to: '2027-01-01', name: 'Year’s end' }],
      contact: {
        address: 'Rua da Justiça 1, Arcadia',
        email: 'mla@moj.xa.example',
        telephone: '+351 21 000 0000',
      },
      dutyContact: { telephone: '+351 21 000 0247' },
    },
    officers: [
      { home: 'xa', name: 'Alma Reyes', roles: ['case', 'registrar', 'admin'] },
      { home: 'xa-legal', name: 'Tomas Lind', roles: ['legal', 'case'] },
    ],
  },
  {
    home: 'xb',
    data: {
      ...common,
      authority: AuthorityId.parse('xb.pgo'),
      state: 'XB',
      names: {
        en: 'Prosecutor General’s Office of Belmara, International Department',
        ar: 'مكتب المدعي العام في بلمارا، الإدارة الدولية',
      },
      requirements: ['Documents for use in court are accompanied by a certified translation.'],
      languages: { normal: ['en', 'ar'], urgent: ['en'], reciprocity: [] },
      laws: [
        { title: 'Code of Criminal Procedure, book 7', url: 'https://pgo.xb.example/law/ccp-7' },
      ],
      signatureRules: ['Requests name the officer who signs and the office held.'],
      timeZone: 'Asia/Amman',
      officeHours: [{ days: [7, 1, 2, 3, 4], from: '08:00', to: '15:00' }],
      holidays: [{ from: '2027-05-25', to: '2027-05-25', name: 'Independence Day' }],
      contact: {
        address: '7 Court Street, Belmara',
        email: 'international@pgo.xb.example',
        telephone: '+962 6 000 0000',
      },
      dutyContact: { telephone: '+962 6 000 0247' },
    },
    officers: [
      { home: 'xb', name: 'Yusuf Demir', roles: ['registrar', 'case', 'admin'] },
      { home: 'xb-duty', name: 'Hana Kovacs', roles: ['duty', 'registrar'] },
    ],
  },
]
