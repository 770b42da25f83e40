import type { Role } from '#crypto/directory/officer-credential.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { AuthorityData } from '../core/enrol-authority.js'

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
        fr: 'Ministère de la Justice d’Arcadie, Autorité centrale',
      },
      requirements: ['Requests for search state the place and the objects looked for.'],
      languages: { normal: ['en', 'fr'], urgent: ['en'], reciprocity: ['es'] },
      timeZone: 'Europe/Lisbon',
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
      timeZone: 'Asia/Amman',
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
