import { expect } from 'chai'
import fc from 'fast-check'
import { z } from 'zod'
import { fromBase64Url, toBase64, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { readingOf } from '#crypto/statement/reading.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { signStatement } from '#crypto/statement/sign-statement.js'
import { STATEMENT_TYPES } from '#crypto/statement/types.js'
import { verifyStatement } from '#crypto/statement/verify-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { flipBit } from '#test/support/flip-bit.js'
import { forge } from './forge.js'

const typ = 'rogatory-receipt'
const Payload = z.strictObject({ text: z.string(), at: z.number().optional() })
const certificate = toBase64(Uint8Array.of(0x30, 0x82, 0x01, 0x00, ...new Uint8Array(256)))

const canonicalPart = (value: object) => toBase64Url(toUtf8(canonicalize(value)))

async function rsaKey(): Promise<SigningKey> {
  const { privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSA-PSS',
      hash: 'SHA-256',
      modulusLength: 3072,
      publicExponent: Uint8Array.of(1, 0, 1),
    },
    true,
    ['sign', 'verify'],
  )
  const { kty, n, e, d, p, q, dp, dq, qi } = await crypto.subtle.exportKey('jwk', privateKey)
  return importSigningKey({ kty, n, e, d, p, q, dp, dq, qi })
}

const makers = [
  ['Ed25519', () => generateSigningKey('x25519')],
  ['ES256', () => generateSigningKey('p256')],
  ['ES384', () => generateSigningKey('p384')],
  ['PS256', rsaKey],
] as const

describe('a statement whose header names another algorithm than its key’s', () => {
  it('does not hold, though the key has signed it', async () => {
    const key = await generateSigningKey('x25519')
    const header = canonicalPart({ alg: 'ES256', kid: key.kid, typ })
    // Every other signature has the form that ES256 asks for, too.
    for (let at = 0, read = 0; read < 3; at++) {
      const signed = `${header}.${canonicalPart({ at, text: 'x' })}`
      const signature = await crypto.subtle.sign('Ed25519', key.privateKey, toUtf8(signed))
      const statement = `${signed}.${toBase64Url(new Uint8Array(signature))}`
      const reading = await Promise.resolve(statement)
        .then(readingOf)
        .catch(() => undefined)
      if (reading === undefined) continue
      expect(await reading.isSignedBy(key)).to.equal(false)
      read++
    }
  })
})

