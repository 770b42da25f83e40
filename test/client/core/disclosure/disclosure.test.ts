import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { checkDisclosure } from '#client/core/disclosure/check-disclosure.js'
import { DisclosureIndex, type PackFile, sumsOf } from '#client/core/disclosure/disclosure-index.js'
import { type DisclosureOrder, makeDisclosure } from '#client/core/disclosure/make-disclosure.js'
import type { Session } from '#client/core/session/session.js'
import { fromUtf8, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { CaseId, PackageId } from '#crypto/fields/fields.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { memoryPack } from '#test/support/disclosure/memory-pack.js'
import { retained } from '#test/support/retained.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('the disclosure pack of a case', () => {
  let net: Constellation
  let id: PackageId, of: CaseId
  let pack: ReturnType<typeof memoryPack>

  beforeEach(async () => {
    net = await constellation()
    pack = memoryPack()
    id = await net.sent()
    await acknowledgePackage(net.berta, id)
    await net.settle()
    of = (await readPackage(net.ana, id)).manifest.case
  })
  const make = (changes: Partial<DisclosureOrder> = {}, session: Session = net.ana) =>
    makeDisclosure(
      session,
      of,
      {
        withhold: [],
        redacted: [],
        despiteMarks: [],
        language: 'en',
        withinMs: 0,
        cover: ({ packages }) => Promise.resolve(toUtf8(`cover of ${packages.length}`)),
        ...changes,
      },
      pack.folder,
      pack.papers,
    )
  const check = () => checkDisclosure(pack.source(), net.ana.trust, net.ana.platform.now())
  const found = async () =>
    (await check()).findings.map(({ code, about }) => `${code} ${about.replace(/^.*\//, '')}`)
  /** As somebody does who makes every digest fit again. */
  async function rewritten(change: (index: DisclosureIndex) => unknown): Promise<void> {
    const index = DisclosureIndex.parse(
      JSON.parse(fromUtf8(pack.files.get('index.json') ?? toUtf8(''))),
    )
    change(index)
    index.files = await Promise.all(
      index.files.map(async ({ path }): Promise<PackFile> => {
        const octets = pack.files.get(path) ?? new Uint8Array()
        return { path, length: octets.length, digest: await digestOf(octets) }
      }),
    )
    const text = `${canonicalize(index)}\n`
    pack.files.set('index.json', toUtf8(text))
    pack.files.set('SHA256SUMS', toUtf8(sumsOf(index.files, await digestOf(text))))
  }
  const [secret, kept] = ['annex.pdf', 'summons.pdf']
  const inPart = () => make({ withhold: [{ what: secret, reason: 'Protects a witness' }] })

  it('holds each document, and its bundle proves it and the form', async () => {
    for (const session of [net.ana, net.berta]) {
      pack = memoryPack()
      const { packages } = await make({}, session)
      expect(packages.map(({ content }) => content)).to.deep.equal(['disclosed'])
      const checked = await check()
      expect(checked.findings).to.deep.equal([])
      expect(checked.verdict).to.equal(checked.packages[0]?.verdict)
      const names = checked.packages[0]?.proved.map((path) => path.replace(/^.*\//, ''))
      expect(names).to.have.members([kept, secret, 'form.json'])
    }
  })

  it('names what is withheld by its place and commitment, and neither by name nor by content', async () => {
    const { packages } = await inPart()
    const [told] = packages
    const { record } = await readPackage(net.ana, id)
    const [, withheld] = record.header.payload.parts
    expect(told?.content).to.equal('in-part')
    expect(told?.documents[1]).to.deep.equal({
      position: 2,
      part: withheld?.part,
      sealed: withheld?.length,
      commitment: withheld?.commitment,
      document: null,
      redacted: null,
      withheld: 'Protects a witness',
    })
    expect(told?.form?.isProved).to.equal(false)
    for (const [path, octets] of pack.files) {
      expect(`${path} ${Buffer.from(octets).toString()}`).not.to.include(secret)
    }
    const checked = await check()
    expect(checked.findings).to.deep.equal([])
    expect(checked.packages[0]?.proved.map((path) => path.replace(/^.*\//, ''))).to.deep.equal([
      kept,
    ])
  })

  it('withholds a form, and a whole package, which is proved to have been sent all the same', async () => {
    await make({ withhold: [{ what: `${id}/form`, reason: 'Names a source' }] })
    expect([...pack.files.keys()].some((path) => path.endsWith('form.json'))).to.equal(false)
    expect(await found()).to.deep.equal([])

    pack = memoryPack()
    const { packages } = await make({ withhold: [{ what: id, reason: 'Under seal' }] })
    expect(packages[0]).to.include({ content: 'withheld', said: null, form: null })
    const everything = [...pack.files].map(
      ([path, octets]) => path + Buffer.from(octets).toString(),
    )
    expect(everything.join('')).not.to.match(/summons|Service of/)
    expect(await found()).to.deep.equal([])
    expect(
      (await check()).packages[0]?.facts.find(({ fact }) => fact === 'header-signed'),
    ).to.include({ standing: 'proved' })
  })

  it('puts a redacted version in the place of a document, and never the document itself', async () => {
    const withhold = [{ what: secret, reason: 'Protects a witness' }]
    const document = memoryDocument('annex-redacted.pdf', toUtf8('ann..'))
    const { packages } = await make({ withhold, redacted: [{ what: secret, document }] })
    const { redacted } = packages[0]?.documents[1] ?? {}
    expect(redacted?.digest).to.equal(await digestOf('ann..'))
    expect(await found()).to.deep.equal([])
    const same = [{ what: secret, document: memoryDocument('x.pdf', toUtf8('annex')) }]
    expect(await codeOf(() => make({ withhold, redacted: same }))).to.equal('usage')
    expect(await codeOf(() => make({ redacted: same }))).to.equal('usage')
  })

  it('discloses nothing because of a word that names nothing, or two things', async () => {
    for (const what of ['anex.pdf', '', of, `${id}/forms`]) {
      const withhold = [{ what, reason: 'x' }]
      expect(await codeOf(() => make({ withhold }))).to.equal('part-unknown')
    }
    expect(await codeOf(() => make({ withhold: [{ what: id, reason: ' \n' }] }))).to.equal('usage')
    expect(pack.files.size).to.equal(0)
  })

  it('asks for a reason where a counterpart’s marks keep a package from being passed on', async () => {
    const marks = { tlp: 'TLP:RED' as const, classification: null }
    id = await net.sent({ marks })
    await acknowledgePackage(net.berta, id)
    await net.settle()
    of = (await readPackage(net.ana, id)).manifest.case
    const theirs = (changes: Partial<DisclosureOrder> = {}) => make(changes, net.berta)
    expect(await codeOf(() => theirs())).to.equal('transfer-unapproved')
    expect(pack.files.size).to.equal(0)
    expect((await make()).packages[0]?.despiteMarks, 'what we sent is ours').to.equal(null)
    pack = memoryPack()
    await theirs({ withhold: [{ what: id, reason: 'Not ours' }] })
    pack = memoryPack()
    const said = [{ what: id, reason: 'Order of the court' }]
    const { packages } = await theirs({ despiteMarks: said })
    expect(packages[0]).to.include({ despiteMarks: 'Order of the court' })
    expect(await found()).to.deep.equal([])
  })

  it('names every file that is changed, missing or too many', async () => {
    await make({
      withhold: [{ what: secret, reason: 'Protects a witness' }],
      redacted: [{ what: secret, document: memoryDocument('redacted.pdf', toUtf8('a')) }],
    })
    const paths = [...pack.files.keys()].filter((path) => !/^(index\.json|SHA256SUMS)$/.test(path))
    expect(paths).to.have.length(7)
    for (const path of paths) {
      const before = pack.files.get(path) ?? new Uint8Array()
      pack.files.set(path, toUtf8(`${Buffer.from(before).toString('latin1')}x`))
      const changed = await check()
      expect(changed.findings.map(({ code, about }) => `${code} ${about}`)).to.include(
        `file-changed ${path}`,
      )
      pack.files.delete(path)
      const missing = await check()
      expect(missing.findings.map(({ code, about }) => `${code} ${about}`)).to.include(
        `file-missing ${path}`,
      )
      expect([changed.verdict, missing.verdict]).to.deep.equal(['contradicted', 'contradicted'])
      pack.files.set(path, before)
    }
    pack.files.set('packages/more.pdf', toUtf8('more'))
    expect(await found()).to.deep.equal(['file-unlisted more.pdf'])
    pack.files.delete('packages/more.pdf')
    const sums = pack.files.get('SHA256SUMS') ?? new Uint8Array()
    pack.files.set('SHA256SUMS', sums.slice(1))
    expect(await found()).to.deep.equal(['sums-differ SHA256SUMS'])
    pack.files.delete('SHA256SUMS')
    expect(await found()).to.deep.equal(['file-missing SHA256SUMS'])
    pack.files.delete('index.json')
    expect(await codeOf(check)).to.equal('file-unreadable')
  })

  it('shows by the bundles what an index says that is made to fit', async () => {
    await make()
    const document = [...pack.files.keys()].find((path) => path.endsWith(kept)) ?? ''
    const before = pack.files.get(document) ?? new Uint8Array()
    pack.files.set(document, toUtf8('another'))
    const digest = await digestOf('another')
    await rewritten(({ packages }) => {
      const [told] = packages[0]?.documents ?? []
      if (told?.document) Object.assign(told.document, { digest, length: 7 })
    })
    const codes = (await check()).findings.map(({ code }) => code)
    expect(codes).to.include.members(['bundle-contradicted', 'document-unproved', 'package-other'])
    pack.files.set(document, before)
    await rewritten(({ packages }) => {
      const [told] = packages[0]?.documents ?? []
      if (told?.document) Object.assign(told.document, { digest: '0'.repeat(64) })
    })
    expect((await check()).verdict).to.equal('contradicted')
  })

  const LIES: readonly [string, (index: DisclosureIndex) => unknown, string][] = [
    [
      'another sender',
      ({ packages: [one] }) => one && (one.sender = net.relay.xb.id),
      'package-other',
    ],
    ['another signer', ({ packages: [one] }) => one && (one.signedBy = 'Nobody'), 'package-other'],
    [
      'another time',
      ({ packages: [one] }) => one && (one.submitted = '2020-01-01T00:00:00.000Z'),
      'package-other',
    ],
    ['fewer documents', ({ packages: [one] }) => one?.documents.pop(), 'package-other'],
    [
      'another commitment',
      ({ packages: [one] }) =>
        Object.assign(one?.documents[0] ?? {}, { commitment: '0'.repeat(64) }),
      'package-other',
    ],
    ['no template', ({ packages: [one] }) => one && (one.said = null), 'package-other'],
    ['it twice', ({ packages }) => packages.push(...packages), 'package-other'],
    [
      'that it is whole',
      ({ packages: [one] }) => one && (one.content = 'in-part'),
      'package-other',
    ],
  ]
  for (const [what, lie, code] of LIES) {
    it(`does not believe an index that tells ${what}`, async () => {
      await make()
      await rewritten(lie)
      const checked = await check()
      expect(checked.findings.map((one) => one.code)).to.include(code)
      expect(checked.verdict).to.equal('contradicted')
    })
  }

  it('says when a package that a disclosed one answers is left out in silence', async () => {
    const header = await net.headerOf(id)
    const inReplyTo = { package: id, header }
    const answer = await net.sent({
      case: of,
      inReplyTo,
      template: { id: 'withdrawal', version: 1 },
      form: { date: '2026-03-01', scope: 'whole', reasons: 'It was found.' },
      documents: [],
    })
    await net.settle()
    const { packages } = await make()
    expect(packages.map((one) => one.package)).to.have.members([id, answer])
    expect(packages.find((one) => one.package === answer)?.said?.answers).to.equal(id)
    expect(await found()).to.deep.equal([])
    await rewritten((index) => {
      const gone = index.packages.find((one) => one.package === id)
      index.packages = index.packages.filter((one) => one !== gone)
      const prefix = gone?.proof.replace(/[^/]+$/, '') ?? ''
      index.files = index.files.filter(({ path }) => !path.startsWith(prefix))
      for (const path of pack.files.keys()) if (path.startsWith(prefix)) pack.files.delete(path)
    })
    expect(await found()).to.deep.equal([`chain-missing ${id}`])
    expect((await check()).verdict).to.equal('incomplete')
  })

  it('names a package that the authority rejected, which the relay does not hand out', async () => {
    const rejected = await net.sent({ case: of, documents: [] })
    await acknowledgePackage(net.berta, rejected, 'Sent to the wrong authority')
    await net.settle()
    const { packages, absent } = await make({}, net.berta)
    expect(packages.map((one) => one.package)).to.deep.equal([id])
    expect(absent).to.deep.equal([{ package: rejected, why: 'shut' }])
    expect(await found()).to.deep.equal([])
    pack = memoryPack()
    expect((await make()).packages.map((one) => one.package)).to.have.members([id, rejected])
  })

  it('proves the transmission of a package whose content the relay has deleted', async () => {
    await retained(net.relay).schedule({ routine: 1 })
    net.relay.setClock(after(NOW, 20 * 86_400))
    const later = await net.sent({ case: of, documents: [] })
    await net.relay.deleteContents()
    await net.settle()
    const { packages } = await make()
    const contents = packages.map((one) => [one.package, one.content])
    expect(contents).to.deep.equal([
      [id, 'deleted'],
      [later, 'disclosed'],
    ])
    expect(await found()).to.deep.equal([])
  })
})
