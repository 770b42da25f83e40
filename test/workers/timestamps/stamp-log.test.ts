import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { freePort } from '#config/services/processes/free-port.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { toPem } from '#crypto/pki/pem.js'
import { createTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import { readStamps } from '#server/domain/log/read-stamps.js'
import { stampCheckpoint } from '#server/domain/log/stamp-checkpoint.js'
import { httpTimestampResponder } from '#server/messaging/http-timestamp-responder.js'
import { silentLogger } from '#server/observability/logger.js'
import { mongoLeaseStore } from '#server/storage/log/lease-store.js'
import { mongoLogStore } from '#server/storage/log/log-store.js'
import { mongoStampQueue } from '#server/storage/log/stamp-queue.js'
import { mongoTimestampStore } from '#server/storage/log/timestamp-store.js'
import { openssl, type Openssl } from '#test/crypto/pki/openssl.node.js'
import { handMade } from '#test/crypto/pki/hand-made.js'
import { POLICY, stamping, type Stamping } from '#test/crypto/timestamp/stamping.js'
import { testDatabase } from '#test/support/test-services.js'
import { verifiedAuthority } from '#workers/timestamps/verified-authority.js'
import { stampsPending } from '#workers/metrics/stamps-pending.js'
import { stampLog } from '#workers/timestamps/stamp-log.js'

const CONFIG = `
[tsa]
default_tsa = stamps
[stamps]
serial = serial
signer_cert = signer.pem
signer_key = key.pem
certs = chain.pem
signer_digest = sha256
default_policy = ${POLICY}
digests = sha256
ess_cert_id_alg = sha256
`
const reply = { 'content-type': 'application/timestamp-reply' }
const CLOCK = { now: () => new Date() }
const NOTES = [5, 9, 12].map((size) => [size, `relay.test/log\n${size}\nroot\n`] as const)

/** Everything real: MongoDB, HTTP, and openssl as the authorities of others. */
describe('the log, time-stamped by several authorities', function () {
  this.timeout(300_000)
  let tool: Openssl
  let s: Stamping
  let database: Awaited<ReturnType<typeof testDatabase>>
  const servers: Server[] = []
  let newest = ''

  before(async () => {
    tool = openssl()
    s = await stamping()
    tool.write('signer.pem', toPem('CERTIFICATE', await handMade(s.plans.direct)))
    tool.write('key.pem', s.plans.direct.key.privateKeyPem)
    tool.write('chain.pem', '')
    tool.write('serial', '1A2B')
    tool.write('tsa.cnf', CONFIG)
    database = await testDatabase()
  })
  after(async () => {
    for (const server of servers) server.closeAllConnections()
    for (const server of servers) server.close()
    tool.close()
    await database.drop()
  })

  async function serve(answer: RequestListener, port = 0): Promise<string> {
    const server = createServer(answer)
    servers.push(server)
    await once(server.listen(port, '127.0.0.1'), 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  function stamps(request: Uint8Array): Uint8Array {
    tool.write('query', request)
    const files = ['-queryfile', 'query', '-out', 'answer']
    tool.run('ts', '-reply', '-config', 'tsa.cnf', ...files)
    return tool.read('answer')
  }
  const honest: RequestListener = (message, response) => {
    void buffer(message).then((request) => response.writeHead(200, reply).end(stamps(request)))
  }
  const forAnother: RequestListener = (_message, response) => {
    void createTimestampRequest(toUtf8(newest)).then(({ request }) =>
      response.writeHead(200, reply).end(stamps(request)),
    )
  }

  it('each by itself: one away, one slow, one senseless, one that answers another question', async () => {
    const { connection } = database
    const log = mongoLogStore(connection)
    const timestamps = mongoTimestampStore(connection)
    const queue = mongoStampQueue(connection)
    await Promise.all(Object.values(connection.models).map((model) => model.createIndexes()))
    const publish = async (at: number) => {
      const [size, note] = NOTES[at] ?? [0, '']
      newest = note
      const previous = NOTES[at - 1]?.[0] ?? 0
      await log.publish({ size, previous, note, root: '00', at: CLOCK.now(), epoch: 1 })
    }
    const away = await freePort()
    const urls = {
      good: await serve(honest),
      away: `http://127.0.0.1:${away}`,
      slow: await serve(() => undefined),
      senseless: await serve((_, response) => response.writeHead(200, reply).end('garbage')),
      mistaken: await serve(forAnother),
    }
    const authorities = Object.entries(urls).map(([name, url]) => ({
      ...verifiedAuthority(httpTimestampResponder(url, 4000), s.trust),
      name,
    }))
    const start = (holder: string) =>
      stampLog({
        stamping: (report) =>
          stampCheckpoint({
            log,
            timestamps,
            queue,
            authorities,
            report,
            clock: CLOCK,
            intervalMs: 1,
          }),
        leases: mongoLeaseStore(connection),
        holder,
        log: silentLogger,
      })
    const read = async (covering: number) => {
      const { authorities: all } = await readStamps({ stamps: queue, timestamps })({ covering })
      return new Map(all.map((one) => [one.authority, one]))
    }
    const until = async (isSo: () => Promise<boolean>) => {
      while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const has = (name: string, covering: number) => async () =>
      (await read(covering)).get(name)?.stamped?.size === covering

    await publish(0)
    const first = start('first')
    await until(has('good', 5))
    await publish(1)
    await until(has('good', 9))
    expect((await read(0)).get('slow')?.stamped, 'nobody waited for it').to.equal(null)
    await until(async () => {
      const known = [...(await read(0)).values()]
      return known.every(({ authority, lastError }) => authority === 'good' || lastError !== null)
    })
    const codes = [...(await read(0))].map(([name, { lastError }]) => [name, lastError?.code])
    expect(Object.fromEntries(codes)).to.deep.equal({
      good: undefined,
      away: 'unreachable',
      slow: 'timeout',
      senseless: 'timestamp/malformed',
      mistaken: 'timestamp/nonce',
    })
    const owed = (await read(0)).get('away')?.pendingSince
    expect(owed).to.be.a('string')
    const metric = await stampsPending(queue, { now: () => new Date(Date.now() + 60_000) }).read()
    expect(metric[0]?.value).to.be.at.least(60)
    expect(metric[0]?.labels).to.deep.equal({ authority: 'away', last_error: 'unreachable' })
    expect(metric[1]).to.deep.equal({ labels: { authority: 'good', last_error: '' }, value: 0 })
    await first.stop()

    // Another process; nothing is remembered but what MongoDB holds.
    await publish(2)
    await serve(honest, away)
    const second = start('second')
    await until(has('good', 12))
    expect((await read(0)).get('away')?.pendingSince ?? owed, 'owed since then').to.equal(owed)
    await until(has('away', 12))
    expect((await read(5)).get('away')).to.deep.include({ pendingSince: null })
    expect((await read(5)).get('away')?.stamped?.size, 'the newest covers the others').to.equal(12)
    await second.stop()

    for (const [size, note] of NOTES) {
      for (const { token } of await timestamps.forCheckpoint(size)) {
        await verifyTimestampToken(token, toUtf8(note), s.trust)
      }
    }
  })
})
