import { expect } from 'chai'
import type { Message } from '#client/browser/compose/sending/messages.js'
import { progressOf } from '#client/browser/compose/sending/progress-of.js'
import { isClosing } from '#client/browser/shell/is-closing.js'

describe('what is told of long work', () => {
  it('is one message for each percent, and one every minute while a percent takes longer', () => {
    const told: Message[] = []
    let now = 1_000_000
    const progress = progressOf(
      'uploading',
      (message) => told.push(message),
      () => now,
    )
    for (let octets = 1; octets <= 10; octets++) progress('a.pdf', octets, 1_000_000)
    expect(told).to.have.length(1)
    now += 61_000
    progress('a.pdf', 11, 1_000_000)
    progress('a.pdf', 12, 1_000_000)
    expect(told).to.have.length(2)
    progress('a.pdf', 10_000, 1_000_000)
    expect(told.at(-1)).to.deep.equal({ kind: 'uploading', name: 'a.pdf', percent: 1 })
  })
})

describe('the lock of who does nothing', () => {
  it('is announced a minute before', () => {
    const until = new Date(1_000_000_000)
    expect(isClosing(until, new Date(until.getTime() - 120_000))).to.equal(false)
    expect(isClosing(until, new Date(until.getTime() - 60_000))).to.equal(true)
    expect(isClosing(until, new Date(until.getTime() - 20_000))).to.equal(true)
  })
})
