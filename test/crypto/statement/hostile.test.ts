import { expect } from 'chai'
import { compactVerify } from 'jose/jws/compact/verify'
import { z } from 'zod'
import { concat, toBase64, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { hmacSha256 } from '#crypto/bytes/sha256.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { signStatement } from '#crypto/statement/sign-statement.js'
import { verifyStatement } from '#crypto/statement/verify-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { forge } from './forge.js'

const typ = 'rogatory-receipt'
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

describe('statements of a hostile signer', () => {
  let key: SigningKey
  let honest: string
  before(async () => {
    key = await generateSigningKey('x25519')
    honest = await signStatement({ typ, payload: { text: 'a' }, key })
  })
  const codes = async (statement: string) => {
    const payload = z.object({})
    return [
      await codeOf(() => readStatement(statement)),
      await codeOf(() => verifyStatement(statement, { typ, key, payload })),
    ]
  }
  const expectBoth = async (statement: string, code: string) => {
    expect(await codes(statement)).to.deep.equal([code, code])
  }

  for (const [what, respell] of [
    ['a newline at the end', (text: string) => `${text}\n`],
    ['a space inside the signature', (text: string) => `${text.slice(0, -5)} ${text.slice(-5)}`],
    ['other last bits', (text: string) => text.slice(0, -1) + nextCharacter(text.at(-1))],
  ] as const) {
    it(`jose verifies ${what}; we refuse it`, async () => {
      const respelled = respell(honest)
      await compactVerify(respelled, key.key)
      await expectBoth(respelled, 'statement/spelling')
    })
  }

  const nextCharacter = (character = '') => ALPHABET[ALPHABET.indexOf(character) + 1] ?? ''

  for (const [what, respell, code] of [
    ['a newline before', (text: string) => `\n${text}`, 'statement/spelling'],
    ['padding', (text: string) => `${text}==`, 'statement/spelling'],
    ['a part more', (text: string) => `${text}.`, 'statement/malformed'],
    ['a signature less', (text: string) => text.replace(/[^.]*$/, ''), 'statement/malformed'],
    ['two parts', (text: string) => text.replace(/\.[^.]*$/, ''), 'statement/malformed'],
    ['no header', (text: string) => text.replace(/^[^.]*/, ''), 'statement/malformed'],
    ['no payload', (text: string) => text.replace(/\.[^.]*\./, '..'), 'statement/malformed'],
    ['half a signature', (text: string) => text.slice(0, -40), 'statement/spelling'],
    ['nothing', () => '', 'statement/malformed'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const [read, verified] = await codes(respell(honest))
      expect(read).to.equal(code)
      // Without a payload the signature fails before the payload is read.
      expect(verified).to.be.oneOf([code, 'statement/signature'])
    })
  }

  for (const [what, change, code] of [
    ['alg none', { alg: 'none' }, 'statement/algorithm'],
    ['the alg of another table', { alg: 'EdDSA' }, 'statement/algorithm'],
    ['an alg named like a method', { alg: 'toString' }, 'statement/algorithm'],
    ['no alg', { alg: undefined }, 'statement/malformed'],
    ['an alg that is no text', { alg: ['Ed25519'] }, 'statement/malformed'],
    ['another typ', { typ: 'JWT' }, 'statement/type'],
    ['a typ in capitals', { typ: 'ROGATORY-RECEIPT' }, 'statement/type'],
    ['no kid', { kid: undefined }, 'statement/malformed'],
    ['a kid of other form', { kid: 'key-1' }, 'statement/malformed'],
    ['crit', { crit: ['b64'], b64: true }, 'statement/malformed'],
    ['b64 false', { b64: false, crit: ['b64'] }, 'statement/malformed'],
    ['zip', { zip: 'DEF' }, 'statement/malformed'],
    ['jwk', { jwk: { kty: 'OKP' } }, 'statement/malformed'],
    ['jku', { jku: 'https://example.org/' }, 'statement/malformed'],
    ['x5c in a receipt', { x5c: [toBase64(new Uint8Array(300))] }, 'statement/malformed'],
    ['a member nobody knows', { note: '' }, 'statement/malformed'],
  ] as const) {
    it(`refuses a header with ${what}`, async () => {
      const header = { alg: 'Ed25519', kid: key.kid, typ, ...change }
      await expectBoth(await forge(header, { text: 'a' }, key), code)
    })
  }

  for (const [what, header] of [
    ['that is no JSON', '{'],
    ['that is no object', '[]'],
    ['that is no UTF-8', 'binary'],
    ['with alg twice', '{"alg":"Ed25519","alg":"none","typ":"rogatory-receipt"}'],
    ['nested deep', '['.repeat(1000)],
  ] as const) {
    it(`refuses a header ${what}`, async () => {
      const [, payload, signature] = honest.split('.')
      const octets = header === 'binary' ? Uint8Array.of(0xff) : toUtf8(header)
      await expectBoth(`${toBase64Url(octets)}.${payload}.${signature}`, 'statement/malformed')
    })
  }

  for (const [what, payload] of [
    ['that is no JSON', 'text'],
    ['with a name twice', '{"text":"a","text":"b"}'],
    ['with __proto__', '{"__proto__":{}}'],
    ['nested deeper than 32', `${'['.repeat(33)}${']'.repeat(33)}`],
    ['with half a surrogate pair', String.raw`{"text":"\ud800"}`],
  ] as const) {
    it(`refuses a payload ${what}, though it is signed`, async () => {
      const header = { alg: 'Ed25519', kid: key.kid, typ }
      await expectBoth(await forge(header, payload, key), 'statement/malformed')
    })
  }

  it('refuses parts beyond their bounds before decoding them', async () => {
    const [header = '', payload = '', signature = ''] = honest.split('.')
    const huge = 'A'.repeat(3_000_000)
    for (const parts of [
      [huge, payload, signature],
      [header, huge, signature],
      [header, payload, huge],
    ]) {
      await expectBoth(parts.join('.'), 'statement/too-large')
    }
  })

  it('refuses a header beyond 16 KiB without certificates, or beyond 64 KiB with them', async () => {
    const padded = ' '.repeat(16 * 1024)
    const header = JSON.stringify({ alg: 'Ed25519', kid: key.kid, typ })
    await expectBoth(await forge(padded + header, { text: 'a' }, key), 'statement/too-large')
  })

  it('refuses an HMAC keyed with the public key', async () => {
    const header = toBase64Url(toUtf8(JSON.stringify({ alg: 'HS256', kid: key.kid, typ })))
    const input = `${header}.${honest.split('.')[1]}`
    const mac = await hmacSha256(toUtf8(JSON.stringify(key.jwk)), toUtf8(input))
    await expectBoth(`${input}.${toBase64Url(mac)}`, 'statement/algorithm')
  })

  for (const [what, x5c] of [
    ['none', []],
    ['nine', new Array<string>(9).fill(certificate(300))],
    ['base64url', [certificate(300).replaceAll('A', '-')]],
    ['no base64', ['!']],
    ['no DER', [toBase64(new Uint8Array(300))]],
    ['a length that is not its own', [toBase64(concat(derHeader(300), new Uint8Array(299)))]],
    ['one too short', [certificate(255)]],
    ['octets after it', [toBase64(concat(derHeader(300), new Uint8Array(301)))]],
  ] as const) {
    it(`refuses an entry whose certificates are ${what}`, async () => {
      const header = { alg: 'Ed25519', kid: key.kid, typ: 'rogatory-entry', x5c }
      const entry = await forge(header, { text: 'a' }, key)
      expect(await codeOf(() => readStatement(entry))).to.equal('statement/malformed')
    })
  }
})

function derHeader(length: number): Uint8Array {
  return Uint8Array.of(0x30, 0x82, length >> 8, length & 0xff)
}

function certificate(length: number): string {
  return toBase64(concat(derHeader(length), new Uint8Array(length)))
}
