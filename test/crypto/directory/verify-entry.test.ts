import { expect } from 'chai'
import fc from 'fast-check'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { formatTrustList, readTrustList } from '#crypto/directory/trust-list.js'
import { type VerifiedEntry, verifyEntry } from '#crypto/directory/verify-entry.js'
import { generateOpeningKey, generateSigningKey } from '#crypto/keys/generate.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import { codeOf } from '#test/support/code-of.js'
import { flipText } from '#test/support/flip-text.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import { entryKeyOf, trustIn } from '#test/support/world/parties.js'
import { type World, world } from '#test/support/world/world.js'

describe('verifying a directory entry', () => {
  let w: World
  let second: VerifiedEntry
  before(async () => {
    w = await world()
    second = await verify(await sign({ version: 2, supersedes: w.xa.entry.digest }), w.xa.entry)
  })

  const sign = (changes: Partial<DirectoryEntry>, signer = w.xa.identity) =>
    signEntry({ ...w.xa.claims, ...changes }, signer)
  const verify = (statement: string, previous?: VerifiedEntry | null, at = NOW) =>
    verifyEntry(statement, w.trust, {
      kind: 'authority',
      authority: w.xa.id,
      at,
      ...(previous !== undefined && { previous }),
    })
  const codeFor = (statement: string, previous?: VerifiedEntry | null, at?: Date) =>
    codeOf(() => verify(statement, previous, at))

  it('leads to a root, and each version to the one before', () => {
    expect(w.xa.entry.certificate.party).to.equal('xa.moj')
    expect(second.payload).to.include({ version: 2, supersedes: w.xa.entry.digest })
  })

  it('is of a State for which its root may speak, and no relay’s under a national root', async () => {
    const under = (...states: string[]) => {
      const nationalRoots = states.map((state) => ({
        root: w.root.certificate.fingerprint,
        state,
      }))
      const trust = readTrustList(formatTrustList({ ...w.trust, nationalRoots }))
      return (statement: string, kind: DirectoryEntry['kind'] = 'authority') =>
        codeOf(() => verifyEntry(statement, trust, { kind, at: NOW }))
    }
    const { xa, xb, relay } = w
    expect(await under('XA')(xa.entry.statement)).to.equal('nothing was refused')
    expect(await under('XB', 'XA')(xa.entry.statement)).to.equal('nothing was refused')
    expect(await under('XA')(xb.entry.statement)).to.equal('pki/untrusted')
    expect(await under()(relay.entry.statement, 'relay')).to.equal('nothing was refused')
    expect(await under('ZZ')(relay.entry.statement, 'relay')).to.equal('pki/untrusted')
    const nowhere = { ...w.trust, nationalRoots: [{ root: 'a'.repeat(64), state: 'XA' }] }
    expect(await codeOf(() => readTrustList(formatTrustList(nowhere)))).to.equal('directory/trust')
  })

  it('refuses a rollback to the version before', async () => {
    expect(await codeFor(w.xa.entry.statement, second)).to.equal('directory/entry')
    expect(await codeFor(second.statement, second)).to.equal('directory/entry')
  })

  it('refuses a first version where there is one already, and a later one where there is none', async () => {
    expect(await codeFor(w.xa.entry.statement, null)).to.equal('nothing was refused')
    expect(await codeFor(second.statement, null)).to.equal('directory/entry')
  })

  it('refuses a fork: the right number over another predecessor', async () => {
    const changes = { version: 2, supersedes: w.xa.entry.digest, names: { en: 'Another' } }
    const fork = await verify(await sign(changes), w.xa.entry)
    const third = await sign({ version: 3, supersedes: fork.digest })
    expect(await codeFor(third, fork)).to.equal('nothing was refused')
    expect(await codeFor(third, second)).to.equal('directory/entry')
  })

  it('refuses to continue the entry of another party', async () => {
    const next = await sign({ version: 2, supersedes: w.xb.entry.digest })
    expect(await codeFor(next, w.xb.entry)).to.equal('directory/entry')
  })

  for (const [what, changes] of [
    ['the id of another authority', { authority: 'xb.pgo', state: 'XB' }],
    ['another State', { state: 'XB' }],
    ['another kind', { kind: 'relay' }],
    ['a version that skips one', { version: 3, supersedes: '0'.repeat(64) }],
    ['a first version that supersedes one', { supersedes: '0'.repeat(64) }],
    ['an entry that ended', { validTo: after(NOW, -1).toISOString() }],
    ['an entry that has not begun', { validFrom: after(NOW, 1).toISOString() }],
  ] as [string, Partial<DirectoryEntry>][]) {
    it(`refuses ${what}`, async () => {
      const previous = changes.version === 3 ? w.xa.entry : undefined
      expect(await codeFor(await sign(changes), previous)).to.equal('directory/entry')
    })
  }

  it('refuses a version that begins before the one it supersedes', async () => {
    const earlier = { validFrom: after(BEGIN, -1).toISOString() }
    const changes = { version: 2, supersedes: w.xa.entry.digest }
    expect(await codeFor(await sign({ ...changes, ...earlier }), w.xa.entry)).to.equal(
      'directory/entry',
    )
  })

  it('refuses keys under wrong purposes, doubled, misnamed or turned around in time', async () => {
    const [credentials, envelopes] = w.xa.claims.keys
    if (!credentials || !envelopes) throw new Error('the world has changed')
    const evidence = entryKeyOf('evidence', await generateSigningKey('x25519'))
    const { kid } = await generateOpeningKey('x25519')
    for (const keys of [
      [credentials, evidence],
      [credentials, envelopes, credentials],
      [{ ...credentials, kid }, envelopes],
      [{ ...credentials, notBefore: END.toISOString(), notAfter: BEGIN.toISOString() }],
    ]) {
      expect(await codeFor(await sign({ keys }))).to.equal('directory/entry')
    }
    const sealing = { ...entryKeyOf('credentials', await generateOpeningKey('x25519')) }
    expect(await codeFor(await sign({ keys: [sealing] }))).to.equal('keys/algorithm')
  })

  it('refuses checkpoint keys of another curve than Ed25519', async () => {
    const keys = [entryKeyOf('checkpoints', await generateSigningKey('p256'))]
    const statement = await signEntry({ ...w.relay.claims, keys }, w.relay.identity)
    const expected = { kind: 'relay', at: NOW } as const
    expect(await codeOf(() => verifyEntry(statement, w.trust, expected))).to.equal(
      'directory/entry',
    )
  })

  it('refuses a signature by another identity, and another’s certificates beside it', async () => {
    const { key } = w.xb.identity
    const forged = await sign({}, { key, chain: w.xa.identity.chain })
    expect(await codeFor(forged)).to.equal('statement/key')
    const other = { key: w.xa.identity.key, chain: w.xb.identity.chain }
    expect(await codeFor(await sign({}, other))).to.equal('pki/name')
  })

  it('refuses the role of a relay in an authority’s certificate', async () => {
    const { statement } = w.xa.entry
    const expected = { kind: 'relay', at: NOW } as const
    expect(await codeOf(() => verifyEntry(statement, w.trust, expected))).to.equal('pki/usage')
  })

  it('refuses certificates that lead to no root of the list, or are out of date', async () => {
    const stranger = await issueNetworkRoot({ name: 'Stranger', notBefore: BEGIN, notAfter: END })
    const expected = { kind: 'authority', at: NOW } as const
    const { statement } = w.xa.entry
    expect(await codeOf(() => verifyEntry(statement, trustIn(stranger), expected))).to.equal(
      'pki/untrusted',
    )
    expect(await codeFor(statement, undefined, after(END, 1))).to.equal('pki/validity')
  })

  it('refuses a certificate revoked at that moment, and believes it for the time before', async () => {
    const { serial } = w.xa.entry.certificate
    const span = { thisUpdate: NOW, nextUpdate: after(NOW, 86_400) }
    const revoked = [{ serial, at: NOW, reason: 'keyCompromise' as const }]
    const revocationLists = [await issueRevocationList(w.root, revoked, span)]
    const codeAt = (at: Date) =>
      codeOf(() =>
        verifyEntry(
          w.xa.entry.statement,
          { ...w.trust, revocationLists },
          { kind: 'authority', at },
        ),
      )
    expect(await codeAt(after(NOW, -1))).to.equal('nothing was refused')
    expect(await codeAt(NOW)).to.equal('pki/revoked')
  })

  it('refuses any other statement', async () => {
    expect(await codeFor(w.drafter.credential)).to.equal('directory/entry')
  })

  it('refuses any flipped bit', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), async (bit) => {
        const flipped = flipText(w.xa.entry.statement, bit)
        expect(await codeFor(flipped)).to.match(/^(statement|pki|keys|directory)\//)
      }),
      { numRuns: 150 },
    ))
})
