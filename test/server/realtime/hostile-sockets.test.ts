import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect } from 'chai'
import { SOCKET_PATH } from '#server/contract/socket-events.js'
import { type SocketRelay, socketRelay } from '#test/support/socket-relay.js'

/** RFC 6455 §5.2: text, final and masked; its length follows in eight octets. */
const LONG_FRAME = [0x81, 0x80 | 127]

/** Of nobody who has said who they are. */
describe('hostile sockets', () => {
  let relay: SocketRelay
  const lines: Socket[] = []

  beforeEach(async () => (relay = await socketRelay()))
  afterEach(async () => {
    for (const line of lines.splice(0)) line.destroy()
    await relay.close()
  })

  /** A line that was upgraded, and how the relay has answered. */
  async function upgraded(more = ''): Promise<{ line: Socket; answer: string }> {
    const line = connect(relay.port, '127.0.0.1')
    lines.push(line)
    line.on('error', () => undefined)
    line.write(
      `GET ${SOCKET_PATH}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n${more}\r\n`,
    )
    const [first] = (await once(line, 'data')) as [Buffer]
    return { line, answer: first.toString('latin1') }
  }

  it('an offer to compress is not taken: no frame can unfold to more than it is', async () => {
    const { answer } = await upgraded('Sec-WebSocket-Extensions: permessage-deflate\r\n')
    expect(answer).to.match(/^HTTP\/1\.1 101 /)
    expect(answer.toLowerCase()).to.not.include('sec-websocket-extensions')
  })

  it('what is no WebSocket is answered with a refusal that no browser takes for a page', async () => {
    for (const query of ['', '?EIO=4&transport=polling', '?EIO=4&transport=websocket']) {
      const response = await fetch(`http://127.0.0.1:${relay.port}${SOCKET_PATH}/${query}`)
      expect(response.status).to.equal(400)
      expect(response.headers.get('x-content-type-options')).to.equal('nosniff')
      expect(response.headers.get('content-security-policy')).to.contain("default-src 'none'")
      expect(response.headers.has('strict-transport-security')).to.equal(true)
    }
  })

  it('a frame that says it is long is not waited for', async () => {
    const { line } = await upgraded()
    const length = Buffer.alloc(8)
    length.writeBigUInt64BE(2n ** 40n)
    line.write(Buffer.concat([Buffer.from(LONG_FRAME), length, Buffer.alloc(4)]))
    await once(line.resume(), 'close')
  })

  it('what is no frame ends the connection', async () => {
    const { line } = await upgraded()
    line.write(Buffer.alloc(1000, 0xff))
    await once(line.resume(), 'close')
  })

  it('a flood of sockets that say nothing keeps nobody out', async () => {
    await Promise.all(Array.from({ length: 200 }, () => upgraded()))
    const { answer } = await upgraded()
    expect(answer).to.match(/^HTTP\/1\.1 101 /)
  })
})
