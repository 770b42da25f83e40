import { expect } from 'chai'
import { type Screen, screens, sectionsFor } from '#client/browser/router.js'
import type { Role } from '#crypto/directory/officer-credential.js'
import { type Operation, permissions } from '#server/contract/permissions.js'

type Label = NonNullable<Screen['nav']>['label']

const ALL: readonly Label[] = [
  ...(['inbox', 'cases', 'duty', 'compose', 'drafts', 'translation', 'directory'] as const),
  ...(['authority', 'proof'] as const),
]
const without = (...labels: readonly Label[]) => ALL.filter((label) => !labels.includes(label))

const expected: Readonly<Record<Role, readonly Label[]>> = {
  case: ALL,
  registrar: ALL,
  duty: ALL,
  legal: without('translation'),
  admin: without('compose', 'translation'),
  translator: ['translation', 'directory', 'proof'],
  witness: ['directory', 'proof'],
}

/** What each section asks of the relay before anybody has done anything. */
const asked: Readonly<Record<Label, readonly Operation[]>> = {
  inbox: ['listPackages', 'readVault', 'listClocks'],
  cases: ['listPackages', 'readVault', 'readProof'],
  duty: ['listPackages', 'listDutyActs', 'readRoster', 'listClocks'],
  compose: ['keepDraft'],
  drafts: ['listDrafts', 'readVault'],
  translation: ['listHandoffs'],
  authority: ['listOfficers'],
  directory: [],
  proof: [],
}

const labels = (roles: readonly Role[] | undefined) =>
  sectionsFor(roles).map(({ nav }) => nav?.label)

describe('the navigation of the web client', () => {
  for (const [role, sections] of Object.entries(expected) as [Role, readonly Label[]][]) {
    it(`shows a ${role} what they may do, and nothing that the relay refuses`, () => {
      expect(labels([role])).to.have.members(sections)
      const operations = sections.flatMap((label) => asked[label])
      for (const operation of operations) {
        expect(permissions[operation], operation).to.include(role)
      }
    })
  }
  it('shows whoever has two roles what either may do', () => {
    expect(labels(['translator', 'admin'])).to.have.members(without('compose'))
  })
  it('shows nobody but officers more than what is public', () => {
    expect(labels(undefined)).to.deep.equal(['proof'])
  })

  it('reaches every screen by its own address, before one that takes any', () => {
    const fits = (pattern: string, path: string) =>
      new RegExp(`^${pattern.replaceAll(/:[a-z]+/g, '[^/]+')}$`).test(path)
    for (const { path } of screens) {
      const first = screens.find((screen) => fits(screen.path, path.replaceAll(/:[a-z]+/g, '\0')))
      expect(first?.path).to.equal(path)
    }
  })
})
