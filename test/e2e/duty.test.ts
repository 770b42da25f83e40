import { verify } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { SMTPServer } from 'smtp-server'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { rogatory } from '#test/support/constellation/command.js'

type Received = { readonly at: number; readonly to: string; readonly text: string }

/** An urgent request wakes duty officers through a real mail server, worker process and queue. */
describe('duty officers are alerted', function () {
  this.timeout(300_000)
  let all: Constellation
  let smtp: SMTPServer
  let folder: string
  const received: Received[] = []
  let pager: Server
  let pagerHost: string
  const calls: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = []

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-'))
    smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, session, callback) {
        let text = ''
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join()
          received.push({ at: Date.now(), to, text })
          callback()
        })
      },
    })
    smtp.listen(0, '127.0.0.1')
    await once(smtp.server, 'listening')
    const { port } = smtp.server.address() as AddressInfo
    pager = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        calls.push({ headers: request.headers, body })
        response.end()
      })
    }).listen(0, '127.0.0.1')
    await once(pager, 'listening')
    pagerHost = `127.0.0.1:${(pager.address() as AddressInfo).port}`
    all = await constellation({
      from: 'sources',
      env: {
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        DUTY_ESCALATION_SECONDS: '20,40',
        WEBHOOK_HOSTS: pagerHost,
      },
    })
  })
  after(async () => {
    await all.close()
    smtp.close()
    pager.close()
    await rm(folder, { recursive: true })
  })

  async function run(home: string, ...words: string[]) {
    const { code, stdout } = await rogatory(['--json', '--home', all.home(home), ...words])
    return { code, said: JSON.parse(stdout) as Record<string, unknown> }
  }
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 100))
  }

  it('by mail along the roster, though Redis forgets everything and the worker is killed, until a receipt comes', async () => {
    const team = (await run('xb-duty', 'officer', 'list')).said
    const { officers } = team as { officers: { name: string; standing: string; roles: string[] }[] }
    const names = officers.filter(({ standing }) => standing === 'active').map(({ name }) => name)
    const onDuty = officers.find(({ roles }) => roles.includes('duty'))?.name ?? ''
    const other = names.find((name) => name !== onDuty) ?? ''
    const csv = join(folder, 'roster.csv')
    await writeFile(
      csv,
      [
        'row,officers,email,zone,days,from,to',
        `person,${onDuty},first@xb.example,,,,`,
        `person,${other},second@xb.example,,,,`,
        `shift,${onDuty},,Asia/Amman,,08:00,20:00`,
        `shift,${onDuty},,America/New_York,,13:00,01:00`,
        `shift,${onDuty},,UTC,,00:00,24:00`,
        `backup,${other},,,,,`,
        `webhook,,http://${pagerHost}/rogatory,,,,`,
        '',
      ].join('\r\n'),
    )
    expect(await run('xb-duty', 'roster', 'set', csv)).to.deep.include({ code: 0 })
    expect(await run('xb-duty', 'roster', 'check')).to.deep.include({ code: 0 })
    const who = await run('xb-duty', 'roster', 'who')
    expect(who.said).to.deep.include({ onDuty: [onDuty], order: [onDuty, other] })

    const form = join(folder, 'form.json')
    await writeFile(form, JSON.stringify({ purpose: 'A life is in danger' }))
    const words = ['--to', 'xb.pgo', '--template', 'mla-request@1', '--form', form]
    const sent = await run('xa', 'send', ...words, '--urgency', 'emergency')
    expect(sent.code).to.equal(0)
    const submitted = Date.now()
    await until(() => received.length === 1)
    const [first] = received
    expect(first?.to).to.equal('first@xb.example')
    expect((first?.at ?? Infinity) - submitted).to.be.lessThan(30_000)
    expect(first?.text).not.to.match(/xa\.|life|danger/)

    await until(() => calls.length === 1)
    const { keys } = (await run('xb-duty', 'duty', 'webhook-keys')).said as {
      keys: { kid: string; pem: string }[]
    }
    const [call] = calls
    const header = (name: string) => String(call?.headers[name])
    const key = keys.find(({ kid }) => kid === header('rogatory-key'))
    const signed = `${header('webhook-id')}.${header('webhook-timestamp')}.${call?.body ?? ''}`
    const signature = Buffer.from(header('webhook-signature').replace('v1a,', ''), 'base64')
    expect(verify(null, Buffer.from(signed), key?.pem ?? '', signature)).to.equal(true)

    await all.flushRedis()
    await all.kill('workers')
    await all.restart('workers')
    await until(() => received.length === 2)
    expect(received[1]?.to).to.equal('second@xb.example')
    const desk = await run('xb-duty', 'duty', 'list')
    expect(desk.code).to.equal(7)
    const { waiting } = desk.said as { waiting: { package: string; urgency: string }[] }
    expect(waiting.map(({ urgency }) => urgency)).to.deep.equal(['emergency'])

    const id = waiting[0]?.package ?? ''
    expect((await run('xb-duty', 'duty', 'take', id, '--note', 'On my way')).code).to.equal(0)
    const taken = (await run('xb-duty', 'duty', 'list')).said as {
      waiting: { held: { act: string; note: string } }[]
    }
    expect(taken.waiting[0]?.held).to.include({ act: 'take', note: 'On my way' })
    expect((await run('xb-duty', 'open', id, '--out', join(folder, 'opened'))).code).to.equal(0)
    const said = ['--person', 'Duty prosecutor', '--channel', 'telephone', '--asked', 'Freeze it']
    const noted = await run('xb-duty', 'duty', 'oral', 'note', '--from', 'xa.moj', ...said)
    const oral = String(noted.said['oral'])
    const confirmed = await run('xb-duty', 'acknowledge', id, '--confirms', oral.slice(0, 12))
    expect(confirmed).to.deep.include({ code: 0 })
    const listed = (await run('xb-duty', 'duty', 'oral', 'list', '--all')).said as {
      oral: object[]
    }
    expect(listed.oral[0]).to.deep.include({ oral, state: 'confirmed', asked: 'Freeze it' })
    expect(await run('xb-duty', 'duty', 'list')).to.deep.equal({ code: 0, said: { waiting: [] } })
    const status = JSON.stringify((await run('xa', 'status', id)).said)
    for (const code of ['D.3', 'K.3', 'K.5']) expect(status).to.contain(`"${code}"`)
  })
})
