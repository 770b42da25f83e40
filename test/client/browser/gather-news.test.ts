import { expect } from 'chai'
import { setTimeout as wait } from 'node:timers/promises'
import { gatherNews } from '#client/browser/shell/gather-news.js'

describe('news from the relay', () => {
  it('are gathered: a row of events asks once for what they are about', async () => {
    const asked: string[] = []
    const news = gatherNews((key) => asked.push(key.join('/')), 20)
    for (let event = 0; event < 50; event++) news.tell(['mailbox'], ['package', String(event % 2)])
    expect(asked).to.deep.equal([])
    await wait(60)
    expect(asked).to.deep.equal(['mailbox', 'package/0', 'package/1'])
    news.tell(['mailbox'])
    await wait(60)
    expect(asked).to.have.length(4)
  })

  it('are not passed on after the end', async () => {
    const asked: string[] = []
    const news = gatherNews((key) => asked.push(key.join('/')), 20)
    news.tell(['mailbox'])
    news.stop()
    await wait(60)
    expect(asked).to.deep.equal([])
  })
})
