import { expect } from 'chai'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import { applyForEnrolment } from '#server/domain/enrolment/apply-for-enrolment.js'
import { decideEnrolment } from '#server/domain/enrolment/decide-enrolment.js'
import { storeVault } from '#server/domain/directory/store-vault.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { NOW } from '#test/support/world/moments.js'
import {
  applyAsNewcomer,
  certify,
  decideOn,
  inviteNewcomer,
  newcomer,
} from '#test/support/world/sample-enrolment.js'

/**
 * Who is who, when the relay dies between any two effects: whoever asked asks again with the same words,
 * and nothing is kept twice, nothing without the evidence of its acceptance.
 */
describe('crash table of the directory', () => {
  type Given = Record<string, string>
  type Row = {
    /** Signed once: a repetition sends the same octets. */
    readonly given: (relay: FakeRelay) => Promise<Given>
    readonly setUp?: (relay: FakeRelay, given: Given) => Promise<unknown>
    readonly act: (relay: FakeRelay, given: Given) => Promise<unknown>
  }
  before(() => newcomer.key())

  const enrolling = async (relay: FakeRelay): Promise<Given> => {
    const invitation = await inviteNewcomer(relay.operatorKey)
    const application = await applyAsNewcomer(invitation)
    const chain = await certify(relay.root)
    const decision = await decideOn(application, { outcome: 'approved', chain }, relay.operatorKey)
    const about = { authority: newcomer.id, state: 'XD', names: { en: newcomer.name } }
    const claims = { ...relay.xa.claims, ...about }
    const entry = await signEntry(claims, { key: await newcomer.key(), chain })
    return { invitation, application, decision, entry }
  }
  const apply: Row['act'] = (relay, { invitation = '', application = '' }) =>
    applyForEnrolment(relay)({ invitation, application })
  const credential = async (relay: FakeRelay, roles: ('admin' | 'case')[]) => ({
    credential: (await relay.xa.officer('Nia New', roles)).credential,
  })
  const publishCredential: Row['act'] = (relay, { credential = '' }) =>
    relay.publishCredential({ credential })
  const since = NOW.toISOString()

  const table: Record<string, Row> = {
    application: { given: enrolling, act: apply },
    decision: {
      given: enrolling,
      setUp: apply,
      act: (relay, { decision = '' }) => decideEnrolment(relay)({ decision }),
    },
    entry: {
      given: enrolling,
      act: (relay, { entry = '' }) => relay.publishEntry({ entry }),
    },
    'credential of an administrator': {
      given: (relay) => credential(relay, ['admin']),
      act: publishCredential,
    },
    'credential of another officer': {
      given: (relay) => credential(relay, ['case']),
      act: publishCredential,
    },
    'loss of a role': {
      given: async (relay) => {
        const officer = await relay.xa.officer('Ada Admin', ['admin', 'case'])
        const { claims } = await relay.xa.officer('Alf Admin', ['admin'])
        const demoted = { ...officer.claims, roles: ['case' as const] }
        return {
          officer: officer.credential,
          other: await signCredential(claims, relay.xa.credentialsKey),
          credential: await signCredential(demoted, relay.xa.credentialsKey),
        }
      },
      setUp: async (relay, { officer = '', other = '' }) => {
        await relay.publishCredential({ credential: officer })
        await relay.publishCredential({ credential: other })
      },
      act: publishCredential,
    },
    'another credential of a key': {
      given: async (relay) => {
        const officer = await relay.xa.officer('Nia New', ['admin'])
        const more = { ...officer.claims, roles: ['admin' as const, 'case' as const] }
        const credential = await signCredential(more, relay.xa.credentialsKey)
        return { officer: officer.credential, credential }
      },
      setUp: (relay, { officer = '' }) => relay.publishCredential({ credential: officer }),
      act: publishCredential,
    },
    revocation: {
      given: async (relay) => {
        const { authority, kid } = relay.drafter.claims
        const claims = { authority, kid, since, declared: since, reason: 'left' as const }
        return { revocation: await signRevocation(claims, relay.xa.credentialsKey) }
      },
      act: (relay, { revocation = '' }) => relay.publishRevocation({ revocation }),
    },
    suspension: {
      given: async (relay) => {
        const claims = { authority: relay.xb.id, standing: 'suspended', since, declared: since }
        const said = { ...claims, reason: 'Inquiry 7' } as const
        return { suspension: await signSuspension(said as never, relay.operatorKey) }
      },
      act: (relay, { suspension = '' }) => relay.publishSuspension({ suspension }),
    },
    vault: {
      given: () => Promise.resolve({ vault: '{"vault":1}' }),
      act: (relay, { vault = '' }) =>
        storeVault(relay)(callerOf(relay.drafter, { roles: ['admin'] }), { version: 1, vault }),
    },
  }

  const TOLD: Record<string, number> = {
    'loss of a role': 1,
    'another credential of a key': 1,
    revocation: 1,
  }

  /** All that is kept, by what it is about. */
  const kept = async ({ state, enrolments, vaults, notices, xa }: FakeRelay, given: Given) => ({
    directory: state.directory.map(({ authority, key }) => `${authority} ${key.split('/')[0]}`),
    accepted: state.directory.map(
      ({ digest }) => state.acceptances.filter(({ subject }) => subject === digest).length,
    ),
    waiting: (await enrolments.undecided(10)).map(({ application }) => [
      application === given['application'],
    ]),
    isApproved: await enrolments.isApproved(newcomer.id, (await certifiedIn(given)) ?? ''),
    vault: await vaults.current(xa.id),
    told: (await notices.newest(xa.id, 'officer.access', 10)).length,
  })
  const certifiedIn = async ({ decision }: Given): Promise<string | undefined> => {
    if (decision === undefined) return undefined
    const [, payload = ''] = decision.split('.')
    const { chain } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      chain: string[]
    }
    return Promise.resolve(chain[0])
  }

  for (const [name, { given: sign, setUp, act }] of Object.entries(table)) {
    it(`${name}: whichever call fails, before or after its effect, a retry ends the same`, async () => {
      const plain = await fakeRelay()
      const given = await sign(plain)
      await setUp?.(plain, given)
      plain.failAt(undefined)
      await act(plain, given)
      const calls = plain.calls()
      const expected = await kept(plain, given)
      // Whose key had a credential before, or has been revoked, is told once.
      expect(expected.told).to.equal(TOLD[name] ?? 0)
      expect(new Set(expected.accepted)).to.deep.equal(new Set([1]))
      expect(calls).to.be.greaterThan(0)
      for (let call = 0; call < calls; call++) {
        for (const when of ['before', 'after'] as const) {
          const broken = await fakeRelay()
          const words = await sign(broken)
          await setUp?.(broken, words)
          broken.failAt({ call, when })
          const ended = await act(broken, words).catch((error: unknown) => (error as Error).name)
          broken.failAt(undefined)
          expect(ended, `call ${call} is made`).to.equal('Outage')
          await act(broken, words)
          expect(await kept(broken, words), `call ${call}, ${when}`).to.deep.equal(expected)
        }
      }
    }).timeout(60_000)
  }
})
