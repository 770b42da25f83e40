import { expect } from 'chai'
import { boardLink } from '#client/core/operations/board-link.js'
import { signClientAssertion } from '#crypto/access/client-assertion.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { boardEntrance } from '#server/contract/board.js'
import { enterBoard } from '#server/domain/operations/enter-board.js'
import { codeOf } from '#test/support/code-of.js'
import { fakeRelay } from '#test/support/fake-relay.js'
import { flipText } from '#test/support/flip-text.js'
import { rotateOperator } from '#test/support/rotate-operator.js'
import { after, NOW } from '#test/support/world/moments.js'

const ORIGIN = 'http://127.0.0.1:9480'

describe('the way to the board of queues', () => {
  async function board() {
    const relay = await fakeRelay()
    const enter = enterBoard({ ...relay, entrance: boardEntrance(ORIGIN) })
    const linkOf = async (key: SigningKey, origin = ORIGIN, at = NOW) =>
      new URL(await boardLink(key, origin, at)).searchParams.get('link') ?? ''
    return { relay, enter, linkOf }
  }

  it('is open to the operator, by each link once', async () => {
    const { relay, enter, linkOf } = await board()
    const link = await linkOf(relay.operatorKey)
    expect(await enter(link)).to.deep.equal({ kid: relay.operatorKey.kid })
    expect(await codeOf(() => enter(link))).to.equal('proof-replayed')
    expect(await codeOf(async () => enter(await linkOf(relay.operatorKey)))).to.equal(
      'nothing was refused',
    )
  })

  it('is closed to every other key: made up, the relay’s own, an authority’s, an officer’s', async () => {
    const { relay, enter, linkOf } = await board()
    const others = [await generateSigningKey('p256'), relay.identity.evidenceKey, relay.drafter.key]
    for (const key of others) {
      const link = await linkOf(key)
      expect(await codeOf(() => enter(link)), key.kid).to.equal('unauthenticated')
    }
    // Nothing of theirs is remembered.
    expect(relay.trace).to.deep.equal([])
  })

  it('is closed to links for another board, and to other tokens of the operator’s key', async () => {
    const { relay, enter, linkOf } = await board()
    const { operatorKey: key } = relay
    for (const origin of ['http://127.0.0.1:9481', 'http://localhost:9480', 'https://a.example']) {
      const link = await linkOf(key, origin)
      expect(await codeOf(() => enter(link)), origin).to.equal('unauthenticated')
    }
    for (const audience of [ORIGIN, `${ORIGIN}/open/`, `${relay.identity.origin}/v1/token`]) {
      const link = await signClientAssertion({ key, audience, at: NOW })
      expect(await codeOf(() => enter(link)), audience).to.equal('unauthenticated')
    }
  })

  it('is closed a minute after the link was made, and before', async () => {
    const { relay, enter, linkOf } = await board()
    for (const [seconds, code] of [
      [-59, 'nothing was refused'],
      [-62, 'proof-stale'],
      [-3600, 'proof-stale'],
      [59, 'nothing was refused'],
      [62, 'proof-stale'],
    ] as const) {
      const link = await linkOf(relay.operatorKey, ORIGIN, after(NOW, seconds))
      expect(await codeOf(() => enter(link)), String(seconds)).to.equal(code)
    }
  })

  it('is closed to what is no link, or a changed one', async () => {
    const { relay, enter, linkOf } = await board()
    const link = await linkOf(relay.operatorKey)
    const [head = '', claims = ''] = link.split('.')
    for (const wrong of [
      '',
      'x',
      '..',
      `${head}.${claims}.`,
      link.repeat(20),
      flipText(link, 700),
    ]) {
      expect(await codeOf(() => enter(wrong)), wrong).to.equal('unauthenticated')
    }
  })

  it('goes by the operator’s newest key, though this process was started with the one before', async () => {
    const { relay, enter, linkOf } = await board()
    const { operatorKey: before } = relay
    const entry = relay.identity.entry
    const changed = after(NOW, 10)
    relay.setClock(changed)
    const next = await rotateOperator(relay, changed, { leavesOut: true })
    Object.assign(relay.identity, { entry })
    expect(await codeOf(async () => enter(await linkOf(next, ORIGIN, changed)))).to.equal(
      'nothing was refused',
    )
    const old = await linkOf(before, ORIGIN, changed)
    expect(await codeOf(() => enter(old))).to.equal('unauthenticated')
  })
})
