import { expect } from 'chai'
import { AuthorityId, CaseId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { ringClock } from '#server/domain/clocks/ring-clock.js'
import { sendNotice } from '#server/domain/duty/send-notice.js'
import { giveNotice } from '#server/domain/notices/give-notice.js'
import { consigning } from '#test/support/consigning.js'
import { simulatedWorkers } from '#test/support/simulated-workers.js'
import { after as later, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600
const authority = AuthorityId.parse('xa.moj')

/** Real MongoDB, Redis and BullMQ under a clock of its own: four months pass in seconds. */
describe('clocks over months', function () {
  this.timeout(300_000)
  const simulated = simulatedWorkers()

  it('warns and lapses once each, on its day, whatever is doubled or forgotten', async () => {
    const { clock } = simulated
    const [storage, outbox] = [simulated.storage(), simulated.outbox()]
    const announcer = { tell: () => undefined }
    const told = giveNotice({ notices: storage.notices, announcer, clock })
    const sent = sendNotice({ ...storage, giveNotice: told, outbox })
    const ring = ringClock({
      clocks: storage.clocks,
      sendNotice: sent,
      outbox,
      clock,
      clockTargets: () => Promise.resolve([]),
    })
    const key = await generateSigningKey('x25519')
    simulated.start('clocks', {
      ...consigning(storage, key, outbox),
      // Every job comes twice, at once.
      'clocks.asked': async (about: Parameters<typeof ring>[0]) => {
        await Promise.all([ring(about), ring(about)])
      },
    })

    const dues = [10, 30, 60, 120]
    for (const [place, days] of dues.entries()) {
      const name = place.toString(16).padStart(64, 'a')
      await storage.clocks.keep({
        authority,
        clock: name,
        revision: 1,
        state: 'running',
        keptAt: NOW,
        case: CaseId.parse('019ca8a0-3e80-7000-8000-000000000002'),
        evidence: 'e'.repeat(64),
        statement: 's',
        digest: name,
        credential: 'c',
        due: later(NOW, days * DAY),
        warnings: [later(NOW, (days - 7) * DAY)],
      })
      const about = { authority, clock: name }
      await outbox.ask('clocks.asked', about, { notBefore: later(NOW, (days - 7) * DAY) })
    }
    for (let day = 2; day <= 121; day += 1) {
      if (day === 29 || day === 100) await simulated.flushRedis()
      await simulated.goOnTo(later(NOW, day * DAY))
    }
    const days = (kind: 'clock.warning' | 'clock.lapsed') =>
      storage.notices
        .newest(authority, kind, 99)
        .then((all) =>
          all
            .map(({ at }) => Math.round((Date.parse(at) - NOW.getTime()) / 1000 / DAY))
            .sort((a, b) => a - b),
        )
    expect(await days('clock.warning')).to.deep.equal(dues.map((due) => due - 7))
    expect(await days('clock.lapsed')).to.deep.equal(dues)
  })
})
