import { expect } from 'chai'
import fc from 'fast-check'
import { fromBase64Url, fromHex, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { openEnvelope } from '#crypto/envelope/open-envelope.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import type { OpeningKey } from '#crypto/keys/key.js'
import { codeOf } from '#test/support/code-of.js'
import { flipBit } from '#test/support/flip-bit.js'
import { LOW_ORDER_X25519 } from '#test/vectors/low-order.js'

type Mutable = {
  ciphertext: string
  iv: string
  protected: string
  tag: string
  recipients: { encrypted_key: string; header: Record<string, unknown> }[]
}

const SUITES = ['x25519', 'p256', 'p384'] as const
const text = toUtf8('{"statement":"…"}')
const header = (value: unknown) => toBase64Url(toUtf8(JSON.stringify(value)))

describe('envelopes', () => {
  let keys: OpeningKey[]
  let stranger: OpeningKey
  let envelope: string
  before(async () => {
    keys = await Promise.all(SUITES.map((suite) => generateOpeningKey(suite)))
    stranger = await generateOpeningKey('x25519')
    envelope = await sealEnvelope(text, keys)
  })
  const codes = (candidate: string) =>
    Promise.all(keys.map((key) => codeOf(() => openEnvelope(candidate, key))))
  const changed = (change: (jwe: Mutable) => void): string => {
    const jwe = JSON.parse(envelope) as Mutable
    change(jwe)
    return JSON.stringify(jwe)
  }

  it('open for each recipient, of whatever suite', async () => {
    for (const key of keys) expect(await openEnvelope(envelope, key)).to.deep.equal(text)
  })

  it('name their recipients in order', () => {
    expect(recipientsOf(envelope)).to.deep.equal(keys.map(({ kid }) => kid))
  })

  it('are canonical JSON', () => {
    expect(canonicalize(JSON.parse(envelope))).to.equal(envelope)
  })

  it('open to whatever was sealed, for one recipient too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.nat({ max: 2 }), async (plaintext, which) => {
        const key = keys[which] ?? stranger
        const sealed = await sealEnvelope(plaintext, [key])
        expect(recipientsOf(sealed)).to.deep.equal([key.kid])
        expect(await openEnvelope(sealed, key)).to.deep.equal(new Uint8Array(plaintext))
      }),
      { numRuns: 30 },
    )
  })

  it('share no octet of key or nonce between two', async () => {
    const [one, two] = (await Promise.all([1, 2].map(() => sealEnvelope(text, keys)))).map(
      (sealed) => JSON.parse(sealed) as Mutable,
    )
    expect(one?.iv).to.not.equal(two?.iv)
    expect(one?.ciphertext).to.not.equal(two?.ciphertext)
    expect(one?.recipients[0]?.encrypted_key).to.not.equal(two?.recipients[0]?.encrypted_key)
  })

  it('do not open for a stranger, nor for a stranger named in a recipient’s place', async () => {
    expect(await codeOf(() => openEnvelope(envelope, stranger))).to.equal('envelope/recipient')
    const renamed = changed((jwe) => {
      jwe.recipients.forEach(({ header }, index) => {
        if (index === 0) header['kid'] = stranger.kid
      })
    })
    expect(await codeOf(() => openEnvelope(renamed, stranger))).to.equal('envelope/decryption')
  })

  for (const member of ['ciphertext', 'iv', 'tag'] as const) {
    it(`are refused by everybody with a bit of ${member} turned over`, async () => {
      const forged = changed((jwe) => {
        jwe[member] = toBase64Url(flipBit(fromBase64Url(jwe[member]), 11))
      })
      expect(new Set(await codes(forged))).to.deep.equal(new Set(['envelope/decryption']))
    })
  }

  it('are refused with a bit of the wrapped key turned over, by whom it was wrapped for', async () => {
    const forged = changed((jwe) => {
      for (const recipient of jwe.recipients.slice(1)) {
        recipient.encrypted_key = toBase64Url(flipBit(fromBase64Url(recipient.encrypted_key), 11))
      }
    })
    expect(await codes(forged)).to.deep.equal([
      'nothing was refused',
      'envelope/decryption',
      'envelope/decryption',
    ])
  })

  it('are refused with the header of another content, though it is well formed', async () => {
    const forged = changed((jwe) => {
      jwe.protected = header({ typ: 'rogatory-envelope', enc: 'A256GCM' })
    })
    expect(new Set(await codes(forged))).to.deep.equal(new Set(['envelope/decryption']))
  })

  for (const hex of LOW_ORDER_X25519) {
    it(`are refused with the ephemeral key ${hex.slice(0, 8)}…, of low order`, async () => {
      const forged = changed(({ recipients: [first] }) => {
        if (first) first.header['epk'] = { kty: 'OKP', crv: 'X25519', x: toBase64Url(fromHex(hex)) }
      })
      expect((await codes(forged))[0]).to.equal('envelope/decryption')
    })
  }

  it('are refused with the ephemeral key spelled otherwise, though X25519 would mask the bit', async () => {
    const forged = changed(({ recipients: [first] }) => {
      const epk = first?.header['epk'] as { x: string }
      epk.x = toBase64Url(flipBit(fromBase64Url(epk.x), 255))
    })
    expect((await codes(forged))[0]).to.equal('envelope/decryption')
  })

  it('are refused with ephemeral keys of other curves, off their curve, or private', async () => {
    const forged = changed(({ recipients }) => {
      const [a, b, c] = recipients.map((recipient) => recipient.header)
      if (!a || !b || !c) throw new TypeError('three recipients')
      ;[a['epk'], b['epk']] = [b['epk'], a['epk']]
      c['epk'] = { ...(c['epk'] as object), d: 'AAAA' }
    })
    expect(new Set(await codes(forged))).to.deep.equal(new Set(['envelope/decryption']))
  })

  for (const [what, change] of [
    ['another alg', (jwe: Mutable) => Object.assign(at(jwe).header, { alg: 'ECDH-ES' })],
    ['a header more', (jwe: Mutable) => Object.assign(at(jwe).header, { apu: 'AAAA' })],
    ['a kid of other form', (jwe: Mutable) => Object.assign(at(jwe).header, { kid: 'a' })],
    ['no header', (jwe: Mutable) => Reflect.deleteProperty(at(jwe), 'header')],
    ['no wrapped key', (jwe: Mutable) => Reflect.deleteProperty(at(jwe), 'encrypted_key')],
    ['a wrapped key too short', (jwe: Mutable) => (at(jwe).encrypted_key = 'AAAA')],
    ['a recipient twice', (jwe: Mutable) => jwe.recipients.push(at(jwe))],
    ['no recipients', (jwe: Mutable) => (jwe.recipients = [])],
    ['an unprotected header', (jwe: Mutable) => Object.assign(jwe, { unprotected: {} })],
    ['further data', (jwe: Mutable) => Object.assign(jwe, { aad: 'AAAA' })],
    ['a nonce too long', (jwe: Mutable) => (jwe.iv = 'A'.repeat(20))],
    ['a tag cut short', (jwe: Mutable) => (jwe.tag = jwe.tag.slice(0, 16))],
    ['a tag spelled otherwise', (jwe: Mutable) => (jwe.tag = `${jwe.tag}==`)],
    ['a space in the ciphertext', (jwe: Mutable) => (jwe.ciphertext = `${jwe.ciphertext} `)],
    ['another cipher', (jwe: Mutable) => (jwe.protected = protectedWith({ enc: 'A128GCM' }))],
    ['compression', (jwe: Mutable) => (jwe.protected = protectedWith({ zip: 'DEF' }))],
    ['crit', (jwe: Mutable) => (jwe.protected = protectedWith({ crit: ['enc'] }))],
    ['another typ', (jwe: Mutable) => (jwe.protected = protectedWith({ typ: 'JOSE' }))],
    ['a protected header that is no JSON', (jwe: Mutable) => (jwe.protected = 'AAAA')],
    ['a protected header that is no text', (jwe: Mutable) => (jwe.protected = '_w')],
    ['a huge protected header', (jwe: Mutable) => (jwe.protected = 'A'.repeat(1000))],
  ] as const) {
    it(`are refused with ${what}, before anything is decrypted`, async () => {
      const forged = changed(change)
      expect(new Set(await codes(forged))).to.deep.equal(new Set(['envelope/malformed']))
      expect(await codeOf(() => recipientsOf(forged))).to.equal('envelope/malformed')
    })
  }

  const at = ({ recipients: [first] }: Mutable) => {
    if (!first) throw new TypeError('no recipient')
    return first
  }
  const protectedWith = (more: object) =>
    header({ enc: 'A256GCM', typ: 'rogatory-envelope', ...more })

  for (const [what, candidate] of [
    ['nothing', ''],
    ['no JSON', 'x'],
    ['no object', '[]'],
    ['a compact JWE', 'eyJ.a.b.c.d'],
    ['brackets without end', '['.repeat(100_000)],
    ['more than 4 MiB', `{"ciphertext":"${'A'.repeat(4 * 1024 * 1024)}"}`],
  ] as const) {
    it(`are not ${what}`, async () => {
      expect(new Set(await codes(candidate))).to.deep.equal(new Set(['envelope/malformed']))
    })
  }

  it('are sealed to 1 to 64 recipients, each once', async () => {
    const many = await Promise.all(Array.from({ length: 65 }, () => generateOpeningKey('x25519')))
    expect(recipientsOf(await sealEnvelope(text, many.slice(1)))).to.have.length(64)
    for (const recipients of [[], many, [stranger, stranger]]) {
      expect(await codeOf(() => sealEnvelope(text, recipients))).to.equal('envelope/recipient')
    }
  })

  it('hold no more than fits 4 MiB', async () => {
    const large = new Uint8Array(3 * 1024 * 1024 + 1000)
    expect(await codeOf(() => sealEnvelope(large, [stranger]))).to.equal('envelope/malformed')
  })
})
