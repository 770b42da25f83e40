import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { findInIndex } from '#client/core/search/find-in-index.js'
import { type IndexEntry, textsOf } from '#client/core/search/index-entry.js'
import { searchFolded } from '#client/core/search/search-folded.js'
import { readIndex } from '#client/core/search/search-index.js'
import { updateIndex } from '#client/core/search/update-index.js'
import { diskSearchStore } from '#client/files/disk-search-store.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { memorySearchStore } from '#test/support/memory/memory-search-store.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { Outage } from '#test/support/fake-ports.js'
import { rejection } from '#test/support/rejection.js'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function* damaged() {
  await Promise.resolve()
  yield toUtf8('{}')
}

describe('searching what could be decrypted', () => {
  const folder = temporaryFolder()
  let net: Constellation
  beforeEach(async () => {
    net = await constellation()
  })
  const find = async (text: string, store = memorySearchStore()) =>
    findInIndex((await updateIndex(net.berta, store)).entries, text)
  const sent = (form: object) => net.sent({ form: form as never, documents: [] })

  it('finds by id, party, officer, template, and words of the form in any order', async () => {
    const id = await sent({ reference: 'MLA/2026/17', facts: { summary: 'Wire fraud in Arcadia' } })
    await sent({ reference: 'MLA/2026/18' })
    const store = memorySearchStore()
    for (const text of [id, 'mla/2026/17', 'arcadia FRAUD', 'xa.moj wire', 'ana drafter 2026/17']) {
      expect(
        (await find(text, store)).map((one) => one.package),
        text,
      ).to.deep.equal([id])
    }
    expect(await find('mla-request', store)).to.have.length(2)
    expect(await find('arcadia 2026/18', store)).to.deep.equal([])
    expect(await find('  ', store)).to.deep.equal([])
    const [found] = await find('fraud', store)
    expect(found?.matches).to.deep.equal([{ at: 'facts.summary', text: 'Wire fraud in Arcadia' }])
  })

  it('finds by the digest of the header, of the manifest and of a document, in either case of its letters', async () => {
    const text = 'It was never sent twice.'
    const document = memoryDocument('exhibit.txt', toUtf8(text), { mediaType: 'text/plain' })
    const id = await net.sent({ form: {}, documents: [document] })
    await sent({ reference: 'MLA/2026/18' })
    const { record, opened } = await readPackage(net.berta, id)
    const digests = [record.header.digest, opened.manifest.digest, sha256(text)]
    const store = memorySearchStore()
    for (const digest of [...digests, sha256(text).toUpperCase(), sha256(text).slice(0, 16)]) {
      expect(
        (await find(digest, store)).map((one) => one.package),
        digest,
      ).to.deep.equal([id])
    }
  })

  it('does not mind capitals, accents, vowel signs, width, digits or forms of letters', () => {
    for (const [written, typed] of [
      ['Ёлкин Артём', 'елкин артем'],
      ['MÜLLER-Straße', 'muller-strasse'],
      ['İstanbul', 'istanbul'],
      ['القَاهِرَة', 'القاهره'],
      ['أحمد إبراهيم', 'احمد ابراهيم'],
      ['علي', 'على'],
      ['هاتف ٠١٢٣٤٥', '012345'],
      ['ＡＢＣ１２３', 'abc123'],
      ['東京地方検察庁', '地方検察'],
      ['张伟 二〇二六', '张伟'],
      ['Nguyễn Văn Đức', 'nguyen van'],
      ['Ελλάς', 'ελλασ'],
      ['कोड १२३', '123'],
    ] as const) {
      expect(searchFolded(written), written).to.include(searchFolded(typed))
    }
    expect(searchFolded('张伟')).to.not.include(searchFolded('張偉'))
  })

  it('opens each package once, and goes on after it was broken off', async () => {
    for (let n = 0; n < 3; n++) await sent({ n: `number ${n}` })
    const store = memorySearchStore()
    net.crash.failAt({ call: 5, when: 'before' })
    expect(await rejection(updateIndex(net.berta, store))).to.be.instanceOf(Outage)
    net.crash.failAt(undefined)
    expect((await updateIndex(net.berta, store)).entries).to.have.length(3)
    let opened = 0
    await updateIndex(net.berta, store, { onProgress: () => opened++ })
    expect(opened).to.equal(0)
    await sent({ n: 'the fourth' })
    expect(await find('fourth', store)).to.have.length(1)
    await updateIndex(net.berta, store, { rebuild: true, onProgress: () => opened++ })
    expect(opened).to.equal(4)
  })

  it('lies sealed, in shards, and is made again when it is damaged or not ours', async () => {
    await sent({ secret: 'Geheimnis' })
    const store = memorySearchStore()
    await updateIndex(net.berta, store)
    expect([...store.shards.keys()]).to.deep.equal(['00000'])
    expect([...store.shards.values()].join()).to.not.match(/eheimnis|mla-request/)
    expect((await readIndex(net.ana, store)).entries).to.deep.equal([])
    for (const damaged of ['', '{}', 'no JSON', store.shards.get('00000')?.slice(0, -9) ?? '']) {
      store.shards.set('00000', damaged)
      store.shards.set('00007', damaged)
      expect(await find('geheimnis', store)).to.have.length(1)
      expect([...store.shards.keys()]).to.deep.equal(['00000'])
    }
  })

  it('has an entry without texts for what cannot be believed', async () => {
    const good = await sent({ word: 'good' })
    const bad = await sent({ word: 'bad' })
    let calls = 0
    net.lies.downloads = (name, octets) =>
      name === 'downloadEnvelope' && calls++ === 0 ? damaged() : octets
    const { entries } = await updateIndex(net.berta, memorySearchStore())
    const unread = entries.filter(({ template }) => template === null)
    expect(unread.map(({ texts, officer }) => [texts, officer])).to.deep.equal([[[], '']])
    expect(entries.map((one) => one.package)).to.have.members([good, bad])
  })

  it('keeps so much of one package, names of documents first', () => {
    const form = { long: 'x'.repeat(5000), deep: [{ a: 1 }, 'last'.repeat(10_000), 'never'] }
    const texts = textsOf({ form, parts: [{ name: 'a.pdf' }] } as never)
    expect(texts.map(([at, text]) => [at, text.length])).to.deep.equal([
      ['documents', 5],
      ['long', 2000],
      ['deep.0.a', 1],
      ['deep.1', 2000],
      ['deep.2', 5],
    ])
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`f${i}`, 'y'.repeat(1999)]),
    )
    const all = textsOf({ form: many, parts: [] } as never)
    expect(JSON.stringify(all).length).to.be.lessThan(20_000)
  })

  it('lies in a folder on disk', async () => {
    const store = diskSearchStore(folder.path)
    expect(await store.names()).to.deep.equal([])
    await sent({ word: 'there' })
    await updateIndex(net.berta, store)
    expect(await store.names()).to.deep.equal(['00000'])
    expect((await readIndex(net.berta, store)).entries).to.have.length(1)
    expect(() => store.read('../../x')).to.throw(TypeError)
    await store.remove('00000')
    expect(await store.names()).to.deep.equal([])
  })

  it('answers ten thousand packages within a second or so', () => {
    const entry = (n: number) =>
      ({
        package: `p${n}`,
        case: `c${n}`,
        sender: 'xa.moj',
        recipients: ['xb.pgo'],
        box: 'inbox',
        submitted: String(n),
        officer: 'A',
        template: 't@1',
        inReplyTo: null,
        digests: [],
        texts: [['a', `number ${n} `.padEnd(1000, 'lorem ipsum ')]],
      }) as unknown as IndexEntry
    const entries = Array.from({ length: 10_000 }, (_, n) => entry(n))
    const began = performance.now()
    expect(findInIndex(entries, 'NUMBER 4711 ')).to.have.length(1)
    expect(performance.now() - began).to.be.lessThan(20_000)
  })
})
