import { expect } from 'chai'
import type { Message } from '#client/browser/compose/sending/messages.js'
import {
  afterMessage,
  afterStop,
  begun,
  goOnWith,
  leftBehind,
  type SendState,
} from '#client/browser/compose/sending/send-state.js'

describe('the state of a sending', () => {
  const failed: Message = { kind: 'failed', code: 'relay-unreachable', message: 'away' }
  const after = (...messages: readonly Message[]) =>
    messages.reduce<SendState>((state, message) => afterMessage(state, message), begun())
  const uploading: Message = { kind: 'uploading', name: 'a.pdf', percent: 7 }

  it('begins anew while nothing is sealed', () => {
    const sealing: Message = { kind: 'sealing', name: 'a.pdf', percent: 7 }
    expect(leftBehind(after(sealing, failed))).to.equal(undefined)
    expect(leftBehind(afterStop(after(sealing)))).to.equal(undefined)
  })

  it('goes on with the package that is sealed, whether it failed or was stopped, and however often', () => {
    const sealed: Message = { kind: 'sealed', package: 'the first' }
    for (const state of [
      after(sealed, failed),
      after(sealed, uploading, failed),
      afterStop(after(sealed, uploading)),
    ]) {
      const left = leftBehind(state)
      expect(left && goOnWith(left)).to.deep.equal({ deliver: 'the first' })
      expect(leftBehind(afterMessage(begun(left), failed))).to.deep.equal(left)
      expect(leftBehind(afterStop(begun(left)))).to.deep.equal(left)
    }
  })

  it('goes on with the draft where it is sent as one', () => {
    const left = leftBehind(after({ kind: 'sealed', package: 'p', draft: 'd' }, failed))
    expect(left && goOnWith(left)).to.deep.equal({ sendDraft: 'd' })
  })

  it('leaves nothing behind while it is under way, nor once the relay has answered', () => {
    const sealed: Message = { kind: 'sealed', package: 'p' }
    const done: Message = { kind: 'done', package: 'p', code: 'A.1', time: '', reasons: [] }
    expect(leftBehind(after(sealed))).to.equal(undefined)
    expect(leftBehind(after(sealed, done))).to.equal(undefined)
    expect(after(sealed, done)).to.deep.equal(done)
  })
})
