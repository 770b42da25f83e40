import { expect } from 'chai'
import { makeReport } from '#client/report/make-report.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import type { FactCode } from '#crypto/proof/fact.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { after, END, NOW } from '#test/support/world/moments.js'
import { nextEntry, withNewKey } from '#test/support/world/next-entry.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { type World, world } from '#test/support/world/world.js'

describe('the chain of keys that a reader is shown', () => {
  let w: World
  let sample: ProofBundle
  before(async () => {
    w = await world()
    sample = await sampleBundle()
  })
  async function chainOf(bundle: ProofBundle, of: FactCode) {
    const { chains } = await makeReport(serialiseBundle(bundle), await worldTrust())
    return chains.filter(({ act }) => act.fact === of)
  }

  it('leads from the key of each signature over its credential and entry to a root', async () => {
    const { chains } = await makeReport(serialiseBundle(sample), await worldTrust())
    const shown = chains.map(({ act, authority, officer, key, entry, certificate, root }) => [
      ...[act.fact, authority, officer?.name, key, entry.digest, entry.version],
      ...[certificate.fingerprint, certificate.subject, certificate.status, root.fingerprint],
    ])
    const party = ({ entry }: World['xa'] | World['relay']) => [
      ...[entry.digest, '1', entry.certificate.fingerprint, entry.certificate.subject, 'unknown'],
      w.root.certificate.fingerprint,
    ]
    expect(shown).to.have.deep.members([
      ['header-signed', w.xa.id, 'Ana Drafter', w.drafter.key.kid, ...party(w.xa)],
      ['receipt-signed', w.xb.id, 'Berta Registrar', w.registrar.key.kid, ...party(w.xb)],
      ['relay-identified', w.relay.id, undefined, w.relay.evidenceKey.kid, ...party(w.relay)],
    ])
    const [header] = await chainOf(sample, 'header-signed')
    expect(header?.officer?.credential).to.equal(await digestOf(w.drafter.credential))
  })

  it('is that of the receipt itself where keys and certificate changed after the submission', async () => {
    const { keys, key } = await withNewKey(w.xb, 'credentials')
    const certificate = await issueCertificate(w.xb.identity.key, {
      role: 'authority',
      party: w.xb.id,
      name: 'Xbland, renewed',
      state: 'XB',
      issuer: w.root,
      notBefore: NOW,
      notAfter: END,
    })
    const identity = { ...w.xb.identity, chain: [certificate.x5c] }
    const validFrom = after(NOW, 3).toISOString()
    const second = await nextEntry({ ...w.xb, identity }, { keys, validFrom })
    const credential = await signCredential(w.registrar.claims, key)
    const credentials = sample.credentials.map((one) =>
      one === w.registrar.credential ? credential : one,
    )
    const rotated = { ...sample, credentials, entries: [...sample.entries, second] }
    const [chain] = await chainOf(rotated, 'receipt-signed')
    expect(chain?.entry).to.deep.equal({ digest: await digestOf(second), version: '2' })
    expect(chain?.certificate).to.include({ fingerprint: certificate.fingerprint })
    expect(chain?.certificate.subject).to.contain('renewed')
    expect(chain?.officer?.credential).to.equal(await digestOf(credential))
    // The one that the header names vouches for nothing here, and need not even be there.
    const entries = rotated.entries.filter((one) => one !== w.xb.entry.statement)
    const [alone] = await chainOf({ ...rotated, entries }, 'receipt-signed')
    expect(alone?.entry.version).to.equal('2')
  })

  it('names the key by which the relay is identified, and none that only claims to be its', async () => {
    const stranger = await generateSigningKey('x25519')
    const odd = await issueEvidence(
      {
        about: 'directory',
        code: 'X.1',
        time: NOW.toISOString(),
        issuer: w.relay.id,
        authority: w.xa.id,
        subject: w.xa.entry.digest,
      },
      stranger,
    )
    expect((await readStatement(odd)).kid).to.equal(stranger.kid)
    const bundle = { ...sample, evidence: [odd, ...sample.evidence] }
    const [chain] = await chainOf(bundle, 'relay-identified')
    expect(chain?.key).to.equal(w.relay.evidenceKey.kid)
  })
})
