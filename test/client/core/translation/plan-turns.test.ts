import { expect } from 'chai'
import { planTurns } from '#client/core/translation/plan-turns.js'
import { Turn } from '#crypto/translation/handoff.js'
import { linguist, turnOf } from '#test/support/sample-handoff.js'
import { after, NOW } from '#test/support/world/moments.js'

const at = (hours: number) => after(NOW, hours * 3600)

describe('the moments of a rotation', () => {
  it('follow from the first: each turn as long, accepted in a quarter, reminded after three', () => {
    const turns = planTurns(2, NOW, { due: [at(8)] })
    expect(turns).to.deep.equal([
      { acceptBy: at(2), due: at(8), reminders: [at(6)] },
      { acceptBy: at(10), due: at(16), reminders: [at(14)] },
    ])
    for (const { acceptBy, due, reminders } of turns) {
      const turn = {
        ...turnOf(linguist('b'), 0),
        acceptBy: acceptBy.toISOString(),
        due: due.toISOString(),
        reminders: reminders.map((one) => one.toISOString()),
      }
      expect(Turn.safeParse(turn).success).to.equal(true)
    }
  })

  it('are what was named, each reminder in the turn in whose time it is', () => {
    const named = { due: [at(8), at(20)], acceptBy: [at(1), at(9)], remind: [at(19), at(7)] }
    expect(planTurns(2, NOW, named).map(({ reminders }) => reminders)).to.deep.equal([
      [at(7)],
      [at(19)],
    ])
  })

  it('are refused where they make no turns', () => {
    const attempts: readonly Parameters<typeof planTurns>[2][] = [
      { due: [at(-1)] },
      { due: [] },
      { due: [at(8), at(7)] },
      { due: [at(8), at(9), at(10)] },
      { due: [at(8)], acceptBy: [at(1)] },
      { due: [at(8), at(9)], acceptBy: [at(1), at(7)] },
    ]
    for (const attempt of attempts) {
      expect(() => planTurns(2, NOW, attempt), JSON.stringify(attempt)).to.throw()
    }
  })
})
