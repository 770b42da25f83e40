import { expect } from 'chai'
import { toBase64Url } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { Role } from '#crypto/directory/officer-credential.js'
import { PartId } from '#crypto/fields/fields.js'
import { sealedLength } from '#crypto/stream/layout.js'
import { commitFields } from '#crypto/translation/commit-fields.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import type { HandoffAct } from '#crypto/translation/handoff-act.js'
import type { HandoffContent } from '#crypto/translation/handoff-content.js'
import { openHandoffContent } from '#crypto/translation/open-content.js'
import { sealHandoffContent } from '#crypto/translation/seal-content.js'
import { signHandoff, signHandoffAct, signTranslation } from '#crypto/translation/sign-handoff.js'
import {
  verifyHandoff,
  verifyHandoffAct,
  verifyTranslation,
} from '#crypto/translation/verify-handoff.js'
import { codeOf } from '#test/support/code-of.js'
import {
  linguist,
  sampleHandoff,
  sampleReturn,
  sampleTranslation,
  turnOf,
} from '#test/support/sample-handoff.js'
import { NOW } from '#test/support/world/moments.js'
import type { Officer } from '#test/support/world/officers.js'
import { type World, world } from '#test/support/world/world.js'

const salt = toBase64Url(new Uint8Array(32).fill(1))

