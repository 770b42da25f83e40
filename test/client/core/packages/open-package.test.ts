import { expect } from 'chai'
import { ClientError } from '#client/core/client-error.js'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { openDocuments, readPackage } from '#client/core/packages/open-package.js'
import { partDocument } from '#client/core/packages/part-document.js'
import type { Session } from '#client/core/session/session.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { Evidence, type PackageEvidence } from '#crypto/evidence/evidence.js'
import { CaseId, type PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { signHeader } from '#crypto/package/sign-statements.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { EvidenceItem, PackageRecord } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { memoryDocument, memoryFolder } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { Outage } from '#test/support/fake-ports.js'
import { flipBit } from '#test/support/flip-bit.js'
import { flipText } from '#test/support/flip-text.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('opening a package', () => {
  let net: Constellation
  let id: PackageId
  beforeEach(async () => {
    net = await constellation()
    id = await net.sent()
  })
  const lie = (change: (record: PackageRecord) => unknown) => {
    net.lies.answers.readPackage = change
  }
  const refusal = (session: Session = net.berta) => codeOf(() => readPackage(session, id))
  const inTransit = (change: (octets: Buffer) => Uint8Array | undefined, only = '') => {
    net.lies.downloads = async function* (name, octets) {
      const all: Uint8Array[] = []
      for await (const chunk of octets) all.push(chunk)
      const whole = Buffer.concat(all)
      const told = only === '' || only === name ? change(whole) : whole
      if (told !== undefined) yield told
    }
  }
  /** Evidence as the relay would sign it, if it wanted to. */
  async function resigned({ statement, index }: EvidenceItem, changes: Partial<PackageEvidence>) {
    const payload = Evidence.parse((await readStatement(statement)).payload)
    const lied = { ...payload, ...changes } as PackageEvidence
    const signed = await issueEvidence(lied, net.relay.relay.evidenceKey)
    return { statement: signed, digest: await digestOf(signed), index }
  }

  it('gives recipient and sender what was sent, and who signed it', async () => {
    for (const session of [net.berta, net.ana]) {
      const { manifest, record, opened } = await readPackage(session, id)
      expect(manifest.form).to.deep.equal({ purpose: 'Service of a summons' })
      expect(manifest.parts.map(({ name }) => name)).to.deep.equal(['summons.pdf', 'annex.pdf'])
      expect(record.submitted).to.equal(NOW.toISOString())
      expect(opened.credential.payload.name).to.equal('Ana Drafter')
      expect(opened.approvals).to.have.length(1)
    }
  })

  it('opens every document, verified, and remembers which', async () => {
    const folder = memoryFolder()
    const read = await readPackage(net.berta, id)
    const seen = new Map<string, number>()
    await openDocuments(net.berta, read, folder.sinkFor, (name, octets) => seen.set(name, octets))
    expect(folder.files.get('summons.pdf')?.toString()).to.equal('summons '.repeat(50_000))
    expect(folder.files.get('annex.pdf')?.toString()).to.equal('annex')
    expect([...seen]).to.deep.equal([
      ['summons.pdf', 400_000],
      ['annex.pdf', 5],
    ])
    const record = await net.berta.platform.opened.find(read.record.header.digest)
    expect(record?.verified).to.deep.equal(read.manifest.parts.map(({ part }) => part))
    expect(net.berta.platform.state.open.digesters).to.equal(0)
  })

  it('says which documents are something else than they were called, and hands them out', async () => {
    const documents = [
      memoryDocument('note.txt', Buffer.from('a note'), { mediaType: 'text/plain' }),
      memoryDocument('summons.pdf', Buffer.from('a note')),
      memoryDocument('annex', Buffer.from('a note')),
    ]
    id = await net.sent({ documents })
    const read = await readPackage(net.berta, id)
    const claims = new Map<string, string | undefined>()
    const opened = await openDocuments(net.berta, read, ({ name }) =>
      Promise.resolve({
        write: () => Promise.resolve(),
        commit: (contradicted) => Promise.resolve(void claims.set(name, contradicted)),
        discard: () => Promise.resolve(),
      }),
    )
    const expected = ['note.txt', undefined, 'summons.pdf', 'extension', 'annex', 'media-type']
    expect([...claims].flat()).to.deep.equal(expected)
    expect(opened.flatMap(({ part, contradicted }) => [part.name, contradicted])).to.deep.equal(
      expected,
    )
    const [, ...others] = read.manifest.parts.map(({ part }) => part)
    const recorded = () => net.berta.platform.opened.find(read.record.header.digest)
    expect((await recorded())?.contradicted).to.deep.equal(others)
    expect((await recorded())?.verified).to.have.length(3)

    // They can be sent on as they came.
    await net.sent({
      documents: read.manifest.parts.map((part) => partDocument(net.berta, read, part)),
    })

    // What is opened again alone does not forget the others.
    const [first] = read.manifest.parts
    const { sinkFor } = memoryFolder()
    const one = { ...read, manifest: { ...read.manifest, parts: first ? [first] : [] } }
    await openDocuments(net.berta, one, sinkFor)
    expect((await recorded())?.contradicted).to.deep.equal(others)
  })

  it('goes on after what is found malicious, which was verified all the same', async () => {
    const read = await readPackage(net.berta, id)
    const [first, second] = read.manifest.parts.map(({ part }) => part)
    const found = (code: 'document-malicious' | 'scanner-failed') =>
      openDocuments(net.berta, read, ({ part }) =>
        Promise.resolve({
          write: () => Promise.resolve(),
          commit: () =>
            part === first ? Promise.reject(new ClientError(code, '', '')) : Promise.resolve(),
          discard: () => Promise.resolve(),
        }),
      )
    const recorded = () => net.berta.platform.opened.find(read.record.header.digest)
    expect(await codeOf(() => found('scanner-failed'))).to.equal('scanner-failed')
    expect(await recorded()).to.equal(undefined)
    const opened = await found('document-malicious')
    expect(opened.map(({ isMalicious }) => isMalicious)).to.deep.equal([true, false])
    expect(await recorded()).to.deep.include({ verified: [first, second], malicious: [first] })
    const receipt = await acknowledgePackage(net.berta, id)
    expect(receipt).to.deep.include({ verified: 2, unopened: 0, malicious: ['summons.pdf'] })

    // A scanner that knows better may find it clean.
    await openDocuments(net.berta, read, memoryFolder().sinkFor)
    expect((await recorded())?.malicious).to.deep.equal([])
    expect((await acknowledgePackage(net.berta, id)).malicious).to.deep.equal([])
  })

  it('gives no document its name whose octets are changed, cut short, longer or gone', async () => {
    const read = await readPackage(net.berta, id)
    const changes: readonly [string, (octets: Buffer) => Uint8Array | undefined][] = [
      ['stream/tampered', (octets) => flipBit(octets, octets.length * 8 - 1)],
      ['stream/tampered', (octets) => flipBit(octets, 500)],
      ['stream/truncated', (octets) => octets.subarray(0, -1)],
      ['part-length', (octets) => Buffer.concat([octets, octets.subarray(0, 1)])],
      ['stream/truncated', () => undefined],
    ]
    for (const [code, change] of changes) {
      const folder = memoryFolder()
      inTransit(change)
      const found = await codeOf(() => openDocuments(net.berta, read, folder.sinkFor))
      expect(found.replace(/^stream\/.*/, 'stream'), code).to.equal(
        code.replace(/^stream\/.*/, 'stream'),
      )
      expect(folder.files.size, code).to.equal(0)
      expect(folder.discarded, code).to.deep.equal(['summons.pdf'])
    }
    expect(await net.berta.platform.opened.find(read.record.header.digest)).to.equal(undefined)
    expect(net.berta.platform.state.open.digesters).to.equal(0)
  })

  it('stops reading a part that is longer than stated, before the disk is full', async () => {
    const read = await readPackage(net.berta, id)
    let sent = 0
    net.lies.downloads = async function* (_name, octets) {
      yield* octets
      for (; sent < 1_000; sent++) yield new Uint8Array(1024 * 1024)
    }
    const { sinkFor } = memoryFolder()
    expect(await codeOf(() => openDocuments(net.berta, read, sinkFor))).to.equal('part-length')
    expect(sent).to.be.below(5)
  })

  it('tells documents apart that the relay has exchanged', async () => {
    const read = await readPackage(net.berta, id)
    const [one, other] = read.record.header.payload.parts
    const octets = (digest = '') => net.sealed.get(digest) ?? Buffer.alloc(0)
    inTransit((whole) =>
      whole.equals(octets(one?.digest)) ? octets(other?.digest) : octets(one?.digest),
    )
    const folder = memoryFolder()
    expect(await codeOf(() => openDocuments(net.berta, read, folder.sinkFor))).to.match(
      /^stream\/|^part-/,
    )
    expect(folder.files.size).to.equal(0)
  })

  it('keeps what was verified before a failure, and goes on from there', async () => {
    const read = await readPackage(net.berta, id)
    const folder = memoryFolder()
    net.crash.failAt({ call: 1, when: 'before' })
    const failure = await rejection(openDocuments(net.berta, read, folder.sinkFor))
    expect(failure).to.be.instanceOf(Outage)
    net.crash.failAt(undefined)
    const before = await net.berta.platform.opened.find(read.record.header.digest)
    expect(before?.verified).to.deep.equal([read.manifest.parts[0]?.part])
    await openDocuments(net.berta, read, folder.sinkFor)
    const now = await net.berta.platform.opened.find(read.record.header.digest)
    expect(now?.verified).to.have.length(2)
  })

  it('refuses another envelope, a damaged one and none', async () => {
    const other = await net.sent()
    const envelope = (await net.relay.packages.find(other))?.envelope ?? ''
    inTransit(() => Buffer.from(envelope))
    expect(await refusal()).to.equal('package/envelope')
    inTransit((octets) => flipBit(octets, 800))
    expect(await refusal()).to.equal('package/envelope')
    inTransit(() => Buffer.from([0xff, 0xfe]))
    expect(await refusal()).to.equal('package/envelope')
    inTransit(() => undefined)
    expect(await refusal()).to.equal('package/envelope')
    inTransit(() => Buffer.alloc(5 * 1024 * 1024, 'x'))
    expect(await refusal()).to.equal('relay-answer')
  })

  it('refuses a header that disagrees with its manifest, though the officer signed both', async () => {
    const { drafter } = net.relay
    const resign = async (changes: Partial<Header>) => {
      const stored = net.relay.state.packages[0]
      const header = Header.parse((await readStatement(stored?.header ?? '')).payload)
      const signed = await signHeader({ ...header, ...changes }, drafter.key)
      const digest = await digestOf(signed)
      lie(async ({ evidence, ...record }) => ({
        ...record,
        header: signed,
        approvals: await approvalsOf(signed),
        evidence: await relinked(evidence, digest),
      }))
    }
    const approvalsOf = (header: string) => net.draftOf().approve?.(header)
    const relinked = async (items: readonly EvidenceItem[], header: string) => {
      const links: EvidenceItem[] = []
      for (const item of items) {
        links.push(await resigned(item, { header, previous: links.at(-1)?.digest ?? null }))
      }
      return links
    }
    const { record } = await readPackage(net.ana, id)
    await resign({})
    expect(await refusal()).to.equal('nothing was refused')
    await resign({ parts: [...record.header.payload.parts].reverse() })
    expect(await refusal()).to.equal('package/mismatch')
    await resign({ case: CaseId.parse(id) })
    expect(await refusal()).to.equal('package/mismatch')
    await resign({ manifest: '0'.repeat(64) })
    expect(await refusal()).to.equal('package/commitment')
  })

  it('refuses another package than the one asked for, and packages of others', async () => {
    const other = await net.sent()
    const shown = await net.berta.relay.call('readPackage', { params: { package: other } })
    lie(() => shown)
    expect(await refusal()).to.equal('evidence-untrusted')
    net.lies.answers = {}
    const stranger = await net.relay.xc.officer('Cem Clerk', ['case'])
    const session = { ...(await net.session(stranger, net.relay.xc)), relay: net.berta.relay }
    expect(await refusal(session)).to.equal('evidence-untrusted')
  })

  it('refuses statements that are forged, truncated, swapped or by somebody else', async () => {
    lie((record) => ({ ...record, header: flipText(record.header, 7 * 900) }))
    expect(await refusal()).to.match(/^(statement|package|evidence-untrusted)/)
    lie((record) => ({ ...record, header: record.header.slice(0, -20) }))
    expect(await refusal()).to.match(/^(statement|evidence-untrusted)/)
    lie((record) => ({ ...record, header: record.credential }))
    expect(await refusal()).to.equal('package/header')
    lie((record) => ({ ...record, credential: net.relay.registrar.credential }))
    expect(await refusal()).to.match(/^directory\//)
    lie((record) => ({ ...record, credential: net.relay.approver.credential }))
    expect(await refusal()).to.match(/^(directory|statement)\//)
    lie((record) => ({ ...record, approvals: [] }))
    expect(await refusal()).to.equal('package/approvals')
  })

  it('refuses evidence that is missing, repeated, out of order, of others or of another time', async () => {
    const cases: readonly [Session, string, (items: EvidenceItem[]) => unknown][] = [
      [net.berta, 'evidence-untrusted', () => []],
      [net.berta, 'evidence-untrusted', ([a, b]) => [b, a]],
      [net.berta, 'evidence-untrusted', ([a, b]) => [a, a, b]],
      [net.ana, 'evidence/chain', ([, b]) => [b]],
      [net.ana, 'evidence/chain', ([a, b]) => [b, a]],
      [net.ana, 'evidence/chain', ([a, b]) => [a, b, b]],
      [
        net.berta,
        'evidence-untrusted',
        async ([a, b]) => [a, b && (await resigned(b, { recipient: net.relay.xc.id }))],
      ],
      [
        net.berta,
        'evidence-untrusted',
        async ([a, b]) => [a, b && (await resigned(b, { previous: '0'.repeat(64) }))],
      ],
      [
        net.berta,
        'evidence-untrusted',
        async ([a, b]) => {
          const later = a && (await resigned(a, { time: after(NOW, 5).toISOString() }))
          return [later, b && (await resigned(b, { previous: later?.digest ?? null }))]
        },
      ],
      [
        net.berta,
        'evidence-untrusted',
        async ([a, b]) => [
          a,
          b && (await resigned(b, { submitted: after(NOW, -9).toISOString() })),
        ],
      ],
      [net.ana, 'evidence/chain', async ([a, b]) => [a, b && (await resigned(b, { code: 'E.1' }))]],
    ]
    for (const [position, [session, code, change]] of cases.entries()) {
      lie(async ({ evidence, ...record }) => ({ ...record, evidence: await change(evidence) }))
      expect(await refusal(session), `case ${position}`).to.equal(code)
    }
  })

  it('does not open with a vault that is not its authority’s', async () => {
    const stranger = await net.session(
      await net.relay.xb.officer('Boris New', ['registrar']),
      net.relay.xb,
    )
    expect(await refusal(stranger)).to.equal('vault-closed')
  })
})
