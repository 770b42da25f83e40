import { expect } from 'chai'
import { fromBase64, fromBase64Url, fromHex, fromUtf8, toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { spokenFingerprint } from '#crypto/directory/spoken-fingerprint.js'
import { nameClock } from '#crypto/clock/name-clock.js'
import { ClockRequest } from '#crypto/clock/clock-request.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { openVault } from '#crypto/directory/vault.js'
import { verifyEntry } from '#crypto/directory/verify-entry.js'
import { verifySuspension } from '#crypto/directory/verify-suspension.js'
import { verifyAbsence } from '#crypto/evidence/verify-absence.js'
import { openEnvelope } from '#crypto/envelope/open-envelope.js'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { importOpeningKey } from '#crypto/keys/import-private.js'
import { importVerificationKey } from '#crypto/keys/import-public.js'
import { BoundKeystoreFile } from '#crypto/keystore/bound-keystore-file.js'
import { deriveBoundKey } from '#crypto/keystore/derive-bound-key.js'
import { deriveKey } from '#crypto/keystore/derive-key.js'
import { openBoundKeystore } from '#crypto/keystore/open-bound-keystore.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { commitManifest } from '#crypto/package/commit-manifest.js'
import { commitPart, DisclosedPart } from '#crypto/package/commit-part.js'
import { Header } from '#crypto/package/header.js'
import { readResealedContent } from '#crypto/resealing/resealed-content.js'
import { Resealing } from '#crypto/resealing/resealing.js'
import { Manifest } from '#crypto/package/manifest.js'
import { partAssociatedData } from '#crypto/package/part-associated-data.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { verifyRevocationList } from '#crypto/pki/verify-revocation-list.js'
import { openStream } from '#crypto/stream/open-stream.js'
import { verifyConsistency } from '#crypto/transparency/consistency.js'
import { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import { Handoff } from '#crypto/translation/handoff.js'
import { openHandoffContent } from '#crypto/translation/open-content.js'
import { TranslationRecord } from '#crypto/translation/translation-record.js'
import { Downgrade } from '#crypto/downgrade/downgrade.js'
import { DowngradeRecord } from '#crypto/downgrade/downgrade-record.js'
import { factMeanings } from '#crypto/proof/fact.js'
import { factsOf } from '#test/support/protocol/example-facts.js'
import { accessExamples } from '#test/support/protocol/access-examples.js'
import { checkpointIn, logExamples } from '#test/support/protocol/log-examples.js'
import type { BundledAbsence, ProofBundle } from '#crypto/proof/bundle.js'
import { readExamples, readPage } from '#test/support/protocol/page.js'
import { NOW } from '#test/support/world/moments.js'

const page = readExamples()
type Jwk = Record<string, string>
const payload = (name: string): unknown => page.json(`${name}.payload`)

/** Each example that is no statement, and the code that has to read it. */
const checks: Record<string, () => Promise<unknown>> = {
  ...logExamples,
  ...accessExamples,
  thumbprint: async () => {
    const { jwk, kid } = page.json('thumbprint') as { jwk: Jwk; kid: string }
    expect((await importVerificationKey(jwk)).kid).to.equal(kid)
  },
  digests: async () => {
    const digests = page.json('digests') as Record<string, string>
    for (const [name, digest] of Object.entries(digests)) {
      expect(await digestOf(page.text(name))).to.equal(digest)
    }
  },
  trust: () => Promise.resolve(readTrustList(JSON.stringify(page.json('trust')))),
  'absence-bundled': async () => {
    const { statement, path } = page.json('absence-bundled') as BundledAbsence
    const trust = readTrustList(JSON.stringify(page.json('trust')))
    const relay = await verifyEntry(page.text('entry-relay'), trust, { kind: 'relay', at: NOW })
    const from = await checkpointIn((await verifyAbsence(statement, relay)).payload.checkpoint)
    const to = await checkpointIn(page.text('checkpoint'))
    await verifyConsistency({
      fromSize: from.size,
      fromRoot: from.root,
      toSize: to.size,
      toRoot: to.root,
      path: path.map(fromBase64),
    })
    const bundle = { ...(page.json('bundle') as object), version: 2 }
    const absences = [page.json('absence-bundled')]
    const { facts } = await factsOf({ ...bundle, absences }, JSON.stringify(page.json('trust')))
    expect(facts).to.deep.include(['absence-stated', 'proved'])
    expect(facts).to.deep.include(['receipt-absent', 'claimed'])
  },
  'handoff-bundled': async () => {
    const bundle = page.json('bundle') as ProofBundle
    const credentials = [...bundle.credentials, page.text('credential-translator')]
    const steps = ['h1', 'h2', 'h7', 'h9'].map((step) => page.text(`evidence-${step}`))
    const evidence = [...bundle.evidence, ...steps]
    const translations = [page.json('handoff-bundled')]
    const whole = { ...bundle, version: 4, credentials, evidence, translations }
    const { facts } = await factsOf(whole, JSON.stringify(page.json('trust')))
    expect(facts).to.deep.include(['custody-unbroken', 'proved'])
    expect(facts).to.deep.include(['translation-certified', 'proved'])
  },
  'translation-record': () =>
    Promise.resolve(TranslationRecord.parse(page.json('translation-record'))),
  suspension: async () => {
    const trust = readTrustList(JSON.stringify(page.json('trust')))
    const relay = await verifyEntry(page.text('entry-relay'), trust, { kind: 'relay', at: NOW })
    await verifySuspension(page.text('suspension'), relay)
  },
  'revocation-list': async () => {
    const { roots } = page.json('trust') as { roots: string[] }
    await verifyRevocationList(page.text('revocation-list'), readCertificate(roots[0] ?? ''))
  },
  vault: async () => {
    const key = await importOpeningKey(page.json('vault-key'))
    const [opened] = await openVault(page.text('vault'), key)
    expect(opened?.kid).to.equal((await importOpeningKey(page.json('envelope-key'))).kid)
  },
  'vault-content': async () => {
    const key = await importOpeningKey(page.json('vault-key'))
    const content = fromUtf8(await openEnvelope(page.text('vault'), key))
    expect(content).to.equal(canonicalize(page.json('vault-content')))
  },
  keystore: async () => {
    const file = JSON.stringify(page.json('keystore'))
    const content = await openKeystore(file, page.text('keystore-passphrase'))
    expect(content).to.deep.equal(page.json('keystore-content'))
  },
  'bound-keystore': async () => {
    const { credential, prf, argon2id, key } = page.json('bound-keystore-key') as Jwk
    const answer = { credential: fromBase64Url(credential ?? ''), prf: fromHex(prf ?? '') }
    const file = BoundKeystoreFile.parse(page.json('bound-keystore'))
    const passphrase = page.text('keystore-passphrase')
    expect(await openBoundKeystore(JSON.stringify(file), passphrase, answer)).to.deep.equal(
      page.json('keystore-content'),
    )
    const passphraseKey = await deriveKey(passphrase, file.kdf)
    expect(toHex(passphraseKey)).to.equal(argon2id)
    expect(toHex(await deriveBoundKey(passphraseKey, answer, file.rpId))).to.equal(key)
  },
  part: async () => {
    const {
      parts: [sealed],
      package: id,
    } = Header.parse(payload('header'))
    const {
      parts: [part],
    } = Manifest.parse(payload('manifest'))
    const ciphertext = fromBase64(page.text('part'))
    expect(ciphertext.length).to.equal(sealed?.length)
    expect(await digestOf(ciphertext)).to.equal(sealed?.digest)
    const bound = partAssociatedData(id, part?.part ?? '')
    const opened = new Blob([ciphertext])
      .stream()
      .pipeThrough(openStream(fromBase64Url(part?.key ?? ''), bound))
    expect(await new Response(opened).text()).to.equal(page.text('document'))
    expect(await digestOf(page.text('document'))).to.equal(part?.digest)
  },
  envelope: async () => {
    const key = await importOpeningKey(page.json('envelope-key'))
    const envelope = page.text('envelope')
    expect(fromUtf8(await openEnvelope(envelope, key))).to.equal(page.text('manifest'))
    const header = Header.parse(payload('header'))
    expect(header.envelope.digest).to.equal(await digestOf(envelope))
    expect(header.envelope.length).to.equal(toUtf8(envelope).length)
  },
  'part-commitment': async () => {
    const { commitment, ...said } = page.json('part-commitment') as Jwk
    expect(await commitPart(DisclosedPart.parse(said))).to.equal(commitment)
    expect(JSON.stringify(page.json('header.payload'))).to.include(commitment)
  },
  'clock-name': async () => {
    const { salt = '', clock, ...about } = page.json('clock-name') as Jwk
    const { kind = '' } = about
    const named = await nameClock(salt, {
      kind,
      authority: AuthorityId.parse(about['authority']),
      counterpart: AuthorityId.parse(about['counterpart']),
      package: PackageId.parse(about['package']),
    })
    expect(named).to.equal(clock)
    expect(salt).to.equal(Manifest.parse(payload('manifest')).salt)
    expect(payload('clock')).to.include({ clock })
  },
  'clock-detail': async () => {
    const key = await importOpeningKey(page.json('envelope-key'))
    const { detail } = ClockRequest.parse(payload('clock'))
    const opened = fromUtf8(await openEnvelope(detail, key))
    expect(opened).to.equal(canonicalize(page.json('clock-detail')))
  },
  commitment: async () => {
    const { salt, manifestDigest, manifest } = page.json('commitment') as Jwk
    expect(await commitManifest(salt ?? '', manifestDigest ?? '')).to.equal(manifest)
    expect(manifest).to.equal(Header.parse(payload('header')).manifest)
    expect(manifestDigest).to.equal(await digestOf(page.text('manifest')))
  },
  facts: async () => {
    const said = await factsOf(page.json('bundle'), JSON.stringify(page.json('trust')))
    expect(said).to.deep.equal(page.json('facts'))
  },
  'downgrade-record': async () => {
    const { downgrade, redactions } = DowngradeRecord.parse(page.json('downgrade-record'))
    expect(downgrade).to.equal(page.text('downgrade'))
    const claims = Downgrade.parse(payload('downgrade'))
    expect(claims.redactions).to.equal(await digestOf(canonicalize(redactions)))
    const { salt = '', digest = '' } = page.json('downgrade-original') as Record<string, string>
    expect(claims.documents[0]?.original).to.equal(await commitManifest(salt, digest))
  },
  'resealed-envelope': async () => {
    const key = await importOpeningKey(page.json('envelope-key'))
    const envelope = page.text('resealed-envelope')
    const content = fromUtf8(await openEnvelope(envelope, key))
    expect(content).to.equal(canonicalize(page.json('resealed-content')))
    expect(readResealedContent(content).manifest).to.equal(page.text('manifest'))
    const resealing = Resealing.parse(payload('resealing'))
    expect(resealing.kid).to.equal(key.kid)
    expect(resealing.envelope).to.deep.equal({
      length: toUtf8(envelope).length,
      digest: await digestOf(envelope),
    })
    const { parts } = Header.parse(payload('header'))
    expect(resealing.parts.map(({ part, replaced }) => [part, replaced])).to.deep.equal(
      parts.map(({ part, digest }) => [part, digest]),
    )
  },
  'handoff-envelope': async () => {
    const key = await importOpeningKey(page.json('handoff-key'))
    const handoff = Handoff.parse(payload('handoff'))
    const content = await openHandoffContent(page.text('handoff-envelope'), handoff, key)
    expect(content).to.deep.equal(page.json('handoff-content'))
    expect(CertifiedTranslation.parse(payload('translation')).items[0]).to.include({
      source: content.items[0]?.digest,
      sealed: handoff.source.parts[0]?.digest,
    })
  },
  'spoken-fingerprint': async () => {
    const { digest, spoken } = page.json('spoken-fingerprint') as Record<string, string>
    expect(digest).to.equal(await digestOf(page.text('application')))
    expect(spokenFingerprint(digest ?? '')).to.equal(spoken)
  },
}

/** Checked together with another. */
const covered: Record<string, string> = {
  document: 'part',
  'log-key': 'checkpoint',
  'vault-key': 'vault',
  'envelope-key': 'envelope',
  'keystore-passphrase': 'keystore',
  'keystore-content': 'keystore',
  'bound-keystore-key': 'bound-keystore',
  'downgrade-original': 'downgrade-record',
  'resealed-content': 'resealed-envelope',
  'handoff-content': 'handoff-envelope',
  'handoff-key': 'handoff-envelope',
  bundle: 'facts',
  'access-token': 'dpop-proof',
}

describe('docs/protocol.md: formats', () => {
  for (const [name, check] of Object.entries(checks)) {
    it(`shows ${name} as the code reads it`, check)
  }

  it('shows nothing that is not checked', () => {
    const statements = Object.keys(page.json('digests') as object)
    const known = [...statements, ...Object.keys(checks), ...Object.keys(covered)]
    const unchecked = page.names.filter(
      (name) => !/\.(header|payload)$/.test(name) && !known.includes(name),
    )
    expect(unchecked).to.deep.equal([])
    expect(Object.values(covered).every((name) => Object.hasOwn(checks, name))).to.equal(true)
  })

  it('lists exactly the facts that the code knows', () => {
    const section =
      readPage()
        .split(/^## /m)
        .find((one) => one.startsWith('9. ')) ?? ''
    const [facts = ''] = section.split(/^### /m)
    const listed = [...facts.matchAll(/^\| `([a-z-]+)`/gm)].map(([, fact]) => fact)
    expect(listed.toSorted()).to.deep.equal(Object.keys(factMeanings).toSorted())
  })
})
