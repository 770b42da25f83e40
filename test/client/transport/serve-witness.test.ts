import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { MAX_WITNESS_REQUEST } from '#crypto/transparency/witness-request.js'
import { serveWitness } from '#client/transport/serve-witness.js'

describe('a witness that listens', () => {
  let served: Awaited<ReturnType<typeof serveWitness>>
  const asked: string[] = []
  beforeEach(async () => {
    asked.length = 0
    served = await serveWitness({ host: '127.0.0.1', port: 0 }, (body) => {
      asked.push(body)
      return body === 'bug'
        ? Promise.reject(new Error('not for others to read'))
        : Promise.resolve({ status: 200, body: 'cosigned\n' })
    })
  })
  afterEach(() => served.close())

  const head = (...lines: string[]) =>
    ['POST /add-checkpoint HTTP/1.1', 'host: witness', ...lines, '', ''].join('\r\n')

  async function dial(): Promise<Socket> {
    const socket = connect(served.port, '127.0.0.1')
    await once(socket, 'connect')
    return socket
  }
  /** However it ends: by a reset, too. */
  const closing = (socket: Socket) =>
    new Promise<void>((resolve) => {
      socket.on('error', () => undefined).on('close', () => resolve())
    })
  const post = (body: string) =>
    fetch(`http://127.0.0.1:${served.port}/add-checkpoint`, { method: 'POST', body })

  it('takes as much as a request can be, and not an octet more', async () => {
    expect((await post('x'.repeat(MAX_WITNESS_REQUEST))).status).to.equal(200)
    const refused = await post('x'.repeat(MAX_WITNESS_REQUEST + 1))
    expect(refused.status).to.equal(413)
    expect(refused.headers.get('connection')).to.equal('close')
    expect(asked.map(({ length }) => length)).to.deep.equal([MAX_WITNESS_REQUEST])
  })

  it('lets whoever writes first and reads later have the refusal', async () => {
    const socket = await dial()
    socket.pause()
    socket.write(head('content-length: 4000000'))
    await new Promise((resolve) => socket.write(new Uint8Array(4_000_000), resolve))
    expect(await text(socket)).to.match(/^HTTP\/1\.1 413 /)
  })

  it('hangs up on a sender that never stops', async () => {
    const socket = await dial()
    const closed = closing(socket.resume())
    socket.write(head('transfer-encoding: chunked'))
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const sendOn = () => {
      while (socket.writable && socket.write(chunk));
    }
    socket.on('drain', sendOn)
    sendOn()
    await closed
    expect((await post('and serves the next')).status).to.equal(200)
  })

  it('says nothing of what went wrong inside', async () => {
    const answer = await post('bug')
    expect({ status: answer.status, body: await answer.text() }).to.deep.equal({
      status: 500,
      body: '',
    })
  })

  it('closes although somebody still holds the line', async () => {
    const socket = await dial()
    socket.write(head('content-length: 100'))
    const closed = closing(socket)
    await served.close()
    await closed
  })
})
