import { Router } from 'express'
import { expect } from 'chai'
import { boardLink } from '#client/core/operations/board-link.js'
import { boardEntrance } from '#server/contract/board.js'
import { enterBoard } from '#server/domain/operations/enter-board.js'
import { type BoardParts, createBoardApp } from '#server/http/board/board-app.js'
import { createHttpServer } from '#server/http/http-server.js'
import { createLogger } from '#server/observability/logger.js'
import { Outage } from '#test/support/fake-ports.js'
import { fakeRelay } from '#test/support/fake-relay.js'
import { after, NOW } from '#test/support/world/moments.js'

const PAGE = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } }

/** A real listener before the real use-case, over fake ports; what it opens to says only that it is open. */
async function listening(changes: Partial<BoardParts> = {}) {
  const relay = await fakeRelay()
  const lines: string[] = []
  const origin = changes.origin ?? 'http://127.0.0.1:9480'
  const app = createBoardApp({
    clock: relay.clock,
    origin,
    enter: enterBoard({ ...relay, entrance: boardEntrance(origin) }),
    board: () => Promise.resolve(Router().get('/', (_, response) => void response.send('queues'))),
    log: createLogger({ name: 'board', level: 'info', write: (line) => lines.push(line) }),
    isOutage: (error) => error instanceof Outage,
    ...changes,
  })
  const http = createHttpServer(app)
  const { port } = await http.listen({ host: '127.0.0.1', port: 0 })
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })
  return {
    relay,
    lines,
    ask,
    link: async () => {
      const { pathname, search } = new URL(await boardLink(relay.operatorKey, origin, NOW))
      return `${pathname}${search}`
    },
    /** The cookie that a link brings, as a browser would send it. */
    async enter() {
      const opened = await ask(await this.link())
      const [cookie = ''] = opened.headers.getSetCookie()
      return { opened, cookie, brought: { headers: { cookie: cookie.split(';')[0] ?? '' } } }
    },
    close: () => http.close(0),
  }
}

