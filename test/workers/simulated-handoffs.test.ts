import { expect } from 'chai'
import { digestOf } from '#crypto/bytes/sha256.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { stepOfAct } from '#crypto/translation/handoff-state.js'
import { signHandoff, signHandoffAct } from '#crypto/translation/sign-handoff.js'
import { giveNotice } from '#server/domain/notices/give-notice.js'
import { knownHandoff } from '#server/domain/translation/known-handoff.js'
import { moveHandoff } from '#server/domain/translation/move-handoff.js'
import { recordHandoff } from '#server/domain/translation/record-handoff.js'
import { consigning } from '#test/support/consigning.js'
import { linguist, sampleHandoff, turnOf } from '#test/support/sample-handoff.js'
import { simulatedWorkers } from '#test/support/simulated-workers.js'
import { after as later, NOW } from '#test/support/world/moments.js'
import { type World, world } from '#test/support/world/world.js'
import { turn } from '#workers/translation/turn.js'

const DAY = 24 * 3600

/** Real MongoDB, Redis and BullMQ under a clock of its own: a month of a hand-off passes in seconds. */
describe('a hand-off over a month', function () {
  this.timeout(300_000)
  const simulated = simulatedWorkers()
  let w: World
  before(async () => {
    w = await world()
  })

  it('reminds once, passes on and ends, on its days, whatever is doubled or forgotten', async () => {
    const { clock } = simulated
    const [storage, outbox] = [simulated.storage(), simulated.outbox()]
    const { handoffs, notices } = storage
    const told = giveNotice({ notices, announcer: { tell: () => undefined }, clock })
    const relay = { id: AuthorityId.parse('zz.relay'), evidenceKey: w.relay.evidenceKey }
    const record = recordHandoff({ handoffs, relay, clock })
    const ports = { handoffs, outbox, clock, giveNotice: told, recordHandoff: record }
    const move = turn(moveHandoff(ports))
    simulated.start('translation', {
      ...consigning(storage, w.relay.evidenceKey, outbox),
      // Every job comes twice, at once.
      'translation.turn': async (about: Parameters<typeof move>[0]) => {
        await Promise.all([move(about), move(about)])
      },
    })

    const second = await w.xb.officer('Tove Translator', ['translator'])
    const { authority, officer, kid } = second.claims
    const tove = { authority, officer, kid }
    const turns = [turnOf(linguist('b'), 0), turnOf(tove, 1), turnOf(linguist('d'), 2)]
    const handoff = sampleHandoff({ turns, authority: w.xa.id })
    const id = handoff.handoff
    const statement = await signHandoff(handoff, w.drafter.key)
    const assignment = await digestOf(statement)
    await handoffs.keep({
      handoff: id,
      digest: assignment,
      statement,
      credential: w.drafter.credential,
      authority: w.xa.id,
      kids: turns.map(({ translator }) => translator.kid),
      keptAt: NOW,
    })
    const known = async () => {
      const found = await knownHandoff({ handoffs }, id)
      return found ?? expect.fail('the hand-off is kept')
    }
    await record(await known(), { code: 'H.1' })
    await outbox.ask('translation.turn', { handoff: id })

    for (const day of [0, 2, 11, 16, 17, 18, 22, 30]) {
      if (day === 2 || day === 16) await simulated.flushRedis()
      if (day === 11) await accept(later(NOW, day * DAY))
      await simulated.goOnTo(later(NOW, day * DAY))
    }
    const { chain } = await known()
    const days = chain.map(({ code, keptAt }) => {
      const day = (keptAt.getTime() - NOW.getTime()) / 1000 / DAY
      return `${code} ${day}`
    })
    expect(days).to.deep.equal([
      ...['H.1 0', 'H.5 2', 'H.6 2', 'H.2 11', 'H.4 16', 'H.4 17', 'H.5 18', 'H.6 18'],
      ...['H.5 22', 'H.12 22'],
    ])
    const given = await notices.newest(w.xa.id, 'handoff.step', 99)
    expect(given).to.have.length(chain.length)

    /** The second translator takes it on. */
    async function accept(at: Date) {
      simulated.setClock(at)
      const since = at.toISOString()
      const act = {
        act: 'accept' as const,
        handoff: id,
        assignment,
        declared: since,
        turn: 1,
        accreditation: null,
        clearance: null,
        confidentialitySince: since,
        conflictExcluded: since,
      }
      const signed = await signHandoffAct(act, second.key)
      const digest = await digestOf(signed)
      await record(await known(), stepOfAct(act, digest, tove), async () => {
        await handoffs.keepAct({
          handoff: id,
          digest,
          typ: 'rogatory-handoff-act',
          statement: signed,
          credential: second.credential,
          keptAt: at,
        })
        await outbox.ask('translation.turn', { handoff: id })
      })
    }
  })
})
