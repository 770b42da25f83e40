import { expect } from 'chai'
import { ClientError } from '#client/core/client-error.js'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { openDocuments, readPackage } from '#client/core/packages/open-package.js'
import { partDocument } from '#client/core/packages/part-document.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { type Change, changeInTransit } from '#test/support/client/change-in-transit.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { memoryDocument, memoryFolder } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { Outage } from '#test/support/fake-ports.js'
import { flipBit } from '#test/support/flip-bit.js'
import { rejection } from '#test/support/rejection.js'

describe('opening the documents of a package', () => {
  let net: Constellation
  let id: PackageId
  beforeEach(async () => {
    net = await constellation()
    id = await net.sent()
  })
  const inTransit = (change: Change) => changeInTransit(net, change)

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
    const changes: readonly [string, Change][] = [
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
})
