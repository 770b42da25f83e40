import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { generateIdentityKey, importTimestampKey } from '#crypto/pki/identity-key.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import type { Certificate } from '#crypto/pki/certificate.js'
import {
  createTimestampAuthority,
  type TimestampAuthority as Responder,
} from '#crypto/timestamp/create-timestamp-authority.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import { rejection } from '#test/support/rejection.js'
import { BEGIN, END, NOW } from '#test/support/world/moments.js'
import { httpTimestampResponder } from '#server/messaging/http-timestamp-responder.js'
import { verifiedAuthority } from '#workers/timestamps/verified-authority.js'

const data = new TextEncoder().encode('relay.test/log\n1\n…\n')
const reply = { 'content-type': 'application/timestamp-reply' }
type Answer = (request: Uint8Array, response: ServerResponse, message: IncomingMessage) => unknown

describe('time-stamping authorities', function () {
  this.timeout(300_000)
  let responder: Responder
  let trust: { roots: Certificate[] }
  let server: Server
  let url: string
  let answer: Answer

  before(async () => {
    const root = await issueNetworkRoot({ name: 'Root', notBefore: BEGIN, notAfter: END })
    const key = await generateIdentityKey()
    const certificate = await issueCertificate(key, {
      role: 'timestamp',
      party: 'zz.tsa',
      name: 'TSA',
      issuer: root,
      notBefore: BEGIN,
      notAfter: END,
    })
    trust = { roots: [root.certificate] }
    responder = createTimestampAuthority({
      chain: [certificate.x5c],
      key: await importTimestampKey(key.privateKeyPem),
      policy: '1.3.6.1.4.1.99999.1',
    })
    server = createServer((message, response) => {
      void buffer(message).then((octets) => answer(octets, response, message))
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  it('built in: gives tokens that anybody with the root can verify', async () => {
    const authority = verifiedAuthority(
      { name: 'built-in', respond: (request) => responder.respond(request, NOW) },
      trust,
    )
    const { token, at } = await authority.stamp(data)
    expect(at).to.deep.equal(NOW)
    expect(await verifyTimestampToken(token, data, trust)).to.deep.include({ at: NOW })
  })

  it('over HTTP: as RFC 3161 §3.4 says', async () => {
    answer = async (request, response, { method, headers }) => {
      expect([method, headers['content-type']]).to.deep.equal([
        'POST',
        'application/timestamp-query',
      ])
      response.writeHead(200, reply).end(await responder.respond(request, NOW))
    }
    const authority = verifiedAuthority(httpTimestampResponder(url), trust)
    expect(authority.name).to.match(/^127\.0\.0\.1:\d+\/tsr$/)
    expect(await authority.stamp(data)).to.deep.include({ at: NOW })
  })

  const stranger = new Uint8Array(20)
  const refusals: [string, Answer, object][] = [
    ['an error', (_, response) => response.writeHead(503).end('busy'), { code: 'http-503' }],
    [
      'a page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('hi'),
      { code: 'http-200' },
    ],
    [
      'a redirect',
      (_, response) => response.writeHead(302, { location: '/x' }).end(),
      { code: 'http-302' },
    ],
    [
      'an endless answer',
      (_, response) => response.writeHead(200, reply).end(new Uint8Array(80_000)),
      { code: 'too-large' },
    ],
    ['an answer that never comes', () => undefined, { code: 'timeout' }],
    [
      'garbage',
      (_, response) => response.writeHead(200, reply).end('garbage'),
      { name: 'CryptoError' },
    ],
    [
      'a token for another request',
      async (_, response) => {
        const { createTimestampRequest } = await import('#crypto/timestamp/timestamp-request.js')
        const { request } = await createTimestampRequest(data)
        response.writeHead(200, reply).end(await responder.respond(request, NOW))
      },
      { code: 'timestamp/nonce' },
    ],
    [
      'a token over other data',
      async (_, response) => {
        const { createTimestampRequest } = await import('#crypto/timestamp/timestamp-request.js')
        const { request } = await createTimestampRequest(stranger)
        response.writeHead(200, reply).end(await responder.respond(request, NOW))
      },
      { code: 'timestamp/imprint' },
    ],
  ]
  for (const [what, how, expected] of refusals) {
    it(`over HTTP: ${what} is no token`, async () => {
      answer = how
      expect(
        await rejection(verifiedAuthority(httpTimestampResponder(url, 1500), trust).stamp(data)),
      ).to.include(expected)
    })
  }

  it('over HTTP: a token under another root is no token', async () => {
    answer = async (request, response) => {
      response.writeHead(200, reply).end(await responder.respond(request, NOW))
    }
    const other = await issueNetworkRoot({ name: 'Root', notBefore: BEGIN, notAfter: END })
    const authority = verifiedAuthority(httpTimestampResponder(url), {
      roots: [other.certificate],
    })
    expect(await rejection(authority.stamp(data)))
      .to.have.property('code')
      .that.matches(/^pki\//)
  })
})
