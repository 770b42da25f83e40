import { expect } from 'chai'
import { listNotices } from '#server/domain/notices/list-notices.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { handedOff, type Linguists, linguists } from '#test/support/handed-off.js'
import { sampleSubmission } from '#test/support/sample-submission.js'
import type { Officer } from '#test/support/world/officers.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600

describe('the turns of a hand-off', () => {
  let relay: FakeRelay
  let people: Linguists
  let job: Awaited<ReturnType<typeof handedOff>>
  beforeEach(async () => {
    relay = await fakeRelay()
    people = await linguists(relay)
    const sample = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    job = await handedOff(relay, sample, people)
    await job.assign()
  })
  const declared = (days: number) => after(NOW, days * DAY).toISOString()
  /** As many workers at once as wanted, as the job may run. */
  const move = async (days: number, workers = 3) => {
    relay.setClock(after(NOW, days * DAY))
    const about = { handoff: job.handoff.handoff }
    await Promise.all(Array.from({ length: workers }, () => relay.moveHandoff(about)))
  }
  const chain = async () =>
    (await relay.handoffs.chain(job.handoff.handoff)).map(({ step }) =>
      step.replace(/[0-9a-f]{64}/, '…').replace(/T.*/, ''),
    )
  const nextJob = () => relay.jobs.filter(({ name }) => name === 'translation.turn').at(-1)

  it('remind once of each moment, however many workers run and however often', async () => {
    await job.accept(people.first, 0)
    for (const days of [0, 6, 6.1, 7, 7.5]) await move(days)
    expect(await chain()).to.deep.equal([
      ...['H.1', 'H.2/…', `H.4/0/${declared(6).slice(0, 10)}`, `H.4/0/${declared(7).slice(0, 10)}`],
    ])
    const notices = await relay.notices.newest(relay.xa.id, 'handoff.step', 99)
    expect(
      notices.map((one) => (one.kind === 'handoff.step' ? one.code : '')).toSorted(),
    ).to.deep.equal(['H.1', 'H.2', 'H.4', 'H.4'])
  })

  it('are told to whose affair they are, in person and once, without a word of content', async () => {
    const list = listNotices(relay)
    const told = async (officer: Officer) => {
      const { notices } = await list(callerOf(officer), { limit: 99 })
      return notices
        .map((one) => (one.kind === 'handoff.step' ? `${one.code}/${one.turn}` : one.kind))
        .toSorted()
        .join(' ')
    }
    await job.accept(people.first, 0)
    for (const days of [0, 6, 6.1, 7, 7.5]) await move(days)
    expect(await told(people.first)).to.equal('H.1/0 H.4/0 H.4/0')
    // Of another's turn a translator hears nothing, and of the authority's other affairs neither.
    expect(await told(people.second)).to.equal('')
    expect(await told(people.reviewer)).to.equal('')
    await move(8)
    expect(await told(people.first)).to.equal('H.1/0 H.4/0 H.4/0 H.5/0')
    expect(await told(people.second)).to.equal('H.6/1')
    await job.recall(relay.drafter, declared(8))
    await move(8)
    expect(await told(people.second)).to.equal('H.11/1 H.6/1')
    const all = await relay.notices.inPerson(people.first.key.kid, 99)
    expect(JSON.stringify(all)).not.to.match(/Service|summons|xb\.pgo/)
  })

  it('tell of the last of several moments that an outage let pass', async () => {
    await job.accept(people.first, 0)
    await move(7.5)
    expect(await chain()).to.deep.equal(['H.1', 'H.2/…', `H.4/0/${declared(7).slice(0, 10)}`])
  })

  it('pass to the next in rotation when nobody accepts, and end with the last', async () => {
    await move(2)
    expect(await chain()).to.deep.equal(['H.1', `H.5/0/${declared(2).slice(0, 10)}`, 'H.6/1'])
    const late = job.accept(people.first, 0, declared(2))
    expect(await codeOf(late)).to.equal('handoff-reassigned')
    expect(
      (await relay.readHandoff(callerOf(people.second), job.handoff.handoff)).envelope,
    ).to.equal(job.handoff.turns[1]?.envelope)
    await move(12)
    expect((await chain()).slice(3)).to.deep.equal([`H.5/1/${declared(12).slice(0, 10)}`, 'H.12'])
    expect(await codeOf(job.accept(people.second, 1, declared(12)))).to.equal('handoff-ended')
  })

  it('pass on at once when somebody declines', async () => {
    await job.decline(people.first, 0)
    expect(nextJob()?.notBefore).to.equal(undefined)
    await move(0)
    expect(await chain()).to.deep.equal(['H.1', 'H.3/…', 'H.6/1'])
    expect(nextJob()?.notBefore).to.deep.equal(after(NOW, 12 * DAY))
  })

  it('are taken from who let the work become due; what they return then is too late', async () => {
    await job.accept(people.first, 0)
    await move(8)
    expect((await chain()).slice(-2)).to.deep.equal([`H.5/0/${declared(8).slice(0, 10)}`, 'H.6/1'])
    const back = job.giveBack(people.first, { declared: declared(8) })
    expect(await codeOf(back)).to.equal('handoff-reassigned')
  })

  it('ask to come again at the next moment, and no more once the work is done', async () => {
    await move(0)
    expect(nextJob()?.notBefore).to.deep.equal(after(NOW, 2 * DAY))
    await job.accept(people.first, 0)
    await move(1)
    expect(nextJob()?.notBefore).to.deep.equal(after(NOW, 6 * DAY))
    await job.giveBack(people.first, { declared: declared(1) })
    relay.jobs.length = 0
    await move(1)
    await move(20)
    expect(relay.jobs).to.deep.equal([])
    expect(await chain()).to.deep.equal(['H.1', 'H.2/…', 'H.7/…'])
  })

  it('belong to one of two translators who race for them, whoever wins', async () => {
    relay.setClock(after(NOW, 2 * DAY))
    const about = { handoff: job.handoff.handoff }
    const race = await Promise.allSettled([
      relay.moveHandoff(about),
      job.accept(people.first, 0, declared(2)),
      job.accept(people.second, 1, declared(2)),
      relay.moveHandoff(about),
    ])
    await relay.moveHandoff(about)
    const steps = await chain()
    const accepted = steps.filter((step) => step.startsWith('H.2'))
    expect(accepted.length).to.be.at.most(1)
    expect(steps.filter((step) => step.startsWith('H.6')).length).to.be.at.most(1)
    const wins = race.slice(1, 3).filter(({ status }) => status === 'fulfilled')
    expect(wins).to.have.length(accepted.length)
    for (const lost of race) {
      if (lost.status === 'fulfilled') continue
      const { code } = lost.reason as { code?: string }
      expect(code).to.be.oneOf(['handoff-reassigned', 'handoff-conflict', 'handoff-unknown'])
    }
  })

  it('go on by the job where a crash came between an act and what follows from it', async () => {
    for (let call = 0; call < 60; call++) {
      relay.setClock(NOW)
      const one = await handedOff(relay, await submitted(), people)
      await one.assign()
      await one.decline(people.first, 0)
      relay.failAt({ call, when: call % 2 === 0 ? 'after' : 'before' })
      await relay.moveHandoff({ handoff: one.handoff.handoff }).catch(() => undefined)
      const reached = relay.calls() > call
      relay.failAt(undefined)
      await relay.moveHandoff({ handoff: one.handoff.handoff })
      const steps = (await relay.handoffs.chain(one.handoff.handoff)).map(({ code }) => code)
      expect(steps).to.deep.equal(['H.1', 'H.3', 'H.6'])
      expect(nextJob()?.notBefore).to.deep.equal(after(NOW, 12 * DAY))
      if (!reached) break
    }
  })

  async function submitted() {
    const sample = await sampleSubmission(relay)
    await relay.submit(callerOf(relay.drafter), sample.submission)
    return sample
  }

  it('end with a recall: nothing is told or passed on any more', async () => {
    await job.recall()
    relay.jobs.length = 0
    await move(30)
    expect(await chain()).to.deep.equal(['H.1', 'H.11/…'])
    expect(relay.jobs).to.deep.equal([])
  })
})
