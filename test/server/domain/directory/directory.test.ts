import { expect } from 'chai'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { listAuthorities } from '#server/domain/directory/list-authorities.js'
import { readAuthority } from '#server/domain/directory/read-authority.js'
import { readCredential } from '#server/domain/directory/read-credential.js'
import type { EvidenceItem } from '#server/contract/wire.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import { authorityOf, type Authority } from '#test/support/world/world.js'

describe('the directory', () => {
  let relay: FakeRelay
  beforeEach(async () => {
    relay = await fakeRelay()
  })
  const moment = NOW.toISOString()

  async function stated({ statement }: EvidenceItem) {
    const { payload } = await verifyEvidence(statement, relay.identity.entry)
    return payload
  }
  const refused = async (act: Promise<unknown>, code: string) => {
    expect(await rejection(act)).to.include({ name: 'Refusal', code })
    expect(relay.trace).to.deep.equal([])
  }
  const next = ({ claims, entry, identity }: Authority, changes: Partial<DirectoryEntry> = {}) =>
    signEntry({ ...claims, version: 2, supersedes: entry.digest, ...changes }, identity)

  describe('publishing an entry', () => {
    it('keeps the statement first, then states X.1 about it', async () => {
      const entry = await next(relay.xb)
      const item = await relay.publishEntry({ entry })
      expect(relay.trace).to.deep.equal(['directory.keep entry/2', 'directory.keepEvidence'])
      expect(await stated(item)).to.include({ code: 'X.1', authority: relay.xb.id, time: moment })
    })

    it('answers the same entry with the same evidence, whenever it comes', async () => {
      const entry = await next(relay.xb)
      const first = await relay.publishEntry({ entry })
      relay.setClock(after(NOW, 60))
      expect(await relay.publishEntry({ entry })).to.deep.equal(first)
      expect(await relay.publishEntry({ entry: relay.xb.entry.statement })).to.include({
        index: null,
      })
    })

    it('completes an acceptance that a crash left half-done', async () => {
      const entry = await next(relay.xb)
      for (const when of ['before', 'after'] as const) {
        for (let call = 0; ; call++) {
          const other = await fakeRelay()
          other.failAt({ call, when })
          const failed = await other.publishEntry({ entry }).then(
            () => false,
            () => true,
          )
          other.failAt(undefined)
          if (!failed) break
          await other.publishEntry({ entry })
          expect(other.state.directory.filter(({ key }) => key === 'entry/2')).to.have.length(1)
          expect(other.state.acceptances).to.have.length(other.state.directory.length)
        }
      }
    })

    it('completes it for whoever reads, too', async () => {
      relay.state.acceptances.pop()
      const kept = relay.registrar.claims.kid
      const { evidence } = await readCredential(relay)(kept)
      expect(await stated(evidence)).to.include({ code: 'X.2', authority: relay.xb.id })
    })

    it('takes one of two second versions that come at once', async () => {
      const entries = [await next(relay.xb), await next(relay.xb, { timeZone: 'Europe/Riga' })]
      const results = await Promise.allSettled(
        entries.map((entry) => relay.publishEntry({ entry })),
      )
      expect(results.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
      const lost = results.find((result) => result.status === 'rejected')
      expect(lost?.reason).to.include({ code: 'entry-conflict' })
    })

    it('refuses a version that exists with other content, leaves a gap, or forks', async () => {
      const { claims, identity } = relay.xb
      const again = await signEntry({ ...claims, timeZone: 'Europe/Riga' }, identity)
      await refused(relay.publishEntry({ entry: again }), 'entry-conflict')
      const gap = await next(relay.xb, { version: 3 })
      await refused(relay.publishEntry({ entry: gap }), 'entry-conflict')
      const fork = await next(relay.xb, { supersedes: 'f'.repeat(64) })
      await refused(relay.publishEntry({ entry: fork }), 'statement-invalid')
    })

    it('refuses an entry under a root that nobody trusts', async () => {
      const root = await issueNetworkRoot({ name: 'Other', notBefore: BEGIN, notAfter: END })
      const stranger = await authorityOf(root, 'xd.moj', 'x25519', 0)
      const { statement } = stranger.entry
      await refused(relay.publishEntry({ entry: statement }), 'statement-invalid')
    })

    it('refuses one authority’s entry signed by another', async () => {
      const forged = await signEntry(
        { ...relay.xb.claims, version: 2, supersedes: relay.xb.entry.digest },
        relay.xc.identity,
      )
      await refused(relay.publishEntry({ entry: forged }), 'statement-invalid')
    })

    it('refuses an entry of a suspended authority, and of another relay', async () => {
      await suspend(relay.xb.id)
      await refused(relay.publishEntry({ entry: await next(relay.xb) }), 'authority-suspended')
      const own = relay.identity.entry.payload
      const other = await signEntry({ ...own, authority: relay.xc.id }, relay.xc.identity)
      await refused(relay.publishEntry({ entry: other }), 'not-permitted')
    })

    for (const text of ['', 'x.y.z', 'not a statement']) {
      it(`refuses ${JSON.stringify(text)}`, async () => {
        await refused(relay.publishEntry({ entry: text }), 'statement-invalid')
      })
    }

    it('refuses statements of other kinds', async () => {
      const { credential } = relay.drafter
      await refused(relay.publishEntry({ entry: credential }), 'statement-invalid')
      const { statement } = relay.xa.entry
      await refused(relay.publishCredential({ credential: statement }), 'statement-invalid')
      await refused(relay.publishRevocation({ revocation: statement }), 'statement-invalid')
      await refused(relay.publishSuspension({ suspension: statement }), 'statement-invalid')
    })
  })

  describe('publishing a revocation', () => {
    const revocation = ({ xa, drafter }: FakeRelay, declared = moment) => {
      const { authority, kid } = drafter.claims
      const claims = { authority, kid, since: moment, declared, reason: 'compromised' as const }
      return signRevocation(claims, xa.credentialsKey)
    }

    it('states X.3, also of a suspended authority: it only takes power away', async () => {
      await suspend(relay.xa.id)
      const item = await relay.publishRevocation({ revocation: await revocation(relay) })
      expect(await stated(item)).to.include({ code: 'X.3', authority: relay.xa.id })
    })

    it('refuses one that another authority signed, or none that is known', async () => {
      const { kid } = relay.drafter.claims
      const claims = { kid, since: moment, declared: moment, reason: 'left' as const }
      const foreign = await signRevocation(
        { ...claims, authority: relay.xa.id },
        relay.xb.credentialsKey,
      )
      await refused(relay.publishRevocation({ revocation: foreign }), 'statement-invalid')
      const authority = AuthorityId.parse('xd.moj')
      const unknown = await signRevocation({ ...claims, authority }, relay.xb.credentialsKey)
      await refused(relay.publishRevocation({ revocation: unknown }), 'authority-unknown')
    })
  })

  async function suspend(authority: AuthorityId) {
    const claims = { authority, standing: 'suspended' as const, since: moment, declared: moment }
    const suspension = await signSuspension({ ...claims, reason: 'Inquiry' }, relay.operatorKey)
    const item = await relay.publishSuspension({ suspension })
    relay.trace.length = 0
    return item
  }

  describe('publishing a suspension', () => {
    it('states X.4', async () => {
      expect(await stated(await suspend(relay.xb.id))).to.include({ code: 'X.4' })
    })

    it('is of the moment it is declared, but for one that is kept', async () => {
      const claims = { standing: 'suspended' as const, since: moment, declared: moment }
      const said = { ...claims, authority: relay.xb.id, reason: 'Inquiry' }
      const suspension = await signSuspension(said, relay.operatorKey)
      const item = await relay.publishSuspension({ suspension })
      relay.setClock(after(NOW, 301))
      expect(await relay.publishSuspension({ suspension })).to.deep.equal(item)
      relay.trace.length = 0
      const lifted = await signSuspension({ ...said, standing: 'lifted' }, relay.operatorKey)
      await refused(relay.publishSuspension({ suspension: lifted }), 'clock-skewed')
    })

    it('refuses one that is not the operator’s, or of an unknown authority', async () => {
      const claims = {
        standing: 'suspended' as const,
        since: moment,
        declared: moment,
        reason: 'x',
      }
      const forged = await signSuspension(
        { ...claims, authority: relay.xb.id },
        relay.xa.credentialsKey,
      )
      await refused(relay.publishSuspension({ suspension: forged }), 'statement-invalid')
      const authority = AuthorityId.parse('xd.moj')
      const unknown = await signSuspension({ ...claims, authority }, relay.operatorKey)
      await refused(relay.publishSuspension({ suspension: unknown }), 'authority-unknown')
    })
  })

  describe('reading', () => {
    it('lists the newest entries by authority, page by page', async () => {
      const entry = await next(relay.xb)
      await relay.publishEntry({ entry })
      const list = listAuthorities(relay)
      const first = await list({ limit: 2 })
      expect(first.entries.map(({ statement }) => statement)).to.deep.equal([
        relay.xa.entry.statement,
        entry,
      ])
      expect(first.next).to.match(/^[A-Za-z0-9_-]{1,200}$/)
      const rest = await list({ after: first.next ?? '', limit: 2 })
      expect(rest.entries.map(({ statement }) => statement)).to.deep.equal([
        relay.xc.entry.statement,
        relay.identity.entry.statement,
      ])
      expect(rest.next).to.equal(null)
      const reason = await rejection(list({ after: '!', limit: 2 }))
      expect(reason).to.include({ code: 'malformed-request' })
    })

    it('shows every version, suspension and revocation of one authority, with evidence', async () => {
      const entry = await next(relay.xb)
      await relay.publishEntry({ entry })
      await suspend(relay.xb.id)
      const record = await readAuthority(relay)(relay.xb.id)
      expect(record.entries.map(({ statement }) => statement)).to.deep.equal([
        relay.xb.entry.statement,
        entry,
      ])
      expect(record.suspensions).to.have.length(1)
      expect(record.revocations).to.deep.equal([])
      for (const { evidence } of [...record.entries, ...record.suspensions]) await stated(evidence)
      const unknown = await rejection(readAuthority(relay)(AuthorityId.parse('xd.moj')))
      expect(unknown).to.include({ code: 'authority-unknown' })
    })

    it('finds the newest credential of a key', async () => {
      const { claims } = relay.drafter
      relay.setClock(after(NOW, 1))
      const credential = await signCredential(
        { ...claims, roles: ['case', 'admin'] },
        relay.xa.credentialsKey,
      )
      await relay.publishCredential({ credential })
      expect(await readCredential(relay)(claims.kid)).to.include({ statement: credential })
      const unknown = await rejection(readCredential(relay)('A'.repeat(43)))
      expect(unknown).to.include({ code: 'officer-unknown' })
    })
  })
})
