import { expect } from 'chai'
import { argon2id } from 'hash-wasm'
import { CompactEncrypt } from 'jose'
import { fromBase64Url, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { generateOpeningKey, generateSigningKey } from '#crypto/keys/generate.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { importOpeningKey, importSigningKey } from '#crypto/keys/import-private.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { type KeystoreContent, KeystoreFile } from '#crypto/keystore/keystore-file.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { codeOf } from '#test/support/code-of.js'
import { flipText } from '#test/support/flip-text.js'

const PASSPHRASE = 'correct horse battery staple'
/** The least that a file may ask for, so that tests with many files end. */
const LEAST = { name: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 } as const

type File = { kdf: Record<string, unknown>; jwe: string } & Record<string, unknown>

/** A keystore file made without the code under test: RFC 9106 and RFC 7516 by their libraries. */
async function fileOf(
  content: string | Uint8Array,
  { header = {}, kdf = LEAST }: { header?: object; kdf?: typeof LEAST | object } = {},
): Promise<File> {
  const salt = toBase64Url(new Uint8Array(32).fill(5))
  const { memoryKiB, passes, lanes } = { ...LEAST, ...kdf }
  const key = await argon2id({
    password: PASSPHRASE,
    salt: fromBase64Url(salt),
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  })
  const jwe = await new CompactEncrypt(typeof content === 'string' ? toUtf8(content) : content)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ...header })
    .encrypt(key)
  return { format: 'rogatory-keystore', version: 1, kdf: { ...LEAST, ...kdf, salt }, jwe }
}

