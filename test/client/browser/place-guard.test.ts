import { expect } from 'chai'
import { placeGuard, type PlaceGuard } from '#client/browser/leaving/place-guard.js'

/** A tab whose history is a list, and which says by itself that it has moved, as a browser does. */
function tab(first: string) {
  const entries = [first]
  let at = 0
  const told: { guard?: PlaceGuard } = {}
  const push = (place: string) => {
    entries.splice(at + 1, Infinity, place)
    at = entries.length - 1
  }
  const move = (steps: number) => {
    at += steps
    told.guard?.moved()
  }
  const guard = placeGuard({ at: () => entries[at] ?? '', put: push, back: () => move(-1) })
  told.guard = guard
  const follow = (place: string) => {
    push(place)
    guard.moved()
  }
  return { guard, follow, move, address: () => entries[at] }
}

describe('leaving a page on which something is not saved', () => {
  it('follows links, and the buttons of the browser, while all is saved', () => {
    const { guard, follow, move } = tab('/packages')
    follow('/compose')
    expect(guard.place()).to.equal('/compose')
    move(-1)
    expect(guard.place()).to.equal('/packages')
    expect(guard.isAsked()).to.equal(false)
  })

  it('asks before a link is followed, and stays or goes as it is told', () => {
    const { guard, follow } = tab('/compose')
    guard.need()
    const go = () => follow('/duty')
    guard.leave(go)
    expect([guard.isAsked(), guard.place()]).to.deep.equal([true, '/compose'])
    guard.answer(false)
    expect([guard.isAsked(), guard.place()]).to.deep.equal([false, '/compose'])
    guard.leave(go)
    guard.answer(true)
    expect([guard.isAsked(), guard.place()]).to.deep.equal([false, '/duty'])
  })

  for (const [what, steps] of [
    ['back', -1],
    ['forward', 1],
  ] as const) {
    it(`takes a step ${what} back until it is told`, () => {
      const { guard, follow, move, address } = tab('/packages')
      for (const place of ['/compose', '/duty']) follow(place)
      move(-1)
      guard.need()
      move(steps)
      expect([guard.isAsked(), guard.place(), address()]).to.deep.equal([
        ...[true, '/compose', '/compose'],
      ])
      guard.answer(false)
      expect([guard.place(), address()]).to.deep.equal(['/compose', '/compose'])
      move(-1)
      guard.answer(true)
      const to = steps < 0 ? '/packages' : '/duty'
      expect([guard.isAsked(), guard.place(), address()]).to.deep.equal([false, to, to])
    })
  }

  it('asks no more once it is saved, and asks for what is written next', () => {
    const { guard, follow } = tab('/compose')
    const isSaved = guard.need()
    isSaved()
    follow('/duty')
    expect(guard.place()).to.equal('/duty')
    guard.need()
    follow('/cases')
    expect([guard.isAsked(), guard.place()]).to.deep.equal([true, '/duty'])
  })

  it('asks once for several, and tells who looks on of each change', () => {
    const { guard } = tab('/compose')
    const seen: boolean[] = []
    const isOver = guard.subscribe(() => seen.push(guard.isAsked()))
    guard.need()
    guard.need()
    guard.leave(() => undefined)
    guard.answer(true)
    guard.leave(() => undefined)
    isOver()
    expect(seen).to.deep.equal([true, false])
    expect(guard.isAsked()).to.equal(false)
  })
})