describe('statements about a hand-off', () => {
  let w: World
  let translator: Officer
  before(async () => {
    w = await world()
    translator = await w.xa.officer('Tariq Translator', ['translator'])
  })
  const by = ({ credential }: Officer, entry = w.xa.entry) => ({ credential, entry, at: NOW })
  const assignment = '0'.repeat(64)

  it('are signed by officers of the authority who correspond', async () => {
    const signed = async (officer: Officer, entry = w.xa.entry, changes: Partial<Handoff> = {}) =>
      verifyHandoff(await signHandoff(sampleHandoff(changes), officer.key), by(officer, entry))
    expect((await signed(w.drafter)).payload.pair.to).to.equal('fr')
    expect(await codeOf(() => signed(translator))).to.equal('directory/role')
    expect(await codeOf(() => signed(w.approver))).to.equal('directory/role')
    expect(await codeOf(() => signed(w.registrar, w.xb.entry))).to.equal('translation/handoff')
  })

  it('are never signed where turns overlap, or somebody would review their own work', async () => {
    const { turns, source } = sampleHandoff()
    const [first, second] = turns
    if (!first || !second) throw new TypeError('the sample has three turns')
    const wrong: Partial<Handoff>[] = [
      { turns: [] },
      { turns: [second, first] },
      { turns: [first, { ...second, acceptBy: first.due }] },
      { turns: [{ ...first, acceptBy: first.due }] },
      { turns: [{ ...first, reminders: first.reminders.toReversed() }] },
      { turns: [{ ...first, reminders: [first.due] }] },
      { turns: [first, turnOf(first.translator, 1)] },
      { reviewer: { linguist: first.translator, envelope: first.envelope } },
      // One person with two keys is one person.
      { turns: [first, turnOf({ ...first.translator, kid: second.translator.kid }, 1)] },
      {
        turns: [first],
        reviewer: {
          linguist: { ...first.translator, kid: second.translator.kid },
          envelope: first.envelope,
        },
      },
      { pair: { from: 'fr', to: 'fr' } },
      { source: { ...source, parts: [...source.parts, ...source.parts] } },
      { source: { ...source, sender: w.xb.id, header: null } },
    ]
    for (const changes of wrong) {
      const run = () => signHandoff(sampleHandoff(changes), w.drafter.key)
      expect(await codeOf(run), JSON.stringify(changes)).to.equal('translation/handoff')
    }
  })

  it('take the role that each act needs', async () => {
    const handoff = sampleHandoff()
    const of = { handoff: handoff.handoff, assignment, declared: NOW.toISOString() }
    const acts: Record<HandoffAct['act'], HandoffAct> = {
      accept: {
        act: 'accept',
        ...of,
        turn: 0,
        accreditation: null,
        clearance: null,
        confidentialitySince: of.declared,
        conflictExcluded: of.declared,
      },
      decline: { act: 'decline', ...of, turn: 0, reason: 'conflict', detail: null },
      return: sampleReturn({ handoff, assignment }),
      review: { act: 'review', ...of, return: assignment, outcome: 'approved', detail: null },
      countersign: { act: 'countersign', ...of, translation: assignment },
      recall: { act: 'recall', ...of, ground: 'breach', detail: null },
    }
    const may = async (act: HandoffAct, roles: Role[]) => {
      const officer = await w.xa.officer('Somebody', roles)
      const statement = await signHandoffAct(act, officer.key)
      return (await codeOf(() => verifyHandoffAct(statement, by(officer)))) !== 'directory/role'
    }
    const allowed = async (roles: Role[]) => {
      const all = Object.values(acts).map(async (act) => ((await may(act, roles)) ? act.act : ''))
      return (await Promise.all(all)).filter((act) => act !== '')
    }
    expect(await allowed(['translator'])).to.deep.equal([
      ...['accept', 'decline', 'return', 'review', 'countersign'],
    ])
    expect(await allowed(['case'])).to.deep.equal(['review', 'countersign', 'recall'])
    expect(await allowed(['legal', 'admin', 'witness'])).to.deep.equal([])
  })

  it('are never a return of nothing, of an empty text, or of one target for two', async () => {
    const handoff = sampleHandoff()
    const { targets } = sampleReturn({ handoff, assignment })
    const [one] = targets
    if (!one) throw new TypeError('the sample has targets')
    for (const wrong of [[], [{ ...one, length: sealedLength(0) }], [one, one]]) {
      const act = sampleReturn({ handoff, assignment }, { targets: wrong })
      expect(await codeOf(() => signHandoffAct(act, translator.key))).to.equal('translation/act')
    }
    const smallest = { ...one, length: sealedLength(1) }
    const act = sampleReturn({ handoff, assignment }, { targets: [smallest] })
    expect(await signHandoffAct(act, translator.key)).to.be.a('string')
  })

  it('certify nothing that a machine drafted, and let no translation prevail by itself', async () => {
    const handoff = sampleHandoff()
    const known = { digest: assignment, act: sampleReturn({ handoff, assignment }) }
    const certify = async (changes: object, officer = translator) =>
      verifyTranslation(
        await signTranslation(
          sampleTranslation({ handoff, assignment }, known, changes),
          officer.key,
        ),
        by(officer),
      )
    expect((await certify({ machine: 'post-edited' })).payload.machine).to.equal('post-edited')
    for (const wrong of [{ machine: 'draft' }, { prevails: 'translation' }, { items: [] }]) {
      expect(await codeOf(() => certify(wrong))).to.equal('translation/statement')
    }
    expect(await codeOf(() => certify({}, w.drafter))).to.equal('directory/role')
  })

  describe('and what an envelope holds', () => {
    const contentOf = (handoff: Handoff): HandoffContent => ({
      format: 'rogatory-handoff',
      version: 1,
      handoff: handoff.handoff,
      pair: handoff.pair,
      purpose: 'Service',
      marks: { tlp: null, classification: null },
      items: handoff.source.parts.map(({ part }, i) => ({
        part,
        name: `${i}.txt`,
        mediaType: 'text/plain',
        length: 10,
        digest: assignment,
        key: salt,
        mark: null,
      })),
      fields: null,
      reviewer: null,
    })
    const sealed = async (changes: Partial<HandoffContent>, named?: string) => {
      const handoff = sampleHandoff()
      const content = { ...contentOf(handoff), ...changes }
      const key = translator.openingKey
      const envelope = await sealHandoffContent(content, key)
      const turns = [turnOf(linguist('b'), 0, named ?? (await digestOf(envelope)))]
      return { envelope, handoff: { ...handoff, turns }, content }
    }

    it('opens to the translator, and to nobody else', async () => {
      const { envelope, handoff, content } = await sealed({})
      expect(await openHandoffContent(envelope, handoff, translator.openingKey)).to.deep.equal(
        content,
      )
      const stranger = () => openHandoffContent(envelope, handoff, w.drafter.openingKey)
      expect(await codeOf(stranger)).to.equal('envelope/recipient')
    })

    it('is refused where the statement names another envelope, or other parts', async () => {
      const { items } = contentOf(sampleHandoff())
      const wrong = [
        await sealed({}, '7'.repeat(64)),
        await sealed({ items }),
        await sealed({ handoff: sampleHandoff().handoff }),
        await sealed({ pair: { from: 'ar', to: 'en' } }),
      ]
      for (const { envelope, handoff } of wrong) {
        const run = () => openHandoffContent(envelope, handoff, translator.openingKey)
        expect(await codeOf(run)).to.equal('translation/content')
      }
    })

    it('is refused where a part is longer than its ciphertext says', async () => {
      const handoff = sampleHandoff()
      const { items } = contentOf(handoff)
      const content = { ...contentOf(handoff), items: items.map((one) => ({ ...one, length: 11 })) }
      const envelope = await sealHandoffContent(content, translator.openingKey)
      const turns = [turnOf(linguist('b'), 0, await digestOf(envelope))]
      const run = () => openHandoffContent(envelope, { ...handoff, turns }, translator.openingKey)
      expect(await codeOf(run)).to.equal('translation/content')
    })

    it('stands for fields by a digest that nobody can guess without the salt', async () => {
      const item = PartId.parse(sampleHandoff().source.parts[0]?.part)
      const values = { 'facts.summary': 'A name' }
      const one = await commitFields({ item, salt, values })
      const other = toBase64Url(new Uint8Array(32).fill(2))
      expect(await commitFields({ item, salt, values: { ...values } })).to.equal(one)
      expect(await commitFields({ item, salt: other, values })).not.to.equal(one)
      expect(await commitFields({ item, salt, values: { x: 'A name' } })).not.to.equal(one)
    })
  })
})