describe('the keystore of an officer', function () {
  this.timeout(300_000)
  let content: KeystoreContent
  let honest: File
  before(async () => {
    const signing = await generateSigningKey('x25519', { extractable: true })
    const opening = await generateOpeningKey('p256', { extractable: true })
    content = {
      authority: AuthorityId.parse('xa.moj'),
      signingKey: await exportPrivateJwk(signing),
      sealingKey: await exportPrivateJwk(opening),
      credential: null,
    }
    honest = await fileOf(JSON.stringify(content))
  })
  const open = (file: unknown, passphrase = PASSPHRASE) =>
    openKeystore(typeof file === 'string' ? file : JSON.stringify(file), passphrase)
  const codeFor = (file: unknown, passphrase?: string) => codeOf(() => open(file, passphrase))

  it('opens to what was sealed, with keys that work', async () => {
    const credential = 'a.b.c'
    const file = await sealKeystore({ ...content, credential }, PASSPHRASE)
    const opened = await open(file)
    expect(opened).to.deep.equal({ ...content, credential })
    await importSigningKey(opened.signingKey)
    await importOpeningKey(opened.sealingKey)
    expect(await codeFor(file, `${PASSPHRASE} `)).to.equal('keystore/passphrase')
  })

  it('is written with the derivation it promises, a salt of its own, and no key in the clear', async () => {
    const texts = await Promise.all([1, 2].map(() => sealKeystore(content, PASSPHRASE)))
    const [one, two] = texts.map((text) => KeystoreFile.parse(JSON.parse(text)))
    const { salt, ...derivation } = one?.kdf ?? {}
    expect(derivation).to.deep.equal({ name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 })
    expect(two?.kdf.salt).to.not.equal(salt)
    expect(texts.join('')).to.not.include(content.signingKey['d'])
  })

  it('opens a file that other libraries made by the same standards', async () => {
    expect(await open(honest)).to.deep.equal(content)
  })

  it('takes a passphrase as people type it: composed or decomposed is one', async () => {
    const file = await sealKeystore(content, 'caf\u00e9')
    expect(await open(file, 'cafe\u0301')).to.deep.equal(content)
    expect(await codeFor(file, 'cafe')).to.equal('keystore/passphrase')
  })

  it('has no empty passphrase, and none with half a character', async () => {
    for (const passphrase of ['', '\ud800']) {
      expect(await codeOf(() => sealKeystore(content, passphrase))).to.equal('keystore/passphrase')
      expect(await codeFor(honest, passphrase)).to.equal('keystore/passphrase')
    }
  })

  it('is not sealed when nobody could open it again', async () => {
    const odd = { ...content, authority: 'nobody' } as unknown as KeystoreContent
    expect(await codeOf(() => sealKeystore(odd, PASSPHRASE))).to.equal('keystore/malformed')
    const long = { ...content, credential: 'x'.repeat(64 * 1024) }
    expect(await codeOf(() => sealKeystore(long, PASSPHRASE))).to.equal('keystore/malformed')
  })

  for (const [what, kdf] of [
    ['a terabyte', { memoryKiB: 2 ** 30 }],
    ['more than 256 MiB', { memoryKiB: 262_145 }],
    ['too little memory', { memoryKiB: 19_455 }],
    ['half a kibibyte', { memoryKiB: 19_456.5 }],
    ['a billion passes', { passes: 1e9 }],
    ['nine passes', { passes: 9 }],
    ['one pass', { passes: 1 }],
    ['no lane', { lanes: 0 }],
    ['five lanes', { lanes: 5 }],
    ['another derivation', { name: 'scrypt' }],
    ['a short salt', { salt: 'AAAA' }],
    ['a member nobody knows', { secret: 'AAAA' }],
  ] as const) {
    it(`does no work for a file that asks for ${what}`, async () => {
      // The derivation itself would run for hours, or fail otherwise than with this code.
      expect(await codeFor({ ...honest, kdf: { ...honest.kdf, ...kdf } })).to.equal(
        'keystore/malformed',
      )
    })
  }

  for (const [what, file] of [
    ['no JSON', 'keystore'],
    ['no object', '[]'],
    ['nothing', ''],
    ['a member twice', '{"format":"rogatory-keystore","format":"rogatory-keystore"}'],
    ['deeper than eight levels', '['.repeat(9) + ']'.repeat(9)],
    ['beyond 256 KiB', JSON.stringify('x'.repeat(256 * 1024))],
  ] as const) {
    it(`refuses what is ${what}`, async () => {
      expect(await codeFor(file)).to.equal('keystore/malformed')
    })
  }

  it('refuses another format, version, or a ciphertext beyond 64 KiB', async () => {
    for (const change of [
      { format: 'rogatory-vault' },
      { version: 2 },
      { jwe: 'x'.repeat(64 * 1024 + 1) },
      { note: '' },
    ]) {
      expect(await codeFor({ ...honest, ...change })).to.equal('keystore/malformed')
    }
  })

  it('refuses a ciphertext with any bit turned, and another salt', async () => {
    for (let bit = 0; bit < 7 * honest.jwe.length; bit += 331) {
      const code = await codeFor({ ...honest, jwe: flipText(honest.jwe, bit) })
      expect(code, `bit ${bit}`).to.equal('keystore/passphrase')
    }
    const kdf = { ...honest.kdf, salt: toBase64Url(new Uint8Array(32).fill(6)) }
    expect(await codeFor({ ...honest, kdf })).to.equal('keystore/passphrase')
  })

  it('takes no algorithm from the file: neither a compressed content nor another cipher', async () => {
    const zipped = await fileOf(JSON.stringify(content), { header: { zip: 'DEF' } })
    expect(await codeFor(zipped)).to.equal('keystore/passphrase')
    const other = await fileOf(JSON.stringify(content))
    const [, ...rest] = other.jwe.split('.')
    for (const header of [
      { alg: 'dir', enc: 'A128CBC-HS256' },
      { alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 1e9, p2s: 'AAAA' },
    ]) {
      const jwe = [toBase64Url(toUtf8(JSON.stringify(header))), ...rest].join('.')
      expect(await codeFor({ ...other, jwe })).to.equal('keystore/passphrase')
    }
  })

  it('refuses what opens to something else than keys', async () => {
    for (const odd of [
      '{}',
      'text',
      Uint8Array.of(0xff),
      JSON.stringify({ ...content, more: 1 }),
      JSON.stringify({ ...content, signingKey: { d: 1 } }),
    ]) {
      expect(await codeFor(await fileOf(odd))).to.equal('keystore/malformed')
    }
  })
})
