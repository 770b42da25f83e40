import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { exportProof } from '#client/core/proof/export-proof.js'
import { readPackage } from '#client/core/packages/open-package.js'
import type { DocumentSource } from '#client/core/ports.js'
import { actOnHandoff } from '#client/core/translation/act-on-handoff.js'
import { bindTranslations } from '#client/core/translation/bind-translations.js'
import { handOff } from '#client/core/translation/hand-off.js'
import { type OpenHandoff, readHandoff } from '#client/core/translation/read-handoff.js'
import {
  isTranslationRecord,
  receivedTranslation,
} from '#client/core/translation/received-translation.js'
import {
  certifyTranslation,
  returnTranslation,
} from '#client/core/translation/return-translation.js'
import { recordOf } from '#client/core/translation/translation-record.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { HandoffId } from '#crypto/fields/fields.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600
const ORIGINAL = toUtf8('summons '.repeat(50_000))
const FRENCH = toUtf8('citation '.repeat(1000))

const octetsOf = async (document: DocumentSource | undefined) => {
  const chunks = []
  for await (const chunk of document?.read() ?? []) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

describe('a package with its translation', () => {
  let net: Constellation
  let tariq: TestSession
  let id: HandoffId
  let open: OpenHandoff
  const documents = () => [
    memoryDocument('summons.pdf', ORIGINAL),
    memoryDocument('citation.pdf', FRENCH),
  ]
  beforeEach(async () => {
    net = await constellation()
    const officer = await net.relay.xa.officer('Tariq Translator', ['translator'])
    await net.relay.publishCredential({ credential: officer.credential })
    tariq = await net.session(officer, net.relay.xa)
    const from = await readPackage(net.ana, await net.sent())
    const [first] = from.manifest.parts
    if (first === undefined) throw new TypeError('the package has parts')
    const turn = {
      translator: officer.key.kid,
      acceptBy: after(NOW, DAY),
      due: after(NOW, 2 * DAY),
    }
    const { handoff } = await handOff(net.ana, {
      from,
      parts: [first.part],
      purpose: 'Service',
      pair: { from: 'en', to: 'fr' },
      turns: [turn],
    })
    id = handoff.payload.handoff
    const accepted = await actOnHandoff(tariq, await readHandoff(tariq, id), {
      act: 'accept',
      turn: 0,
      accreditation: null,
      clearance: null,
      confidentialitySince: NOW.toISOString(),
      conflictExcluded: NOW.toISOString(),
    })
    const target = { item: first.part, document: memoryDocument('citation.pdf', FRENCH) }
    const translated = { targets: [target], machine: 'none', complete: true } as const
    const returned = await returnTranslation(tariq, accepted, translated)
    expect(await codeOf(() => bindTranslations(net.ana, documents(), [id]))).to.equal(
      'translation-uncertified',
    )
    const accreditation = { body: 'Ministry of Justice', number: 'T-7' }
    await certifyTranslation(tariq, returned, { accreditation })
    open = await readHandoff(net.ana, id)
  })
  const sent = async (changed: (all: readonly DocumentSource[]) => readonly DocumentSource[]) => {
    const bound = await bindTranslations(net.ana, documents(), [id])
    const pkg = await net.sent({ documents: changed(bound) })
    const read = await readPackage(net.berta, pkg)
    return { pkg, read, record: await octetsOf(bound.at(-1)) }
  }

  it('shows the recipient which is which, who certified it, and that both came unaltered', async () => {
    const { read, record } = await sent((all) => all)
    const { parts } = read.manifest
    expect(parts.map(({ role }) => role)).to.deep.equal(['document', 'translation', 'document'])
    expect(parts.filter(isTranslationRecord)).to.have.length(1)
    const found = await receivedTranslation(net.berta, read, record)
    if (!found.verified) throw new TypeError(found.problem)
    expect(found.pairs).to.deep.equal([{ original: parts[0]?.part, translation: parts[1]?.part }])
    expect(found.translator.name).to.equal('Tariq Translator')
    expect(found.certified).to.deep.include({
      pair: { from: 'en', to: 'fr' },
      prevails: 'original',
      complete: true,
      accreditation: { body: 'Ministry of Justice', number: 'T-7' },
    })
  })

  it('is not sent without the very documents', async () => {
    for (const documents_ of [
      documents().slice(0, 1),
      documents().slice(1),
      [memoryDocument('summons.pdf', ORIGINAL), memoryDocument('citation.pdf', ORIGINAL)],
    ]) {
      expect(await codeOf(() => bindTranslations(net.ana, documents_, [id]))).to.equal(
        'draft-documents',
      )
    }
    await actOnHandoff(net.ana, open, { act: 'recall', ground: 'source-changed', detail: null })
    expect(await codeOf(() => bindTranslations(net.ana, documents(), [id]))).to.equal(
      'translation-uncertified',
    )
  })

  const problem = async (read: Awaited<ReturnType<typeof sent>>['read'], octets: Uint8Array) => {
    const found = await receivedTranslation(net.berta, read, octets)
    return found.verified ? 'verified' : found.code
  }

  it('is not believed of other documents, or of a record that says less or otherwise', async () => {
    const { read: other, record } = await sent(([original = documents()[0], , ...rest]) => [
      ...(original ? [original] : []),
      memoryDocument('citation.pdf', toUtf8('autre chose')),
      ...rest,
    ])
    expect(await problem(other, record)).to.equal('translation/content')
    const { read } = await sent((all) => all)
    expect(await problem(read, record)).to.equal('verified')
    const said = recordOf(open)
    const lies = {
      nothing: 'no record',
      uncertified: JSON.stringify({ ...said, acts: said.acts.slice(0, -1) }),
      cut: JSON.stringify({ ...said, evidence: said.evidence.slice(0, -1) }),
      unknown: JSON.stringify({ ...said, more: true }),
      stranger: JSON.stringify({
        ...said,
        acts: said.acts.map((act) => ({ ...act, credential: net.relay.registrar.credential })),
      }),
    }
    const codes = []
    for (const lie of Object.values(lies)) codes.push(await problem(read, toUtf8(lie)))
    expect(codes).to.deep.equal([
      'translation/content',
      'evidence-untrusted',
      'translation-uncertified',
      'translation/content',
      'statement/key',
    ])
    const recall = { act: 'recall', ground: 'source-changed', detail: null } as const
    const recalled = recordOf(await actOnHandoff(net.ana, open, recall))
    expect(await problem(read, toUtf8(JSON.stringify(recalled)))).to.equal(
      'translation-uncertified',
    )
  })

  it('is proved with its translation, by whoever was party to it', async () => {
    const { pkg } = await sent((all) => all)
    await acknowledgePackage(net.berta, pkg)
    const exported = () => exportProof(net.ana, pkg, { withinMs: 0, translations: [open] })
    expect(await codeOf(exported)).to.equal('proof-pending')
    await net.settle()
    const { verdict, octets } = await exported()
    const standings = Object.fromEntries(
      verdict.facts.map(({ fact, standing }) => [fact, standing]),
    )
    expect(standings).to.include({
      'custody-unbroken': 'proved',
      'translation-certified': 'proved',
      'translation-source': 'proved',
      'translation-target': 'proved',
      logged: 'proved',
    })
    expect(verdict.facts.filter(({ standing }) => standing === 'contradicted')).to.deep.equal([])
    const { disclosure, version } = parseBundle(octets)
    expect(disclosure?.parts?.map(({ name }) => name)).to.deep.equal([
      'summons.pdf',
      'citation.pdf',
    ])
    expect([version, disclosure?.manifest]).to.deep.equal([4, undefined])
  })
})