describe('the door of the board of queues', () => {
  let board: Awaited<ReturnType<typeof listening>>
  beforeEach(async () => {
    board = await listening()
  })
  afterEach(() => board.close())

  it('shows nothing without a session, and says how to get one, to people and to programs', async () => {
    for (const path of ['/', '/api/queues', '/static/js/x.js', '/queue/receipts', '/end', '/x']) {
      const told = await board.ask(path, PAGE)
      expect(told.status, path).to.equal(401)
      expect(told.headers.get('content-type')).to.match(/^text\/plain/)
      expect(await told.text()).to.contain(
        'rogatory operator board --board http://127.0.0.1:9480\n',
      )
      const problem = (await (await board.ask(path)).json()) as Record<string, string>
      expect(problem).to.include({ code: 'unauthenticated', status: 401 })
      expect(problem['remedy']).to.contain('rogatory operator board')
    }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']) {
      expect((await board.ask('/api/queues', { method })).status, method).to.equal(401)
    }
  })

  it('opens by the operator’s link once, with a cookie that only this host’s own pages bring', async () => {
    const link = await board.link()
    const opened = await board.ask(link)
    expect(opened.status).to.equal(303)
    expect(opened.headers.get('location')).to.equal('/')
    expect(opened.headers.getSetCookie()).to.have.length(1)
    expect(opened.headers.getSetCookie()[0]).to.match(
      /^__Host-rogatory-board=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const again = await board.ask(link, PAGE)
    expect(again.status).to.equal(401)
    expect(again.headers.getSetCookie()).to.deep.equal([])
    expect(await again.text())
      .to.contain('(proof-replayed)')
      .and.contain('was used before')
    const { kid } = board.relay.operatorKey
    expect(board.lines.filter((line) => line.includes('"event":"board.opened"'))).to.have.length(1)
    expect(board.lines.join()).to.contain(`"kid":"${kid}"`).and.not.contain('link=')
  })

  it('is reached by HTTPS from then on, where it is', async () => {
    const secure = await listening({ origin: 'https://board.example' })
    const { brought, opened } = await secure.enter()
    expect(opened.headers.get('strict-transport-security')).to.match(/^max-age=\d{8}/)
    expect((await secure.ask('/', brought)).status).to.equal(200)
    await secure.close()
  })

  it('keeps open for fifteen minutes, whatever is done, and not longer', async () => {
    const { brought } = await board.enter()
    expect(await (await board.ask('/', brought)).text()).to.equal('queues')
    board.relay.setClock(after(NOW, 15 * 60 - 1))
    expect((await board.ask('/', brought)).status).to.equal(200)
    board.relay.setClock(after(NOW, 15 * 60))
    expect((await board.ask('/', brought)).status).to.equal(401)
  })

  it('is closed when asked, for that session alone', async () => {
    const [one, other] = [await board.enter(), await board.enter()]
    const ended = await board.ask('/end', one.brought)
    expect(ended.headers.getSetCookie()[0]).to.match(/^__Host-rogatory-board=; .*Max-Age=0$/)
    expect((await board.ask('/', one.brought)).status).to.equal(401)
    expect((await board.ask('/', other.brought)).status).to.equal(200)
  })

  it('takes no cookie but the one it gave, and remembers sixteen', async () => {
    const { brought } = await board.enter()
    const { cookie } = brought.headers
    for (const wrong of [
      `${cookie}x`,
      cookie.slice(0, -1),
      cookie.replace('=', '=='),
      `x${cookie}`,
      cookie.replace('__Host-', ''),
      `__Host-rogatory-board=${'A'.repeat(43)}`,
      `__Host-rogatory-board=${'A'.repeat(43)}; ${cookie}`,
      `${cookie}; __Host-rogatory-board=${'A'.repeat(43)}`,
      `${cookie}; ${cookie}`,
      '__Host-rogatory-board=',
      '__proto__=x',
    ]) {
      const { status } = await board.ask('/', { headers: { cookie: wrong } })
      expect(status, wrong).to.equal(401)
    }
    const among = { headers: { cookie: `a=b; ${cookie}; c` } }
    expect((await board.ask('/', among)).status).to.equal(200)
    for (let more = 0; more < 16; more += 1) await board.enter()
    expect((await board.ask('/', brought)).status).to.equal(401)
  })

  it('lets nothing be changed: no job retried, no queue cleaned', async () => {
    const { brought } = await board.enter()
    for (const [method, path] of [
      ['PUT', '/api/queues/receipts/retry/failed'],
      ['PUT', '/api/queues/receipts/clean/completed'],
      ['POST', '/api/queues/receipts/add'],
      ['PATCH', '/api/queues/receipts/1/update-data'],
      ['DELETE', '/'],
    ] as const) {
      const told = await board.ask(path, { method, ...brought })
      expect(told.status, path).to.equal(403)
      expect(await told.json()).to.include({
        code: 'not-permitted',
        title: 'The board changes nothing',
      })
    }
  })

  it('says with every answer that nothing is kept, framed, inline or of another origin', async () => {
    const { brought, opened } = await board.enter()
    const answers = [opened, await board.ask('/'), await board.ask('/', brought)]
    answers.push(await board.ask('/nothing', brought), await board.ask('/end', brought))
    for (const { headers, url } of answers) {
      expect(headers.get('cache-control'), url).to.equal('no-store')
      expect(headers.get('content-security-policy')?.split(';')).to.have.members([
        ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:"],
        ...["connect-src 'self'", "base-uri 'self'", "form-action 'none'"],
        "frame-ancestors 'none'",
      ])
      expect(headers.get('x-content-type-options')).to.equal('nosniff')
      expect(headers.get('referrer-policy')).to.equal('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).to.equal('same-origin')
      expect(headers.get('cross-origin-opener-policy')).to.equal('same-origin')
      expect(headers.get('access-control-allow-origin')).to.equal(null)
      expect(headers.get('x-powered-by')).to.equal(null)
    }
    expect((await board.ask('/nothing', brought)).status).to.equal(401)
  })

  it('answers so many requests a minute: few of strangers, more of a session', async () => {
    const { brought } = await board.enter()
    const statuses = async (count: number, path: string, init = {}) => {
      const all = Array.from({ length: count }, async () => (await board.ask(path, init)).status)
      return new Set(await Promise.all(all))
    }
    expect(await statuses(50, '/', brought)).to.deep.equal(new Set([200]))
    expect(await statuses(59, '/open?link=x')).to.deep.equal(new Set([401]))
    expect(await statuses(2, '/open?link=x')).to.deep.equal(new Set([429]))
    // Whoever is in is not put out by those who are not.
    expect((await board.ask('/', brought)).status).to.equal(200)
    board.relay.setClock(after(NOW, 60))
    expect(await statuses(2, '/open?link=x')).to.deep.equal(new Set([401]))
    // Pages whose session has ended ask on and on.
    expect(await statuses(61, '/api/queues')).to.deep.equal(new Set([401, 429]))
    expect(await statuses(1, '/open?link=x')).to.deep.equal(new Set([401]))
  })

  it('tells an outage as one, and nothing of what went wrong otherwise', async () => {
    const failing = (error: Error) => listening({ board: () => Promise.reject(error) })
    const [away, broken] = [await failing(new Outage('x')), await failing(new Error('hunter2'))]
    const told = await away.ask('/', (await away.enter()).brought)
    expect(told.status).to.equal(503)
    expect(await told.json()).to.include({ title: 'MongoDB or Redis does not answer' })
    const fault = await broken.ask('/', (await broken.enter()).brought)
    expect(fault.status).to.equal(500)
    expect((await fault.text()) + broken.lines.join()).to.not.contain('hunter2')
    await Promise.all([away.close(), broken.close()])
  })
})
