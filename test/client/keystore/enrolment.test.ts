import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { exampleAuthorities } from '#client/example/authorities.js'
import { beginEnrolment } from '#client/keystore/begin-enrolment.js'
import { completeEnrolment } from '#client/keystore/complete-enrolment.js'
import type { EnrolmentPlace } from '#client/keystore/enrolment-folder.js'
import { DirectoryEntry } from '#crypto/directory/entry.js'
import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { formatTrustList } from '#crypto/directory/trust-list.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { codeOf } from '#test/support/code-of.js'
import { constellation } from '#test/support/client/constellation.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { after, NOW } from '#test/support/world/moments.js'
import type { Officer } from '#test/support/world/officers.js'
import { worldTrust } from '#test/support/world/sample-bundle.js'
import {
  certify,
  decideOn,
  inviteNewcomer,
  newcomer,
} from '#test/support/world/sample-enrolment.js'

const OFFICERS = [
  { name: 'Dora Dahl', roles: ['admin', 'case'] as const },
  { name: 'Dirk Dorn', roles: ['case'] as const },
]

/**
 * Every step fails once, files because something stands in their way, calls after they took effect; what one try leaves is what the next one begins with. Whoever repeats the command gets through.
 */
describe('an enrolment that breaks off between any two steps', function () {
  this.timeout(300_000)
  const home = temporaryFolder()
  let net: Awaited<ReturnType<typeof constellation>>
  let invitation: string
  let place: EnrolmentPlace
  let lostCalls: number

  before(() => newcomer.key())
  beforeEach(async () => {
    net = await constellation()
    invitation = await inviteNewcomer(net.relay.operatorKey)
    const second = join(home.path, 'officers', '2')
    place = {
      folder: join(home.path, 'authority'),
      homes: [home.path, second],
      trust: join(home.path, 'trust.json'),
      passphrase: () => Promise.resolve('four random words here'),
    }
    await writeFile(place.trust, formatTrustList(await worldTrust()))
  })

  const data = () => {
    const model = exampleAuthorities[0]?.data
    if (model === undefined) throw new Error('there are example authorities')
    const about = { authority: newcomer.id, state: 'XD', names: { en: newcomer.name } }
    return { ...model, ...about }
  }
  /** With a certificate, or with a request for one. */
  const begin = async (presented = true, officers = OFFICERS, at = NOW) => {
    const identity = { chain: await certify(net.relay.root), key: await newcomer.key() }
    const plan = { invitation, data: data(), officers, suite: 'x25519' as const }
    const given = presented ? { ...plan, presented: identity } : plan
    return beginEnrolment(given, place, () => net.port(), at)
  }
  const approve = async ({ application: digest }: { application: string }) => {
    const kept = await net.relay.enrolments.find(digest)
    const { kid, payload } = await readStatement(kept?.application ?? '')
    expect(kid).to.equal((await newcomer.key()).kid)
    expect(payload).to.include({ authority: newcomer.id })
    const said = { outcome: 'approved', chain: await certify(net.relay.root) } as const
    const decision = decideOn(kept?.application ?? '', said, net.relay.operatorKey)
    await net.relay.enrolments.decide(digest, {
      decision: await decision,
      certificate: said.chain[0],
    })
  }
  const asOfficer = ({ kid }: SigningKey) =>
    ({
      claims: { authority: newcomer.id, officer: kid, kid, roles: ['admin'] },
    }) as never as Officer
  const complete = () =>
    completeEnrolment(
      place,
      (_origin, key) => net.port(key && asOfficer(key)),
      () => NOW,
    )

  /** A file cannot get its name, and nothing after it is reached. */
  async function brokenAt(path: string, act: () => Promise<unknown>): Promise<void> {
    await mkdir(path, { recursive: true })
    expect(await codeOf(act), path).to.equal('file-unwritable')
    await rm(path, { recursive: true })
  }
  /** The answer to each call is lost, which is to die before the next; ends as the try that loses none. */
  async function brokenAtEachCall(act: () => Promise<unknown>): Promise<number> {
    for (let call = 0; ; call++) {
      net.crash.failAt({ call, when: 'after' })
      const lost = await act().then(
        () => undefined,
        (error: unknown) => error as Error,
      )
      net.crash.failAt(undefined)
      lostCalls = call
      if (lost === undefined) return call
      if (lost.name !== 'Outage') throw lost
    }
  }

  it('is completed by doing it again: one entry, one key of each kind, one vault', async () => {
    const file = (name: string) => join(place.folder, name)
    await brokenAt(file('identity-key.pem'), begin)
    await brokenAt(file('enrolment.json'), begin)
    await brokenAtEachCall(begin)
    const begun = await begin()
    expect(net.relay.trace.filter((note) => note === 'enrolments.keep')).to.have.length(1)
    await approve(begun)

    const [first = '', second = ''] = place.homes
    const pem = await readFile(file('identity-key.pem'))
    await brokenAt(file('identity.p12'), complete)
    await brokenAt(file('operational.keystore'), complete)
    // Killed between the new file and the removal of the old one.
    await writeFile(file('identity-key.pem'), pem)
    await brokenAt(join(first, 'officer.keystore'), complete)
    await brokenAt(join(second, 'officer.keystore'), complete)
    await brokenAt(file('publication.json'), complete)
    await brokenAt(join(second, 'profile.json'), () => brokenAtEachCall(complete))
    // Entry, two credentials, vault.
    expect(lostCalls).to.equal(4)
    await complete()
    expect(await readdir(first)).to.include('profile.json')
    await audit()
  })

  async function audit(): Promise<void> {
    const { directory, vaults } = net.relay
    const open = async (path: string) =>
      importSigningKey(
        (await openKeystore(await readFile(path, 'utf8'), await place.passphrase(''))).signingKey,
      )
    const entries = await directory.history(newcomer.id, 'rogatory-entry')
    expect(entries).to.have.length(1)
    const signed = await readStatement(entries[0]?.statement ?? '')
    const keys = DirectoryEntry.parse(signed.payload).keys
    const operational = await open(join(place.folder, 'operational.keystore'))
    expect(keys.find(({ purpose }) => purpose === 'credentials')?.kid).to.equal(operational.kid)
    const p12 = await readFile(join(place.folder, 'identity.p12'))
    const identity = await fromPkcs12(p12, await place.passphrase(''))
    expect(signed.x5c).to.deep.equal(identity.chain.map(({ x5c }) => x5c))
    expect(await readdir(place.folder)).to.have.members([
      ...['enrolment.json', 'identity.p12', 'operational.keystore', 'publication.json'],
    ])
    const credentials = await directory.history(newcomer.id, 'rogatory-officer')
    const named = await Promise.all(
      credentials.map(async ({ statement }) =>
        OfficerCredential.parse((await readStatement(statement)).payload),
      ),
    )
    const held = await Promise.all(place.homes.map((one) => open(join(one, 'officer.keystore'))))
    expect(named.map(({ name, kid }) => [name, kid])).to.deep.equal(
      OFFICERS.map(({ name }, i) => [name, held[i]?.kid]),
    )
    expect((await vaults.current(newcomer.id))?.version).to.equal(1)
    const all = [...entries, ...credentials].map(({ digest }) => digest)
    expect((await directory.evidenceFor(all)).size).to.equal(all.length)
  }

  it('applies again when what was signed first never arrived, and is too old by now', async () => {
    net.crash.failAt({ call: 0, when: 'before' })
    expect(await begin(false).catch((error: unknown) => (error as Error).name)).to.equal('Outage')
    net.crash.failAt(undefined)
    const key = await readFile(join(place.folder, 'identity-key.pem'), 'utf8')
    const later = after(NOW, 3000)
    net.relay.setClock(later)
    const officers = [{ name: 'Dora Dahl-Dorn', roles: ['admin'] as const }]
    const begun = await begin(false, officers as never, later)
    expect(await net.relay.enrolments.find(begun.application)).to.not.equal(undefined)
    expect(await readFile(join(place.folder, 'identity-key.pem'), 'utf8')).to.equal(key)
    const kept = await readFile(join(place.folder, 'enrolment.json'), 'utf8')
    expect(JSON.parse(kept)).to.deep.include({ officers })
    const { application } = JSON.parse(kept) as { application: string }
    expect(await digestOf(application)).to.equal(begun.application)
    // What the relay has taken is the same for ever, however late it is asked again.
    net.relay.setClock(after(later, 3600))
    expect(await begin(false, officers as never, after(later, 3600))).to.deep.equal(begun)
  })

  it('does not sign anew what was signed just now by a clock that is wrong', async () => {
    expect(await codeOf(() => begin(false, OFFICERS, after(NOW, 3000)))).to.equal('clock-skewed')
  })

  describe('under a trust list with revocation lists', () => {
    const trusting = async (revoked: readonly string[], changes: { nextUpdate?: Date } = {}) => {
      const { root } = net.relay
      const list = await issueRevocationList(
        root,
        revoked.map((serial) => ({ serial, at: after(NOW, -60), reason: 'keyCompromise' })),
        { thisUpdate: after(NOW, -3600), nextUpdate: after(NOW, 3600), ...changes },
      )
      const trust = { ...(await worldTrust()), revocationLists: [list] }
      await writeFile(place.trust, formatTrustList(trust))
    }
    beforeEach(async () => {
      await approve(await begin())
    })

    it('takes no certificate that was revoked, or of which no list speaks; nothing is made or sent', async () => {
      const { decision } = (await net.relay.enrolments.find((await begin()).application)) ?? {}
      const { payload } = await readStatement(decision ?? '')
      const [x5c = ''] = (payload as { chain: string[] }).chain
      await trusting([readCertificate(x5c).serial])
      expect(await codeOf(complete)).to.equal('pki/revoked')
      await trusting([], { nextUpdate: after(NOW, -1800) })
      expect(await codeOf(complete)).to.equal('pki/validity')
      expect(await readdir(place.folder)).to.have.members(['enrolment.json', 'identity-key.pem'])
      expect(await net.relay.directory.history(newcomer.id, 'rogatory-entry')).to.deep.equal([])
    })

    it('takes one that a list leaves standing', async () => {
      await trusting(['1f'])
      await complete()
      await audit()
    })
  })
})
