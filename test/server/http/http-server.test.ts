import { EventEmitter, once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { createHttpServer } from '#server/http/http-server.js'

describe('the listener', () => {
  const started = async (...args: Parameters<typeof createHttpServer>) => {
    const http = createHttpServer(...args)
    const { port } = await http.listen({ host: '127.0.0.1', port: 0 })
    return { http, port, url: `http://127.0.0.1:${port}/` }
  }

  it('lets a request under way end before it closes, and takes no new one', async () => {
    const asked = new EventEmitter()
    const { http, url } = await started((_request, response) => asked.emit('request', response))
    const arrived = once(asked, 'request') as Promise<[ServerResponse]>
    const underWay = fetch(url)
    const [response] = await arrived
    const closed = http.close(10_000)
    expect(await fetch(url).catch(() => 'refused')).to.equal('refused')
    response.end('done')
    expect(await (await underWay).text()).to.equal('done')
    await closed
  })

  it('cuts what does not end in time', async () => {
    const asked = new EventEmitter()
    const { http, port } = await started(() => asked.emit('request'))
    const arrived = once(asked, 'request')
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await arrived
    const cut = once(socket.resume(), 'close')
    await http.close(50)
    await cut
  })

  it('closes connections that are idle', async () => {
    const { http, url } = await started((_request, response) => response.end('x'))
    await (await fetch(url)).text()
    const began = performance.now()
    await http.close(10_000)
    expect(performance.now() - began).to.be.below(2_000)
  })

  it('refuses headers that never end', async () => {
    const { http, port } = await started((_request, response) => response.end('x'))
    const socket = connect(port, '127.0.0.1')
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}`)
    expect(await text(socket)).to.match(/^HTTP\/1\.1 431/)
    await http.close(100)
  })
})
