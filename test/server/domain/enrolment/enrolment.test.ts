import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { signInquiry } from '#crypto/directory/inquiry.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { createCertificateRequest } from '#crypto/pki/create-certificate-request.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { applyForEnrolment } from '#server/domain/enrolment/apply-for-enrolment.js'
import { decideEnrolment } from '#server/domain/enrolment/decide-enrolment.js'
import { listEnrolments } from '#server/domain/enrolment/list-enrolments.js'
import { knownAuthorities } from '#server/domain/directory/known-authorities.js'
import { publishEntry } from '#server/domain/directory/publish-entry.js'
import { readEnrolment } from '#server/domain/enrolment/read-enrolment.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import { rotateOperator } from '#test/support/rotate-operator.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import {
  applyAsNewcomer,
  certify,
  decideOn,
  inviteNewcomer,
  newcomer,
} from '#test/support/world/sample-enrolment.js'

describe('enrolment at the relay', () => {
  let relay: FakeRelay
  let invitation: string
  let application: string
  before(() => newcomer.key())
  beforeEach(async () => {
    relay = await fakeRelay()
    invitation = await inviteNewcomer(relay.operatorKey)
    application = await applyAsNewcomer(invitation)
  })
  const apply = (changes: { invitation?: string; application?: string } = {}) =>
    applyForEnrolment(relay)({ invitation, application, ...changes })
  const decide = async (decision: Promise<string>) =>
    decideEnrolment(relay)({ decision: await decision })
  const approval = async (key = relay.operatorKey) =>
    decideOn(application, { outcome: 'approved', chain: await certify(relay.root) }, key)
  const refusal = () =>
    decideOn(application, { outcome: 'refused', reason: 'Not you.' }, relay.operatorKey)
  const refused = async (act: Promise<unknown>, code: string) => {
    expect(await rejection(act)).to.include({ name: 'Refusal', code })
  }

  describe('applying', () => {
    it('keeps one application for an invitation, and answers it the same again, after its end too', async () => {
      const record = { application, decision: null }
      expect(await apply()).to.deep.equal(record)
      relay.setClock(after(NOW, 7200))
      expect(await apply()).to.deep.equal(record)
      expect(relay.trace.filter((line) => line.startsWith('enrolments'))).to.deep.equal([
        'enrolments.keep',
      ])
      expect(await readEnrolment(relay)(await digestOf(application))).to.deep.equal(record)
    })

    it('refuses a second application under one invitation', async () => {
      await apply()
      await refused(apply({ application: await applyAsNewcomer(invitation) }), 'invitation-used')
    })

    it('lets one of two at once win', async () => {
      const other = await applyAsNewcomer(invitation)
      const both = await Promise.allSettled([apply(), apply({ application: other })])
      expect(both.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
    })

    it('refuses an invitation that has expired, or that the operator did not sign', async () => {
      relay.setClock(after(NOW, 3601))
      await refused(apply(), 'invitation-expired')
      relay.setClock(NOW)
      const forged = await inviteNewcomer(await generateSigningKey('p256'))
      await refused(apply({ invitation: forged }), 'statement-invalid')
      const evidence = await inviteNewcomer(relay.identity.evidenceKey)
      await refused(apply({ invitation: evidence }), 'statement-invalid')
      expect(relay.trace).to.deep.equal([])
    })

    it('takes an invitation of before the operator changed its key, and none by that key since', async () => {
      for (const leavesOut of [false, true]) {
        relay = await fakeRelay()
        await rotateOperator(relay, after(NOW, 60), { leavesOut })
        relay.setClock(after(NOW, 120))
        expect(await apply()).to.deep.equal({ application, decision: null })
        const declared = after(NOW, 90).toISOString()
        const late = await inviteNewcomer(relay.operatorKey, { declared })
        const given = { invitation: late, application: await applyAsNewcomer(late) }
        await refused(apply(given), 'statement-invalid')
      }
    })

    it('is judged alike by a process that was started before the operator changed its key', async () => {
      for (const leavesOut of [false, true]) {
        relay = await fakeRelay()
        const { entry } = relay.identity
        const key = await rotateOperator(relay, after(NOW, 60), { leavesOut })
        relay.setClock(after(NOW, 120))
        const earlier = { ...relay, relay: { ...relay.identity, entry } }
        const declared = after(NOW, 90).toISOString()
        const applied = async (by: SigningKey) => {
          const said = await inviteNewcomer(by, { declared })
          const given = { invitation: said, application: await applyAsNewcomer(said) }
          return applyForEnrolment(earlier)(given)
        }
        const asked = async (by: SigningKey) => {
          const claims = { relay: relay.identity.id, declared }
          return listEnrolments(earlier)({ inquiry: await signInquiry(claims, by) })
        }
        expect((await applied(key)).decision).to.equal(null)
        expect((await asked(key)).enrolments).to.have.length(1)
        await refused(applied(relay.operatorKey), 'statement-invalid')
        await refused(asked(relay.operatorKey), 'statement-invalid')
      }
    })

    it('goes by an entry that has not begun no earlier', async () => {
      const { entry } = relay.identity
      const key = await rotateOperator(relay, after(NOW, 60))
      const earlier = { ...relay, relay: { ...relay.identity, entry } }
      const claims = { relay: relay.identity.id, declared: NOW.toISOString() }
      const asked = async (by: SigningKey) =>
        listEnrolments(earlier)({ inquiry: await signInquiry(claims, by) })
      expect((await asked(relay.operatorKey)).enrolments).to.deep.equal([])
      await refused(asked(key), 'statement-invalid')
    })

    it('refuses what was invited to another relay, as another authority, or otherwise', async () => {
      const elsewhere = { id: AuthorityId.parse('zz.other'), origin: 'https://relay.example' }
      for (const changes of [{ relay: elsewhere }, { authority: AuthorityId.parse('xe.moj') }]) {
        const other = await inviteNewcomer(relay.operatorKey, changes)
        const given = { invitation: other, application: await applyAsNewcomer(other) }
        await refused(apply(given), 'invitation-invalid')
      }
      const second = await inviteNewcomer(relay.operatorKey, { validTo: END.toISOString() })
      await refused(apply({ invitation: second }), 'invitation-invalid')
    })

    it('refuses a key that the applicant does not hold, or asks for under another name', async () => {
      const stranger = await generateIdentityKey()
      const unproved = await applyAsNewcomer(invitation, {}, stranger)
      await refused(apply({ application: unproved }), 'statement-invalid')
      const request = await createCertificateRequest(
        { party: 'xa.moj', name: 'Somebody', state: 'XA' },
        await newcomer.key(),
      )
      const misnamed = await applyAsNewcomer(invitation, { identity: { kind: 'request', request } })
      await refused(apply({ application: misnamed }), 'statement-invalid')
    })

    it('refuses a clock that is wrong, and an authority that is there already', async () => {
      for (const seconds of [301, -301]) {
        const declared = after(NOW, seconds).toISOString()
        const skewed = await applyAsNewcomer(invitation, { declared })
        await refused(apply({ application: skewed }), 'clock-skewed')
      }
      const again = await inviteNewcomer(relay.operatorKey, { authority: relay.xc.id })
      const request = await createCertificateRequest(
        { party: relay.xc.id, name: 'Court', state: 'XC' },
        await newcomer.key(),
      )
      const changes = { authority: relay.xc.id, identity: { kind: 'request', request } } as const
      const enrolled = await applyAsNewcomer(again, changes)
      await refused(apply({ invitation: again, application: enrolled }), 'entry-conflict')
    })
  })

  it('is evidence: the invitation that is used, and the decision that stands, once each', async () => {
    const stated = async () => {
      const payloads = relay.state.acceptances.map(async ({ statement, subject }) => {
        const { code, authority } = (await readStatement(statement)).payload as {
          code: string
          authority: string
        }
        return { code, authority, subject }
      })
      return (await Promise.all(payloads)).filter(({ code }) => /^X\.[78]$/.test(code))
    }
    const authority = newcomer.id
    await apply()
    await apply()
    const used = { code: 'X.7', authority, subject: await digestOf(invitation) }
    expect(await stated()).to.deep.equal([used])
    const first = await refusal()
    await decide(Promise.resolve(first))
    await decide(decideOn(application, { outcome: 'refused', reason: 'No.' }, relay.operatorKey))
    await refused(decide(approval()), 'enrolment-decided')
    const decided = { code: 'X.8', authority, subject: await digestOf(first) }
    expect(await stated()).to.deep.equal([used, decided])
  })

  describe('the operator', () => {
    const inquire = async (changes: { relay?: AuthorityId; declared?: string } = {}) =>
      listEnrolments(relay)({
        inquiry: await signInquiry(
          { relay: relay.identity.id, declared: NOW.toISOString(), ...changes },
          relay.operatorKey,
        ),
      })

    it('sees what waits, and nobody else does', async () => {
      await apply()
      const waiting = { enrolments: [{ invitation, application }], more: false }
      expect(await inquire()).to.deep.equal(waiting)
      const claims = { relay: relay.identity.id, declared: NOW.toISOString() }
      const forged = await signInquiry(claims, relay.identity.evidenceKey)
      await refused(listEnrolments(relay)({ inquiry: forged }), 'statement-invalid')
      await refused(inquire({ relay: AuthorityId.parse('zz.other') }), 'not-permitted')
      await refused(inquire({ declared: after(NOW, -600).toISOString() }), 'clock-skewed')
    })

    it('approves once; the same outcome again is answered with the first decision', async () => {
      await apply()
      const first = await decide(approval())
      expect(await decide(approval())).to.deep.equal(first)
      await refused(decide(refusal()), 'enrolment-decided')
      expect((await inquire()).enrolments).to.deep.equal([])
      expect(await apply()).to.deep.equal(first)
    })

    it('refuses, and that stands', async () => {
      await apply()
      const first = await decide(refusal())
      expect(await decide(refusal())).to.deep.equal(first)
      await refused(decide(approval()), 'enrolment-decided')
    })

    it('decides now: an old decision is taken only where it is the one that is kept', async () => {
      await apply()
      const first = await refusal()
      const record = await decide(Promise.resolve(first))
      relay.setClock(after(NOW, 301))
      expect(await decide(Promise.resolve(first))).to.deep.equal(record)
      await refused(decide(refusal()), 'clock-skewed')
    })

    it('decides on what is there, with its own key, for the key that applied', async () => {
      await refused(decide(approval()), 'enrolment-unknown')
      await refused(readEnrolment(relay)(await digestOf('nothing')), 'enrolment-unknown')
      await apply()
      await refused(decide(approval(relay.identity.evidenceKey)), 'statement-invalid')
      const chain = await certify(relay.root, await generateIdentityKey())
      const swapped = decideOn(application, { outcome: 'approved', chain }, relay.operatorKey)
      await refused(decide(swapped), 'statement-invalid')
    })
  })

  describe('an authority with a national certificate', () => {
    it('is taken in with the operator’s approval of that certificate, and not without', async () => {
      const validity = { notBefore: BEGIN, notAfter: END }
      const national = await issueNetworkRoot({ name: 'Root of Xdland', ...validity })
      const another = await issueNetworkRoot({ name: 'Root of Xeland', ...validity })
      const added = [national, another].map(({ certificate }) => certificate.pem)
      const roots = [...relay.identity.trust.roots, ...added]
      const identity = { ...relay.identity, trust: { ...relay.identity.trust, roots } }
      const trustFor = () => Promise.resolve(identity.trust)
      const ports = {
        ...relay,
        relay: identity,
        authorities: knownAuthorities({ ...relay, relay: identity }),
        status: { ...relay.status, trustFor },
      }
      const chain = await certify(national)
      const { claims } = relay.xa
      const about = { authority: newcomer.id, state: 'XD', names: { en: newcomer.name } }
      const signer = { key: await newcomer.key(), chain }
      const entry = await signEntry({ ...claims, ...about }, signer)
      await refused(publishEntry(ports)({ entry }), 'not-permitted')

      const presented = await applyAsNewcomer(invitation, {
        identity: { kind: 'certificate', chain },
      })
      await refused(apply({ application: presented }), 'statement-invalid')
      await applyForEnrolment(ports)({ invitation, application: presented })
      await refused(publishEntry(ports)({ entry }), 'not-permitted')
      const decision = await decideOn(presented, { outcome: 'approved', chain }, relay.operatorKey)
      await decideEnrolment(ports)({ decision })
      expect(await publishEntry(ports)({ entry })).to.include({ index: null })

      // Another State's root is believed too, and whoever holds it could name Xdland's authority: not without the operator.
      const { digest: supersedes } = await readStatement(entry)
      const elsewhere = await certify(another)
      const follows = { ...claims, ...about, version: 2, supersedes }
      const moved = await signEntry(follows, { ...signer, chain: elsewhere })
      await refused(publishEntry(ports)({ entry: moved }), 'not-permitted')
      const again = await inviteNewcomer(relay.operatorKey, { name: 'Once more' })
      const change = await applyAsNewcomer(again, {
        identity: { kind: 'certificate', chain: elsewhere },
      })
      await applyForEnrolment(ports)({ invitation: again, application: change })
      await refused(publishEntry(ports)({ entry: moved }), 'not-permitted')
      const yes = await decideOn(
        change,
        { outcome: 'approved', chain: elsewhere },
        relay.operatorKey,
      )
      await decideEnrolment(ports)({ decision: yes })
      expect(await publishEntry(ports)({ entry: moved })).to.include({ index: null })
    })
  })
})
