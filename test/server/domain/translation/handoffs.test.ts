import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { PartId } from '#crypto/fields/fields.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { openHandoffContent } from '#crypto/translation/open-content.js'
import type { HandoffRecord } from '#server/contract/handoff-wire.js'
import { permissions } from '#server/contract/permissions.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { handedOff, type Linguists, linguists } from '#test/support/handed-off.js'
import { sampleHandoff } from '#test/support/sample-handoff.js'
import { type SampleSubmission, sampleSubmission } from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'
import type { Officer } from '#test/support/world/officers.js'

const codesOf = async ({ evidence }: HandoffRecord) =>
  Promise.all(
    evidence.map(
      async ({ statement }) => ((await readStatement(statement)).payload as { code: string }).code,
    ),
  )

describe('hand-offs to translators', () => {
  let relay: FakeRelay
  let sample: SampleSubmission
  let people: Linguists
  let job: Awaited<ReturnType<typeof handedOff>>
  beforeEach(async () => {
    relay = await fakeRelay()
    people = await linguists(relay)
    sample = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    job = await handedOff(relay, sample, people)
    relay.trace.length = 0
  })
  const read = (officer: Officer) => relay.readHandoff(callerOf(officer), job.handoff.handoff)
  const envelope = (officer: Officer, digest: string) =>
    relay.readHandoffEnvelope(callerOf(officer), job.handoff.handoff, digest)
  const part = (officer: Officer, id: PartId) =>
    relay.openHandoffPart(callerOf(officer), job.handoff.handoff, id)

  it('go from assignment to a certified translation, each step with evidence', async () => {
    await job.assign()
    expect(relay.trace.filter((line) => line.startsWith('handoffs'))).to.deep.equal([
      ...['handoffs.keep', 'handoffs.keepAct rogatory-handoff', 'handoffs.keepEvidence H.1'],
    ])
    await job.accept(people.first, 0)
    const { returned } = await job.giveBack(people.first)
    await job.review(people.reviewer, returned.digest)
    const record = await job.certify(people.first, returned)
    expect(await codesOf(record)).to.deep.equal(['H.1', 'H.2', 'H.7', 'H.8', 'H.9'])
    expect(record.acts).to.have.length(4)
  })

  it('are answered alike when they are sent again, whatever happened since', async () => {
    const first = await job.assign()
    await job.accept(people.first, 0)
    const again = await job.assign()
    expect(again.evidence.slice(0, 1)).to.deep.equal(first.evidence)
    const { item, record } = await job.giveBack(people.first)
    await job.recall()
    relay.setClock(after(NOW, 24 * 3600))
    const repeated = await job.send(people.first, item)
    expect(repeated.evidence.slice(0, 3)).to.deep.equal(record.evidence)
  })

  it('are looked after once more where their evidence took so long that the job may have seen nothing', async () => {
    const asked = () => relay.trace.filter((line) => line === 'outbox.ask translation.turn').length
    await job.assign()
    await job.accept(people.first, 0)
    expect(asked()).to.equal(2)
    const note = relay.trace.push.bind(relay.trace)
    relay.trace.push = (...lines) => {
      if (lines.some((line) => line.startsWith('handoffs.keepEvidence H.7')))
        relay.setClock(after(NOW, 6))
      return note(...lines)
    }
    await job.giveBack(people.first)
    expect(asked()).to.equal(4)
  })

  it('are finished by a repetition, wherever the first attempt was cut short', async () => {
    for (let call = 0; ; call++) {
      const one = await handedOff(relay, sample, people)
      relay.failAt({ call, when: call % 2 === 0 ? 'before' : 'after' })
      const failed = await one.assign().then(
        () => false,
        () => true,
      )
      const { length } = Array.from({ length: relay.calls() })
      relay.failAt(undefined)
      const record = await one.assign()
      expect(await codesOf(record)).to.deep.equal(['H.1'])
      const found = relay.readHandoffEnvelope(
        callerOf(people.first),
        one.handoff.handoff,
        record.envelope ?? one.handoff.turns[0]?.envelope ?? '',
      )
      expect((await found).envelope).to.equal(one.given.envelopes[0])
      if (!failed && length <= call) break
    }
  })

  describe('show a translator the parts handed off and nothing else (property 7)', () => {
    it('opens to them the chosen part, with its key and no other', async () => {
      await job.assign()
      const record = await read(people.first)
      const sealed = await envelope(people.first, record.envelope ?? '')
      const { openingKey } = people.first
      const content = await openHandoffContent(sealed.envelope, job.handoff, openingKey)
      expect(content.items.map(({ key }) => key)).to.deep.equal([job.chosen.manifest.key])
      expect(JSON.stringify(content)).not.to.include(job.kept.manifest.key)
      expect(await part(people.first, job.chosen.manifest.part)).to.include({
        digest: job.chosen.sealed.digest,
      })
    })

    it('serves no other part, by no way, even to whoever has its id', async () => {
      await job.assign()
      await job.accept(people.first, 0)
      expect(await codeOf(part(people.first, job.kept.manifest.part))).to.equal('part-unknown')
      const caller = callerOf(people.first)
      for (const operation of [
        ...(['downloadPart', 'downloadEnvelope', 'readPackage', 'readVault', 'readFeed'] as const),
      ]) {
        const roles: readonly string[] = permissions[operation]
        expect(
          caller.roles.some((role) => roles.includes(role)),
          operation,
        ).to.equal(false)
      }
    })

    it('gives the relay no key: each envelope is sealed to one linguist', async () => {
      await job.assign()
      for (const sealed of job.given.envelopes) {
        expect(sealed).not.to.include(job.chosen.manifest.key)
        const { recipients } = JSON.parse(sealed) as { recipients: unknown[] }
        expect(recipients).to.have.length(1)
      }
    })

    it('is closed to a translator whose turn has not come, to a reviewer before, to strangers', async () => {
      await job.assign()
      const { second, reviewer } = people
      for (const officer of [second, reviewer, relay.registrar]) {
        expect(await codeOf(read(officer))).to.equal('handoff-unknown')
        expect(await codeOf(part(officer, job.chosen.manifest.part))).to.equal('handoff-unknown')
        const theirs = job.handoff.turns[1]?.envelope ?? ''
        expect(await codeOf(envelope(officer, theirs))).to.equal('handoff-unknown')
      }
      // Somebody else's envelope is not given out, either, though nobody else can open it.
      const others = job.handoff.turns[1]?.envelope ?? ''
      expect(await codeOf(envelope(people.first, others))).to.equal('handoff-unknown')
    })

    it('gives nothing new to a translator who was recalled, and keeps what was released on record', async () => {
      await job.assign()
      await job.accept(people.first, 0)
      const mine = (await read(people.first)).envelope ?? ''
      await job.recall()
      expect(await codeOf(envelope(people.first, mine))).to.equal('handoff-ended')
      expect(await codeOf(part(people.first, job.chosen.manifest.part))).to.equal('handoff-ended')
      expect(await codeOf(job.giveBack(people.first))).to.equal('handoff-ended')
      expect((await read(people.first)).envelope).to.equal(null)
      expect(await codesOf(await read(relay.drafter))).to.deep.equal(['H.1', 'H.2', 'H.11'])
    })

    it('gives targets to the authority and the reviewer, and not to the next translator', async () => {
      await job.assign()
      await job.accept(people.first, 0)
      const { returned } = await job.giveBack(people.first)
      const [target] = returned.act.targets
      const id = PartId.parse(target?.part)
      for (const officer of [relay.drafter, people.reviewer]) {
        expect(await part(officer, id)).to.include({ digest: target?.digest })
        expect((await envelope(officer, returned.act.envelope)).envelope).to.be.a('string')
      }
      expect(await codeOf(part(people.second, id))).to.equal('handoff-unknown')
      expect(await codeOf(part(people.first, id))).to.equal('part-unknown')
    })
  })

  it('are refused from whom they are not, of what is not theirs, and to whom they cannot go', async () => {
    const attempt = async (changes: Parameters<typeof handedOff>[3]) =>
      codeOf((await handedOff(relay, sample, people, changes)).assign())
    const { source } = job.handoff
    const stranger = { ...source, package: sampleHandoff().source.package }
    const other = { ...source, parts: sampleHandoff().source.parts }
    expect(await codeOf(job.assign(relay.registrar))).to.equal('statement-invalid')
    expect(await codeOf(job.assign(people.first))).to.equal('not-permitted')
    expect(await attempt({ source: stranger })).to.equal('package-unknown')
    expect(await attempt({ source: { ...source, header: 'a'.repeat(64) } })).to.equal(
      'package-unknown',
    )
    expect(await attempt({ source: other })).to.equal('part-unknown')
    expect(await attempt({ source: { ...source, header: null, parts: other.parts } })).to.equal(
      'part-missing',
    )
    expect(await attempt({ declared: after(NOW, 3600).toISOString() })).to.equal('clock-skewed')
    expect(await attempt({ turnsOf: [relay.approver] })).to.equal('officer-unknown')
    expect(await attempt({ turnsOf: [await relay.xa.officer('Nobody', ['translator'])] })).to.equal(
      'officer-unknown',
    )
    expect(await attempt({ turns: job.handoff.turns })).to.equal('statement-invalid')
    const { handoff } = job.handoff
    await job.assign()
    expect(await attempt({ handoff })).to.equal('handoff-conflict')
  })

  it('are refused where an envelope is sealed to others as well', async () => {
    const swapped = await handedOff(relay, sample, people, {
      turnsOf: [people.second, people.first],
    })
    const [one, two, ...rest] = swapped.given.envelopes
    const wrong = { ...swapped.given, envelopes: [two ?? '', one ?? '', ...rest] }
    expect(await codeOf(relay.assignHandoff(callerOf(relay.drafter), wrong))).to.equal(
      'statement-invalid',
    )
  })

  it('tell each who comes too late, too early or with something else, by a code', async () => {
    await job.assign()
    await job.accept(people.first, 0)
    expect(await codeOf(job.accept(people.first, 0, after(NOW, 1).toISOString()))).to.equal(
      'handoff-conflict',
    )
    expect(await codeOf(job.giveBack(people.first, { language: 'en' }))).to.equal(
      'translation-invalid',
    )
    // What was sent has a time and holds of its own.
    const sent = { package: sample.draft.package }
    expect(await codeOf(job.giveBack(people.first, sent))).to.equal('statement-invalid')
    expect(await codeOf(job.giveBack(people.first, {}, { upload: false }))).to.equal('part-missing')
    expect(await codeOf(job.giveBack(people.first, { envelope: 'a'.repeat(64) }))).to.equal(
      'statement-invalid',
    )
    // The authority's former key opens nothing for it any more, once it is destroyed.
    const former = [await generateOpeningKey('x25519'), people.first.openingKey]
    expect(await codeOf(job.giveBack(people.first, {}, { readers: former }))).to.equal(
      'statement-invalid',
    )
    const { returned } = await job.giveBack(people.first)
    expect(await codeOf(job.review(relay.drafter, returned.digest))).to.equal('not-permitted')
    expect(await codeOf(job.certify(people.first, returned))).to.equal('handoff-conflict')
    expect(await codesOf(await read(relay.drafter))).to.deep.equal(['H.1', 'H.2', 'H.7'])
    // What was refused left no leaf behind.
    const acts = await relay.handoffs.acts(job.handoff.handoff)
    expect(acts.map(({ digest }) => digest)).to.include(returned.digest)
    expect(acts).to.have.length(3)
  })

  it('keep exactly one of two acts that race', async () => {
    await job.assign()
    const race = await Promise.allSettled([
      job.accept(people.first, 0),
      job.accept(people.first, 0, after(NOW, 1).toISOString()),
      job.accept(people.first, 0, after(NOW, 2).toISOString()),
    ])
    expect(race.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
    expect(await codesOf(await read(relay.drafter))).to.deep.equal(['H.1', 'H.2'])
  })

  it('are listed to the authority, and to a translator once their turn has come', async () => {
    await job.assign()
    const list = async (officer: Officer) =>
      (await relay.listHandoffs(callerOf(officer), { limit: 10 })).handoffs.length
    expect(await list(relay.drafter)).to.equal(1)
    expect(await list(people.first)).to.equal(1)
    expect(await list(people.second)).to.equal(0)
    expect(await list(relay.registrar)).to.equal(0)
    expect(await digestOf(job.given.statement)).to.equal(job.assignment)
  })
})
