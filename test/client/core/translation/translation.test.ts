import { expect } from 'chai'
import { actNote } from '#client/core/translation/act-note.js'
import { actOnHandoff } from '#client/core/translation/act-on-handoff.js'
import { handOff, type HandoffOrder } from '#client/core/translation/hand-off.js'
import { openHandoff, openSources, openTargets } from '#client/core/translation/open-handoff.js'
import {
  listHandoffs,
  type OpenHandoff,
  readHandoff,
} from '#client/core/translation/read-handoff.js'
import {
  certifyTranslation,
  returnTranslation,
  type Translated,
} from '#client/core/translation/return-translation.js'
import { type ReadPackage, readPackage } from '#client/core/packages/open-package.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { HandoffId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import { commitFields } from '#crypto/translation/commit-fields.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { memoryDocument, memoryFolder } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600
const FRENCH = toUtf8('citation '.repeat(30_000))

describe('a translation, from hand-off to certificate', () => {
  let net: Constellation
  let tariq: TestSession
  let tove: TestSession
  let rita: TestSession
  let order: HandoffOrder & { readonly from: ReadPackage }
  beforeEach(async () => {
    net = await constellation()
    const { xa, xc } = net.relay
    const of = async (authority: typeof xa, name: string) => {
      const officer = await authority.officer(name, ['translator'])
      await net.relay.publishCredential({ credential: officer.credential })
      return net.session(officer, authority)
    }
    tariq = await of(xa, 'Tariq Translator')
    tove = await of(xc, 'Tove Translator')
    rita = await of(xa, 'Rita Reviewer')
    const id = await net.sent()
    await net.settle()
    const from = await readPackage(net.ana, id)
    const [first] = from.manifest.parts
    if (first === undefined) throw new TypeError('the package has parts')
    order = {
      from,
      parts: [first.part],
      fields: ['purpose'],
      purpose: 'Service\nabroad',
      pair: { from: 'en', to: 'fr' },
      turns: [tariq, tove].map(({ officer }, n) => ({
        translator: officer.signingKey.kid,
        acceptBy: after(NOW, (n * 10 + 1) * DAY),
        due: after(NOW, (n * 10 + 9) * DAY),
      })),
      reviewer: rita.officer.signingKey.kid,
    }
  })
  const accept = (session: TestSession, open: OpenHandoff, turn = 0) =>
    actOnHandoff(session, open, {
      act: 'accept',
      turn,
      accreditation: null,
      clearance: null,
      confidentialitySince: NOW.toISOString(),
      conflictExcluded: NOW.toISOString(),
    })
  const review = (open: OpenHandoff, outcome: 'approved' | 'changes-wanted' = 'approved') =>
    actOnHandoff(rita, open, {
      act: 'review',
      outcome,
      detail: null,
      return: open.derived.state?.returned?.digest ?? '',
    })
  const everything = async (open: OpenHandoff, changes: Partial<Translated> = {}) => {
    const { items, fields } = await openHandoff(tariq, open)
    const [document] = items
    if (document === undefined || fields === null) throw new TypeError('both were handed off')
    const targets = [
      { item: document.part, document: memoryDocument('citation.pdf', FRENCH) },
      { item: fields.item, document: memoryDocument('champs.json', toUtf8('{"purpose":"…"}')) },
    ]
    return { targets, machine: 'none' as const, complete: true, ...changes }
  }

  it('is handed off, opened, returned, reviewed, certified; each side verifies it all', async () => {
    const { handoff } = await handOff(net.ana, order)
    const id = handoff.payload.handoff
    const mine = await readHandoff(tariq, id)
    const content = await openHandoff(tariq, mine)
    expect(content.purpose).to.equal('Service abroad')
    expect(content.fields?.values).to.deep.equal({ purpose: 'Service of a summons' })
    const folder = memoryFolder()
    await openSources(tariq, mine, content, folder.sinkFor)
    expect([...folder.files.keys()]).to.deep.equal(['summons.pdf'])

    const accepted = await accept(tariq, mine)
    const written = await everything(accepted, { note: 'Page 2:\nillegible\u200f.\n' })
    const returned = await returnTranslation(tariq, accepted, written)
    for (const reader of [rita, net.ana]) {
      const targets = memoryFolder()
      const open = await readHandoff(reader, id)
      const { note } = await openTargets(reader, open, targets.sinkFor)
      expect(note).to.equal('Page 2: illegible.')
      expect(targets.files.get('citation.pdf')?.equals(Buffer.from(FRENCH))).to.equal(true)
    }
    expect(await codeOf(certifyTranslation(tariq, returned, { accreditation: null }))).to.equal(
      'handoff-conflict',
    )
    await review(await readHandoff(rita, id))
    const accreditation = { body: 'Ministry', number: '7' }
    await certifyTranslation(tariq, await readHandoff(tariq, id), { accreditation })

    const done = await readHandoff(net.ana, id)
    expect(done.derived.state?.stage).to.equal('certified')
    const statement = done.acts.at(-1)?.statement ?? ''
    const said = CertifiedTranslation.parse((await readStatement(statement)).payload)
    const fields = content.fields
    if (fields === null) throw new TypeError('fields were handed off')
    expect(said.items.map(({ source }) => source)).to.deep.equal([
      order.from.manifest.parts[0]?.digest,
      await commitFields(fields),
    ])
    expect(said.items[0]?.target).to.equal(await digestOf(FRENCH))
    expect(said).to.deep.include({ accreditation, machine: 'none', prevails: 'original' })
  })

  it('shows a translator none of the other parts, and the relay no key at all', async () => {
    const { handoff, wire } = await handOff(net.ana, order)
    const open = await readHandoff(tariq, handoff.payload.handoff)
    const content = JSON.stringify(await openHandoff(tariq, open))
    const [first, second] = order.from.manifest.parts
    expect(content).to.include(first?.key)
    expect(content).not.to.include(second?.key)
    expect(content).not.to.include(second?.name)
    expect(await codeOf(openHandoff(tove, { ...open, wire }))).to.equal('handoff-closed')
    expect(await codeOf(readHandoff(tove, handoff.payload.handoff))).to.equal('handoff-unknown')
    expect(await listHandoffs(tove)).to.deep.equal({ handoffs: [], forged: [] })
    const seen = JSON.stringify([await listHandoffs(net.ana)])
    expect(seen).not.to.include(first?.key)
    expect(seen).not.to.include('Service abroad')
  })

  it('is listed though another does not verify, which is told beside it', async () => {
    const { handoff } = await handOff(net.ana, order)
    net.lies.answers.listHandoffs = (page: { handoffs: object[] }) => ({
      ...page,
      handoffs: [...page.handoffs.map((one) => ({ ...one, evidence: [] })), ...page.handoffs],
    })
    const { handoffs, forged } = await listHandoffs(net.ana)
    expect(handoffs.map((one) => one.handoff.digest)).to.deep.equal([handoff.digest])
    expect(forged).to.deep.equal([
      { handoff: handoff.payload.handoff, problem: 'evidence-untrusted' },
    ])
  })

  it('ends for a translator who is recalled: nothing new opens', async () => {
    const { handoff } = await handOff(net.ana, order)
    const open = await accept(tariq, await readHandoff(tariq, handoff.payload.handoff))
    const content = await openHandoff(tariq, open)
    await actOnHandoff(net.ana, open, { act: 'recall', ground: 'breach', detail: null })
    expect(await codeOf(openHandoff(tariq, open))).to.equal('handoff-ended')
    const folder = memoryFolder()
    expect(await codeOf(openSources(tariq, open, content, folder.sinkFor))).to.equal(
      'handoff-ended',
    )
    expect(folder.files.size).to.equal(0)
    const recalled = await readHandoff(tariq, handoff.payload.handoff)
    expect([recalled.derived.state?.stage, recalled.wire.envelope]).to.deep.equal([
      'recalled',
      null,
    ])
    expect(await codeOf(openHandoff(tariq, recalled))).to.equal('handoff-closed')
  })

  it('refuses an empty target, an item that was not handed over, and to certify a draft', async () => {
    const { handoff } = await handOff(net.ana, { ...order, reviewer: rita.officer.signingKey.kid })
    const open = await accept(tariq, await readHandoff(tariq, handoff.payload.handoff))
    const whole = await everything(open)
    const [one] = whole.targets
    if (one === undefined) throw new TypeError('there are targets')
    const empty = [{ ...one, document: memoryDocument('empty.pdf', new Uint8Array()) }]
    expect(await codeOf(returnTranslation(tariq, open, { ...whole, targets: empty }))).to.equal(
      'translation-empty',
    )
    const other = order.from.manifest.parts[1]?.part
    if (other === undefined) throw new TypeError('there are two parts')
    const strange = [{ ...one, item: other }]
    expect(await codeOf(returnTranslation(tariq, open, { ...whole, targets: strange }))).to.equal(
      'part-unknown',
    )
    const drafted = await returnTranslation(tariq, open, { ...whole, machine: 'draft' })
    await review(drafted, 'changes-wanted')
    const reviewed = await readHandoff(tariq, handoff.payload.handoff)
    expect(await codeOf(certifyTranslation(tariq, reviewed, { accreditation: null }))).to.equal(
      'machine-draft',
    )
    expect(await codeOf(returnTranslation(tariq, reviewed, whole))).to.equal('translation-invalid')
  })

  it('is declined and judged with notes that those read for whom they are, and nobody else', async () => {
    const reads = async (session: TestSession, id: HandoffId) => [
      ...(await actNote.readAll(session, await readHandoff(session, id))).values(),
    ]
    const { handoff } = await handOff(net.ana, order)
    const id = handoff.payload.handoff
    const open = await accept(tariq, await readHandoff(tariq, id))
    const returned = await returnTranslation(tariq, open, await everything(open))
    await actOnHandoff(rita, returned, {
      act: 'review',
      outcome: 'changes-wanted',
      detail: await actNote.seal(rita, returned, 'page 2: the date', 'reviewer'),
      return: returned.derived.state?.returned?.digest ?? '',
    })
    expect(await reads(net.ana, id)).to.deep.equal(['page 2: the date'])
    expect(await reads(tariq, id)).to.deep.equal(['page 2: the date'])
    const other = await handOff(net.ana, order)
    const declined = await actOnHandoff(tariq, other, {
      act: 'decline',
      turn: 0,
      reason: 'other',
      detail: await actNote.seal(tariq, other, ' I am\n\u200fill'),
    })
    const { handoff: second } = declined.handoff.payload
    expect(await reads(net.ana, second)).to.deep.equal(['I am ill'])
    expect([...(await actNote.readAll(rita, declined)).values()]).to.deep.equal([])
    expect(await codeOf(actNote.seal(rita, returned, 'x'.repeat(2001)))).to.equal('usage')
  })

  it('goes to nobody who is no translator, and hands over nothing that is not there', async () => {
    const [turn] = order.turns
    if (turn === undefined) throw new TypeError('there are turns')
    const kid = net.relay.approver.key.kid
    const to = { ...order, turns: [{ ...turn, translator: kid }] }
    expect(await codeOf(handOff(net.ana, to))).to.equal('officer-unknown')
    expect(await codeOf(handOff(net.ana, { ...order, fields: ['nothing'] }))).to.equal(
      'part-unknown',
    )
  })

  it('is not believed of a relay that hides a step, or shows another hand-off', async () => {
    const { handoff } = await handOff(net.ana, order)
    const id = handoff.payload.handoff
    await accept(tariq, await readHandoff(tariq, id))
    net.lies.answers.readHandoff = (answer: OpenHandoff['wire']) => ({ ...answer, acts: [] })
    expect(await codeOf(readHandoff(net.ana, id))).to.equal('evidence-untrusted')
    net.lies.answers.readHandoff = (answer: OpenHandoff['wire']) => ({
      ...answer,
      evidence: answer.evidence.slice(1),
    })
    expect(await codeOf(readHandoff(net.ana, id))).to.equal('evidence-untrusted')
    delete net.lies.answers.readHandoff
    const { handoff: other } = await handOff(net.ana, order)
    const foreign = await net.relay.readHandoff(
      { ...net.relay.drafter.claims },
      other.payload.handoff,
    )
    net.lies.answers.readHandoff = () => foreign
    expect(await codeOf(readHandoff(net.ana, id))).to.equal('evidence-untrusted')
  })
})
