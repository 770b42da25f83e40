import { expect } from 'chai'
import { WebhookRefused } from '#server/domain/duty/webhooks.js'
import { alerted } from '#test/support/alerted.js'
import { Outage } from '#test/support/fake-ports.js'

const [PAGER, SIREN] = ['https://pager.xb.example/rogatory', 'https://siren.xb.example/']

describe('alerts to webhooks', () => {
  let a: Awaited<ReturnType<typeof alerted>>
  async function begin(hasMail = true, webhooks = [PAGER]) {
    a = await alerted('emergency', { hasMail })
    await a.onRoster({ webhooks })
  }
  beforeEach(() => begin())

  it('come with each step beside the mails, once each, signed by the relay', async () => {
    for (const minutes of [0, 15, 30, 60]) await a.at(minutes)
    expect(a.sent).to.have.length(4)
    expect(a.called.map(({ url }) => url)).to.deep.equal([PAGER, PAGER, PAGER, PAGER])
    expect(new Set(a.called.map(({ id }) => id)).size).to.equal(4)
    const [first] = a.called
    if (first === undefined) throw new Error('there is one')
    const { id, timestamp, body, signature, kid } = first
    expect(kid).to.equal(a.relay.relay.evidenceKey.kid)
    const isSigned = await crypto.subtle.verify(
      'Ed25519',
      a.relay.relay.evidenceKey.key,
      Buffer.from(signature.replace(/^v1a,/, ''), 'base64'),
      Buffer.from(`${id}.${timestamp}.${body}`),
    )
    expect(isSigned).to.equal(true)
    expect(timestamp).to.equal(a.relay.clock.now().getTime() / 1000 - 3600)
  })

  it('say no counterpart, no officer, no case and no content', async () => {
    await a.at(0)
    const [call] = a.called
    expect(JSON.parse(call?.body ?? '')).to.deep.equal({
      type: 'duty.alert',
      timestamp: '2026-03-01T09:00:00.000Z',
      data: {
        authority: 'xb.pgo',
        package: a.sample.draft.package,
        urgency: 'emergency',
        begins: '2026-03-01T09:00:00.000Z',
        step: 0,
        steps: 4,
      },
    })
    const kept = JSON.stringify(await a.relay.deliveries.of(call?.id ?? ''))
    expect(kept).to.contain('webhook.').and.not.contain('pager')
  })

  it('are tried again under one id and a new time, by the answer of each by itself', async () => {
    await begin(true, [PAGER, SIREN])
    const tried: string[] = []
    a.answerWith(({ url, timestamp, id }) => {
      tried.push(`${url} ${timestamp} ${id}`)
      return url === PAGER && tried.length < 5 ? new Outage('pager is away') : undefined
    })
    for (let seconds = 0; seconds < 20; seconds++) await a.at(seconds / 60)
    expect(a.called.map(({ url }) => url)).to.deep.equal([SIREN, PAGER])
    const pages = tried.filter((one) => one.startsWith(PAGER))
    expect(new Set(pages).size).to.equal(pages.length)
    expect(new Set(pages.map((one) => one.split(' ')[2])).size).to.equal(1)
  })

  it('are evidence of a step by themselves, where there is no mail server', async () => {
    await begin(false)
    await a.at(0)
    a.answerWith(() => new WebhookRefused('http-410'))
    await a.at(15)
    expect(await a.chain()).to.deep.equal([
      ...['A.1', 'D.1/xb.pgo', 'D.3/xb.pgo', 'K.5/xb.pgo/duty-0', 'K.6/xb.pgo/duty-1'],
    ])
  })

  it('go to no address that has left the roster meanwhile', async () => {
    await begin(false)
    a.answerWith(() => new Outage('pager is away'))
    await a.at(0)
    await a.onRoster({ version: 2, webhooks: [] })
    a.answerWith(() => undefined)
    await a.at(1)
    expect(a.called).to.deep.equal([])
    const [told] = await a.relay.notices.newest(a.relay.xb.id, 'duty.alert', 9)
    const [delivery] = await a.relay.deliveries.of(told?.id ?? '')
    expect(delivery?.state).to.equal('failed')
  })
})
