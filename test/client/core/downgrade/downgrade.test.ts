import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { downgradeDocuments } from '#client/core/downgrade/downgrade-documents.js'
import { isDowngrade, receivedDowngrade } from '#client/core/downgrade/received-downgrade.js'
import { readPackage } from '#client/core/packages/open-package.js'
import type { DocumentSource } from '#client/core/ports.js'
import { fromUtf8, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { Downgrade } from '#crypto/downgrade/downgrade.js'
import { DOWNGRADE_MEDIA_TYPE, type DowngradeRecord } from '#crypto/downgrade/downgrade-record.js'
import { openEnvelope } from '#crypto/envelope/open-envelope.js'
import { commitManifest } from '#crypto/package/commit-manifest.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'

const ORIGINAL = 'Source R. saw him cross at Xatown on 3 February.'
const KEPT = { maxBytes: 10_000, maxDepth: 8 }
const RELEASED = 'He crossed at Xatown in February.'

describe('downgrading documents for official use', () => {
  let net: Constellation
  beforeEach(async () => {
    net = await constellation()
  })
  const original = memoryDocument('report.txt', toUtf8(ORIGINAL))
  const released = memoryDocument('released.txt', toUtf8(RELEASED))
  const downgrade = (more: object = {}) =>
    downgradeDocuments(net.ana, {
      by: 'P. Novak,\tHead of Service',
      basis: 'Act\u200e 12/2019',
      decided: '2026-02-27',
      from: 'SECRET',
      to: 'RESTRICTED',
      documents: [{ original, released }],
      redactions: [
        { document: 'released.txt', place: 'line 1', reason: 'source', removed: 'Source R.' },
      ],
      ...more,
    })
  const asDocument = (record: DowngradeRecord): DocumentSource =>
    memoryDocument('r.rogatory-downgrade', toUtf8(JSON.stringify(record)), {
      mediaType: DOWNGRADE_MEDIA_TYPE,
    })
  /** How the recipient finds it. */
  async function received(record: DowngradeRecord, documents: readonly DocumentSource[]) {
    const marks = { tlp: null, classification: 'RESTRICTED' }
    const id = await net.sent({ documents: [...documents, asDocument(record)], marks })
    const read = await readPackage(net.berta, id)
    expect(read.manifest.parts.filter(isDowngrade)).to.have.length(1)
    return receivedDowngrade(net.berta, read, toUtf8(JSON.stringify(record)))
  }

  it('lets the recipient verify who released what, when, by what authority, with which redactions', async () => {
    const { record } = await downgrade()
    const found = await received(record, [released])
    if (!found.verified) throw new Error(found.problem)
    expect(found.downgrade).to.deep.include({
      authority: net.relay.xa.id,
      by: 'P. Novak, Head of Service',
      basis: 'Act 12/2019',
      decided: '2026-02-27',
      from: 'SECRET',
      to: 'RESTRICTED',
      original: null,
    })
    expect(found).to.include({ marked: true, officer: net.ana.officer.credential.payload.name })
    expect(found.redactions.documents[0]?.redactions[0]).to.include({ reason: 'source' })
  })

  it('lets nothing of the original out, nor a digest by which it could be guessed', async () => {
    const { record, sealed } = await downgrade()
    for (const text of [JSON.stringify(record), fromUtf8(decoded(record))]) {
      for (const secret of [ORIGINAL, await digestOf(ORIGINAL), 'Source R.']) {
        expect(text).not.to.include(secret)
      }
      expect(text).not.to.include(await digestOf('Source R.'))
    }
    expect(sealed).not.to.include('report.txt')
  })
  const decoded = ({ downgrade: statement }: DowngradeRecord) =>
    new Uint8Array(Buffer.from(statement.split('.')[1] ?? '', 'base64url'))

  it('keeps for the own authority what shows which original it was', async () => {
    const { record, sealed } = await downgrade()
    const [key] = await net.ana.vaultKeys()
    if (key === undefined) throw new TypeError('there is one')
    const kept = parseJson(fromUtf8(await openEnvelope(sealed, key)), KEPT) as {
      documents: [{ name: string; original: string; salt: string }]
      redactions: [{ removed: string; salt: string }]
    }
    const [document] = kept.documents
    expect(document).to.include({ name: 'report.txt', original: await digestOf(ORIGINAL) })
    const { payload } = await readStatement(record.downgrade)
    expect(Downgrade.parse(payload).documents[0]?.original).to.equal(
      await commitManifest(document.salt, document.original),
    )
    const [{ removed, salt }] = kept.redactions
    expect(record.redactions.documents[0]?.redactions[0]?.removed).to.equal(
      await commitManifest(salt, await digestOf(removed)),
    )
  })

  it('names the package that holds the original, by the digest of its header', async () => {
    const id = await net.sent({ documents: [original] })
    const { record } = await downgrade({ of: await readPackage(net.ana, id) })
    const { payload } = await readStatement(record.downgrade)
    expect(Downgrade.parse(payload).original).to.deep.equal({
      package: id,
      header: await net.headerOf(id),
    })
  })

  it('shows the recipient what is not genuine, and believes nothing of it', async () => {
    const { record } = await downgrade()
    const other = memoryDocument('released.txt', toUtf8('Something else.'))
    expect(await received(record, [other])).to.include({ code: 'downgrade/documents' })
    const fewer = { ...record.redactions, documents: [] }
    expect(await received({ ...record, redactions: fewer }, [released])).to.include({
      verified: false,
      code: 'downgrade/redactions',
    })
    const theirs = { ...record, credential: net.berta.officer.credential.statement }
    expect(await received(theirs, [released])).to.include({ verified: false })
    const read = await readPackage(net.berta, await net.sent({ documents: [released] }))
    for (const octets of [toUtf8('{}'), toUtf8('no JSON'), new Uint8Array([0xff, 0xfe])]) {
      expect(await receivedDowngrade(net.berta, read, octets)).to.include({ verified: false })
    }
  })

  it('says when the package is marked as something else', async () => {
    const { record } = await downgrade({ to: 'CONFIDENTIAL' })
    expect(await received(record, [released])).to.include({ verified: true, marked: false })
  })

  it('releases nothing that is the original, and no redaction of a stranger', async () => {
    const same = [{ original, released: original }]
    expect(await codeOf(() => downgrade({ documents: same, redactions: [] }))).to.equal(
      'draft-invalid',
    )
    const strange = [{ document: 'x.txt', place: 'p', reason: 'source', removed: null }]
    expect(await codeOf(() => downgrade({ redactions: strange }))).to.equal('draft-invalid')
  })

  it('leaves what is above the channel where it is', async () => {
    const marks = { tlp: null, classification: 'SECRET' }
    expect(await codeOf(() => composePackage(net.ana, net.draftOf({ marks })))).to.equal(
      'pre-flight',
    )
  })
})
