import { expect } from 'chai'
import { DirectoryEntry } from '#crypto/directory/entry.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { codeOf } from '#test/support/code-of.js'
import { type World, world } from '#test/support/world/world.js'

/** Member by member: what an authority may say of itself, and what it may not. */
const accepted: Record<string, Partial<DirectoryEntry>> = {
  'a State by its assigned code': { state: 'QA' },
  'a State of an example': { state: 'XZ' },
  'names in several scripts': { names: { en: 'Ministry', ru: 'Министерство', ar: 'وزارة العدل' } },
  'a name of words in different scripts': { names: { el: 'Υπουργείο ICT' } },
  'two openings a day': {
    officeHours: [
      { days: [1, 5], from: '00:00', to: '12:00' },
      { days: [1], from: '13:00', to: '24:00' },
    ],
  },
  'a holiday of one day': {
    holidays: [{ from: '2028-02-29', to: '2028-02-29', name: 'Leap day' }],
  },
  'a legal basis among its instruments': { instruments: ['UNTOC', 'UNCAC'], legalBases: ['UNCAC'] },
  'a link to a law': { laws: [{ title: 'Act', url: 'https://law.example/act' }] },
}
const refused: Record<string, object> = {
  'a code that no State has': { state: 'XX2' },
  'a code not assigned': { state: 'UK' },
  'a code in lower case': { state: 'pt' },
  'a Cyrillic letter in a Latin word': { names: { en: 'Ministry of Just\u0456ce' } },
  'a Greek letter in a Latin word': { names: { en: 'Minist\u03c1y' } },
  'a name that changes direction': { names: { en: 'Ministry\u202e' } },
  'no name at all': { names: {} },
  'a language that is none': { names: { english: 'Ministry' } },
  'an eighth day': { officeHours: [{ days: [8], from: '09:00', to: '17:00' }] },
  'a day twice': { officeHours: [{ days: [1, 1], from: '09:00', to: '17:00' }] },
  'closing before opening': { officeHours: [{ days: [1], from: '17:00', to: '09:00' }] },
  'a time that no clock shows': { officeHours: [{ days: [1], from: '24:30', to: '25:00' }] },
  'a day that does not exist': { holidays: [{ from: '2027-02-29', to: '2027-03-01' }] },
  'a holiday that ends before it begins': { holidays: [{ from: '2027-03-02', to: '2027-03-01' }] },
  'a legal basis that is no instrument of it': { instruments: ['UNTOC'], legalBases: ['UNCAC'] },
  'a link without TLS': { laws: [{ title: 'Act', url: 'http://law.example/act' }] },
  'a link that runs a script': { laws: [{ title: 'Act', url: 'javascript:alert(1)' }] },
  'a path for a zone': { timeZone: '../../etc/passwd' },
  'a channel nobody knows': { channels: ['telegraph'] },
  'a member nobody knows': { motto: 'Fiat iustitia' },
}

describe('the members of a directory entry', () => {
  let w: World
  before(async () => (w = await world()))

  for (const [what, changes] of Object.entries(accepted)) {
    it(`may be ${what}`, () => {
      expect(DirectoryEntry.safeParse({ ...w.xa.claims, ...changes }).error).to.equal(undefined)
    })
  }
  for (const [what, changes] of Object.entries(refused)) {
    it(`may not be ${what}`, () => {
      expect(DirectoryEntry.safeParse({ ...w.xa.claims, ...changes }).success).to.equal(false)
    })
  }

  it('name a zone that exists when they are signed', async () => {
    const sign = (timeZone: string) =>
      codeOf(() => signEntry({ ...w.xa.claims, timeZone }, w.xa.identity))
    expect(await sign('Asia/Amman')).to.equal('nothing was refused')
    expect(await sign('Europe/Atlantis')).to.equal('directory/entry')
  })
})
