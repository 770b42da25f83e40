import { expect } from 'chai'
import { boardLink } from '#client/core/operations/board-link.js'
import { codeOf } from '#test/support/code-of.js'
import { NOW } from '#test/support/world/moments.js'
import { world } from '#test/support/world/world.js'

describe('a link to the board of queues', () => {
  it('leads to the board, and is another one each time', async () => {
    const { operatorKey } = (await world()).relay
    for (const origin of ['http://127.0.0.1:9480', 'http://[::1]:9', 'https://board.example']) {
      const [one, other] = [
        await boardLink(operatorKey, origin, NOW),
        await boardLink(operatorKey, origin, NOW),
      ]
      expect(one).to.match(/\/open\?link=[\w-]+\.[\w-]+\.[\w-]+$/)
      expect(new URL(one).origin).to.equal(origin)
      expect(one).to.not.equal(other)
    }
  })

  it('is made for an address alone, and for none where it could be read on its way', async () => {
    const { operatorKey } = (await world()).relay
    for (const wrong of [
      ...['', 'board.example', 'http://127.0.0.1:9480/', 'https://board.example/x'],
      ...['http://board.example', 'http://127.0.0.1.example', 'ftp://127.0.0.1'],
      ...['https://a:b@board.example', 'http://127.0.0.1:9480?x', 'javascript:alert(1)'],
    ]) {
      const code = await codeOf(() => boardLink(operatorKey, wrong, NOW))
      expect(code, wrong).to.equal('usage')
    }
  })
})
