import { expect } from 'chai'
import { Refusal } from '#server/domain/errors.js'
import { fairTurns } from '#server/http/fair-turns.js'

const LIMITS = { atOnce: 3, ofOne: 2, waiting: 6, waitingOfOne: 4 }

describe('turns of authorities', () => {
  /** Notes in which order turns begin; `end` ends the oldest. */
  function desk() {
    const takeTurn = fairTurns(LIMITS)
    const begun: string[] = []
    const ends: (() => void)[] = []
    const ask = (who: string) =>
      takeTurn(who).then(
        (end) => {
          begun.push(who)
          ends.push(end)
          return 'served'
        },
        (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
      )
    const settle = () => new Promise(setImmediate)
    const end = async () => {
      ends.shift()?.()
      await settle()
    }
    return { ask, begun, end, ends, settle }
  }

  it('are bounded, for one and for all', async () => {
    const { ask, begun, settle } = desk()
    for (const who of ['a', 'a', 'a', 'b', 'b']) void ask(who)
    await settle()
    expect(begun).to.deep.equal(['a', 'a', 'b'])
  })

  it('go from one authority to the next, whatever the length of the queues', async () => {
    const { ask, begun, end, settle } = desk()
    for (const who of ['a', 'a', 'a', 'a', 'a', 'a', 'b', 'b', 'c']) void ask(who)
    await settle()
    begun.length = 0
    while (begun.length < 6) await end()
    expect(begun.slice(0, 3).sort()).to.deep.equal(['a', 'b', 'c'])
    expect(begun.slice(3)).to.deep.equal(['a', 'a', 'a'])
  })

  it('are refused to an authority that has too much waiting, and to nobody else', async () => {
    const { ask, settle } = desk()
    for (let i = 0; i < 6; i++) void ask('a')
    await settle()
    expect(await ask('a')).to.equal('too-many-requests')
    expect(await ask('b')).to.equal('served')
  })

  it('are refused to all when too many wait', async () => {
    const { ask, settle } = desk()
    for (const who of ['a', 'b', 'c']) for (let i = 0; i < 3; i++) void ask(who)
    await settle()
    expect(await ask('d')).to.equal('unavailable')
  })

  it('that end twice end once', async () => {
    const { ask, begun, ends, end, settle } = desk()
    for (let i = 0; i < 3; i++) void ask('a')
    await settle()
    const [first] = ends
    first?.()
    await end()
    expect(begun).to.have.length(3)
    expect(await ask('b')).to.equal('served')
  })
})