for (const [alg, make] of makers) {
  describe(`statements signed with ${alg}`, () => {
    let key: SigningKey
    let statement: string
    before(async () => {
      key = await make()
      statement = await signStatement({ typ, payload: { text: 'é' }, key })
    })

    it('hold by no key of another algorithm, whatever that is said to be', async () => {
      const other = await generateSigningKey(alg === 'ES256' ? 'p384' : 'p256')
      const reading = readingOf(statement)
      expect(await reading.isSignedBy(other)).to.equal(false)
      expect(await reading.isSignedBy({ ...key, alg: other.alg })).to.equal(false)
      expect(await reading.isSignedBy({ ...other, alg })).to.equal(false)
      expect(await reading.isSignedBy(key)).to.equal(true)
    })
    const verify = (candidate: string) => verifyStatement(candidate, { typ, key, payload: Payload })

    it('verify, and say what was signed', async () => {
      const verified = await verify(statement)
      const digest = await digestOf(statement)
      expect(verified).to.deep.equal({
        statement,
        digest,
        typ,
        kid: key.kid,
        payload: { text: 'é' },
      })
    })

    it('are read without a key as the same, unverified', async () => {
      const read = await readStatement(statement)
      expect(read).to.deep.equal({
        statement,
        digest: await digestOf(statement),
        alg,
        kid: key.kid,
        typ,
        payload: { text: 'é' },
      })
    })

    it('verify when they were read before, asking WebCrypto once for each key', async () => {
      const read = await readStatement(statement)
      const others = await make()
      const stranger = { ...others, kid: key.kid }
      const by = (one: SigningKey) => verifyStatement(read, { typ, key: one, payload: Payload })
      const { subtle } = crypto
      const original = subtle.verify.bind(subtle)
      let asked = 0
      subtle.verify = (...check: Parameters<typeof original>) => {
        asked++
        return original(...check)
      }
      try {
        expect(await by(key)).to.deep.equal(await by(key))
        expect(await codeOf(() => by(stranger))).to.equal('statement/signature')
        expect(await codeOf(() => by(stranger))).to.equal('statement/signature')
      } finally {
        subtle.verify = original
      }
      expect(asked).to.equal(2)
      expect(await by(key)).to.deep.equal(await verify(statement))
      expect(await readStatement(read)).to.equal(read)
    })

    it('are what their text says, whatever an object says that was made of them', async () => {
      const read = await readStatement(statement)
      const changed = { ...read, digest: '0'.repeat(64), payload: { text: 'another' } }
      expect(await verifyStatement(changed, { typ, key, payload: Payload })).to.deep.equal(
        await verify(statement),
      )
      expect(await readStatement(changed)).to.deep.equal(read)
    })

    it('verify whatever their text, however often', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
          const signed = await signStatement({ typ, payload: { text }, key })
          expect((await verify(signed)).payload).to.deep.equal({ text })
        }),
        { numRuns: 20 },
      )
    })

    it('are refused with any character changed, left out or added', async () => {
      const unit = fc.constantFrom('A', 'B', 'Q', 'g', 'w', '9', '-', '_', '.', '=', ' ', '\n', 'é')
      const edit = fc.constantFrom(0, 1)
      await fc.assert(
        fc.asyncProperty(fc.nat(), unit, edit, edit, async (where, character, left, added) => {
          const at = where % (statement.length + 1)
          const changed =
            statement.slice(0, at) + character.repeat(added) + statement.slice(at + left)
          fc.pre(changed !== statement)
          expect(await codeOf(() => verify(changed))).to.match(/^statement\//)
        }),
        { numRuns: 300 },
      )
    })

    it('are refused with any bit of the signature turned over', async () => {
      const [header, payload, signature = ''] = statement.split('.')
      const octets = fromBase64Url(signature)
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 8 * octets.length - 1 }), async (bit) => {
          const forged = [header, payload, toBase64Url(flipBit(octets, bit))].join('.')
          expect(await codeOf(() => verify(forged))).to.be.oneOf([
            'statement/signature',
            'statement/spelling',
          ])
        }),
      )
    })

    it('are refused under another key, kind, algorithm or schema', async () => {
      const other = await make()
      const expected = { typ, key, payload: Payload } as const
      const suite = alg === 'ES256' ? 'p384' : 'p256'
      const elsewhere = await generateSigningKey(suite)
      for (const [code, expectation] of [
        ['statement/key', { ...expected, key: other }],
        ['statement/type', { ...expected, typ: 'rogatory-evidence' as const }],
        ['statement/algorithm', { ...expected, key: elsewhere }],
        ['statement/payload', { ...expected, payload: z.strictObject({}) }],
      ] as const) {
        const verifying = () => verifyStatement<object>(statement, expectation)
        expect(await codeOf(verifying)).to.equal(code)
      }
    })

    it('are refused where another key signed in this one’s name', async () => {
      const forged = await forge({ alg, kid: key.kid, typ }, { text: 'é' }, await make())
      expect(await codeOf(() => verify(forged))).to.equal('statement/signature')
    })

    it('are refused with parts of two put together', async () => {
      const [h1, p1, s1] = statement.split('.')
      const [, p2, s2] = (await signStatement({ typ, payload: { text: 'b' }, key })).split('.')
      for (const mixed of [
        [h1, p2, s1],
        [h1, p1, s2],
        [p1, h1, s1],
      ]) {
        expect(await codeOf(() => verify(mixed.join('.')))).to.match(/^statement\//)
      }
    })

    it('carry certificates in directory entries and nowhere else', async () => {
      const claims = { payload: { text: 'a' }, key, x5c: [certificate] }
      const entry = await signStatement({ ...claims, typ: 'rogatory-entry' })
      expect((await readStatement(entry)).x5c).to.deep.equal([certificate])
      expect(await codeOf(() => signStatement({ ...claims, typ }))).to.equal('statement/malformed')
    })

    it('are of every kind in the list', async () => {
      for (const kind of STATEMENT_TYPES) {
        const signed = await signStatement({ typ: kind, payload: { text: 'a' }, key })
        const verified = await verifyStatement(signed, { typ: kind, key, payload: Payload })
        expect(verified.typ).to.equal(kind)
      }
    })
  })
}

describe('signStatement', () => {
  it('signs no payload that a verifier would refuse', async () => {
    const key = await generateSigningKey('x25519')
    let deep: object = {}
    for (let level = 0; level < 32; level++) deep = { deep }
    for (const [code, payload] of [
      ['statement/payload', []],
      ['canonical/malformed', { at: Number.NaN }],
      ['canonical/malformed', { at: undefined }],
      ['statement/malformed', { at: 2 ** 53 }],
      ['statement/malformed', deep],
      ['statement/too-large', { text: 'a'.repeat(1024 * 1024) }],
    ] as const) {
      expect(await codeOf(() => signStatement({ typ, payload, key }))).to.equal(code)
    }
  })
})
