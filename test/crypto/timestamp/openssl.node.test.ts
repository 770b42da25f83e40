import { expect } from 'chai'
import { toBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import type { Octets } from '#crypto/pki/der/read-der.js'
import { importTimestampKey } from '#crypto/pki/identity-key.js'
import { toPem } from '#crypto/pki/pem.js'
import {
  createTimestampAuthority,
  type TimestampAuthority,
} from '#crypto/timestamp/create-timestamp-authority.js'
import { createTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { readTimestampResponse } from '#crypto/timestamp/timestamp-response.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import { handMade } from '#test/crypto/pki/hand-made.js'
import { openssl, type Openssl } from '#test/crypto/pki/openssl.node.js'
import { codeOf } from '#test/support/code-of.js'
import { DATA, POLICY, stamping, type Stamping } from './stamping.js'

/** What `openssl ts -reply` signs under, with options of RFC 3161 that its defaults leave out. */
const config = (more: string) => `
[tsa]
default_tsa = stamps
[stamps]
serial = serial
signer_cert = signer.pem
signer_key = key.pem
certs = chain.pem
signer_digest = sha256
default_policy = ${POLICY}
other_policies = ${POLICY}.7
digests = sha256, sha512
ess_cert_id_alg = sha256
${more}
`
const PLAIN = ''
const EVERYTHING = `
accuracy = secs:1, millisecs:500, microsecs:100
clock_precision_digits = 6
ordering = yes
tsa_name = yes
ess_cert_id_chain = yes
ess_cert_id_alg = sha512
`

describe('time-stamps judged by openssl', function () {
  this.timeout(300_000)
  let judge: Openssl
  let s: Stamping
  let authority: TimestampAuthority
  before(async () => {
    judge = openssl()
    s = await stamping()
    const [root, middle, under, stranger] = await Promise.all(
      [s.plans.root, s.plans.middle, s.plans.under, s.plans.stranger].map(handMade),
    )
    const pems = { root, middle, signer: s.certificate, under, stranger }
    for (const [name, der] of Object.entries(pems)) {
      if (der) judge.write(`${name}.pem`, toPem('CERTIFICATE', der))
    }
    judge.write('key.pem', s.plans.direct.key.privateKeyPem)
    judge.write('data', DATA)
    judge.write('other', toUtf8('other'))
    judge.write('serial', '1A2B')
    judge.write('chain.pem', '')
    authority = createTimestampAuthority({
      chain: [toBase64(s.certificate)],
      key: await importTimestampKey(s.plans.direct.key.privateKeyPem),
      policy: POLICY,
      accuracyMs: 1500,
    })
  })
  after(() => {
    judge.close()
  })

  const accepts = (...what: string[]) =>
    judge.accepts('ts', '-verify', ...what, '-CAfile', 'root.pem')
  const reply = (more: string, ...options: string[]) => {
    judge.write('tsa.cnf', config(more))
    judge.run(
      'ts',
      '-reply',
      '-config',
      'tsa.cnf',
      '-queryfile',
      'query',
      '-out',
      'answer',
      ...options,
    )
    return readTimestampResponse(judge.read('answer'))
  }

  describe('what we write', () => {
    it('is a query as openssl reads it', async () => {
      const { request, nonce } = await createTimestampRequest(DATA, { policy: POLICY })
      judge.write('query', request)
      const text = judge.run('ts', '-query', '-in', 'query', '-text')
      expect(text).to.match(/Hash Algorithm: sha256/)
      expect(text).to.include(`Policy OID: ${POLICY}`)
      expect(text.toLowerCase()).to.include(`nonce: 0x${nonce}`)
      expect(text).to.match(/Certificate required: yes/)
    })

    it('is an answer that openssl accepts: for its query, for the data, and for nothing else', async () => {
      judge.run('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'query')
      judge.write('answer', await authority.respond(judge.read('query'), new Date()))
      expect(accepts('-queryfile', 'query', '-in', 'answer')).to.equal(true)
      expect(accepts('-data', 'data', '-in', 'answer')).to.equal(true)
      expect(accepts('-data', 'other', '-in', 'answer')).to.equal(false)
      const text = judge.run('ts', '-reply', '-in', 'answer', '-text')
      expect(text).to.match(/Status: Granted/)
      expect(text).to.match(/Accuracy: 0x01 seconds, 0x01F4 millis/)

      judge.run('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'query')
      expect(accepts('-queryfile', 'query', '-in', 'answer'), 'another nonce').to.equal(false)
    })

    it('is an answer without certificates where none were asked for', async () => {
      judge.run('ts', '-query', '-data', 'data', '-sha256', '-no_nonce', '-out', 'query')
      judge.write('answer', await authority.respond(judge.read('query'), new Date()))
      expect(accepts('-queryfile', 'query', '-in', 'answer')).to.equal(false)
      const beside = ['-untrusted', 'signer.pem']
      expect(accepts('-queryfile', 'query', '-in', 'answer', ...beside)).to.equal(true)
    })

    it('is a refusal that openssl reads', async () => {
      judge.run('ts', '-query', '-data', 'data', '-sha512', '-cert', '-out', 'query')
      judge.write('answer', await authority.respond(judge.read('query'), new Date()))
      const text = judge.run('ts', '-reply', '-in', 'answer', '-text')
      expect(text).to.match(/Status: Rejected/)
      expect(text).to.match(/unrecognized or unsupported algorithm identifier/)
    })
  })

  describe('what openssl writes', () => {
    it('is verified, plain and with everything that RFC 3161 allows', async () => {
      for (const [more, accuracyMs] of [
        [PLAIN, undefined],
        [EVERYTHING, 1501],
      ] as const) {
        const { request, nonce } = await createTimestampRequest(DATA)
        judge.write('query', request)
        const token = reply(more)
        expect(accepts('-data', 'data', '-in', 'answer')).to.equal(true)
        const stamp = await verifyTimestampToken(token, DATA, s.trust, { nonce, policy: POLICY })
        expect([stamp.authority, stamp.accuracyMs]).to.deep.equal(['CN=Stamps', accuracyMs])
      }
    })

    it('is verified with a chain, under the policy that was asked for', async () => {
      const asked = await createTimestampRequest(DATA, { policy: `${POLICY}.7` })
      judge.write('query', asked.request)
      judge.write('chain.pem', judge.read('middle.pem'))
      const token = reply(EVERYTHING, '-signer', 'under.pem')
      judge.write('chain.pem', '')
      expect(accepts('-data', 'data', '-in', 'answer')).to.equal(true)
      const expected = { nonce: asked.nonce, policy: `${POLICY}.7` }
      expect((await verifyTimestampToken(token, DATA, s.trust, expected)).policy).to.match(/\.7$/)
    })

    it('is a refusal that we read', async () => {
      judge.write('query', (await createTimestampRequest(DATA, { policy: '1.2.3' })).request)
      expect(await codeOf(() => reply(PLAIN))).to.equal('timestamp/rejected')
    })
  })

  it('a token with an injected certificate passes openssl, and not us', async () => {
    const injected = await handMade(s.plans.stranger)
    const token: Octets = await s.token({ certificates: [s.certificate, injected] })
    judge.write('token', token)
    expect(accepts('-data', 'data', '-in', 'token', '-token_in')).to.equal(true)
    expect(await codeOf(() => verifyTimestampToken(token, DATA, s.trust))).to.equal(
      'timestamp/signer',
    )
  })
})
