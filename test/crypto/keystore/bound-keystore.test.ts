import { expect } from 'chai'
import { argon2id, createHMAC, createSHA256 } from 'hash-wasm'
import { CompactEncrypt } from 'jose'
import { concat, toBase64Url, toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { addSecurityKey } from '#crypto/keystore/add-security-key.js'
import { bindKeystore } from '#crypto/keystore/bind-keystore.js'
import { BoundKeystoreFile } from '#crypto/keystore/bound-keystore-file.js'
import { deriveBoundKey, type SecurityKeyAnswer } from '#crypto/keystore/derive-bound-key.js'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { openBoundKeystore } from '#crypto/keystore/open-bound-keystore.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import { removeSecurityKey } from '#crypto/keystore/remove-security-key.js'
import { unlockBoundKeystore } from '#crypto/keystore/unlock-bound-keystore.js'
import { codeOf } from '#test/support/code-of.js'
import { flipText } from '#test/support/flip-text.js'

const PASSPHRASE = 'correct horse battery staple'
const LEAST = { name: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 } as const
const RP_ID = 'relay.example'
const SALT = new Uint8Array(32).fill(5)
const CONTENT: KeystoreContent = {
  authority: AuthorityId.parse('xa.moj'),
  signingKey: { kty: 'OKP', crv: 'Ed25519', x: 'public', d: 'secret of signing' },
  sealingKey: { kty: 'OKP', crv: 'X25519', x: 'public', d: 'secret of opening' },
  credential: null,
}
const keyOf = (fill: number) => ({
  credential: new Uint8Array(32).fill(fill),
  prf: new Uint8Array(32).fill(fill + 1),
  name: `key ${fill}`,
})
const [MAIN, SPARE, STRANGER] = [keyOf(10), keyOf(20), keyOf(30)]

/** RFC 5869 by its text, for one block: without the code under test, and without WebCrypto. */
async function hkdf(input: Uint8Array, info: Uint8Array): Promise<Uint8Array> {
  const hmac = async (key: Uint8Array, octets: Uint8Array) =>
    (await createHMAC(createSHA256(), key)).update(octets).digest('binary')
  return hmac(await hmac(new Uint8Array(32), input), concat(info, Uint8Array.of(1)))
}

const sealed = (key: Uint8Array, octets: Uint8Array, header: object) =>
  new CompactEncrypt(octets)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ...header })
    .encrypt(key)

type Otherwise = { readonly content?: Uint8Array; readonly inner?: object; readonly outer?: object }
type File = {
  securityKeys: { credential: string; name: string; jwe: string }[]
  jwe: string
} & Record<string, unknown>

/** A bound keystore as docs/protocol.md has it, made by other libraries. */
async function fileOf({ content, inner, outer }: Otherwise = {}): Promise<File> {
  const passphraseKey = await argon2id({
    password: PASSPHRASE,
    salt: SALT,
    hashLength: 32,
    outputType: 'binary',
    memorySize: LEAST.memoryKiB,
    iterations: LEAST.passes,
    parallelism: LEAST.lanes,
  })
  const hash = createSHA256().then((sha) =>
    sha.update(concat(toUtf8(`${RP_ID}\0`), MAIN.credential)),
  )
  const info = concat(toUtf8('rogatory-bound-keystore/1\0'), (await hash).digest('binary'))
  const contentKey = new Uint8Array(32).fill(7)
  const key = await hkdf(concat(passphraseKey, MAIN.prf), info)
  const octets = content ?? toUtf8(JSON.stringify(CONTENT))
  const salt = toBase64Url(SALT)
  return {
    format: 'rogatory-bound-keystore',
    version: 1,
    kdf: { ...LEAST, salt },
    rpId: RP_ID,
    prfSalt: salt,
    securityKeys: [
      {
        credential: toBase64Url(MAIN.credential),
        name: 'main',
        jwe: await sealed(key, contentKey, { typ: 'rogatory-bound-keystore-key', ...inner }),
      },
    ],
    jwe: await sealed(contentKey, octets, { typ: 'rogatory-bound-keystore', ...outer }),
  }
}

const spelt = (file: unknown) => (typeof file === 'string' ? file : JSON.stringify(file))
const open = (file: unknown, passphrase = PASSPHRASE, answer: SecurityKeyAnswer = MAIN) =>
  openBoundKeystore(spelt(file), passphrase, answer)
const unlock = (file: string, answer = MAIN) => unlockBoundKeystore(file, PASSPHRASE, answer)
const codeFor = (file: unknown, passphrase?: string, answer?: SecurityKeyAnswer) =>
  codeOf(() => open(file, passphrase, answer))
const bound = (first = MAIN, rpId = RP_ID) =>
  bindKeystore(CONTENT, PASSPHRASE, { rpId, prfSalt: SALT, ...first }, LEAST)

describe('a keystore that is bound to security keys', function () {
  this.timeout(300_000)
  let honest: File
  let file: string
  before(async () => {
    honest = await fileOf()
    file = await bound()
  })

  it('derives its key as openssl does', async () => {
    // openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:0001…1f8081…9f -kdfopt hexinfo:INFO HKDF,
    // INFO: the label and a zero, then sha256sum of relay.example, a zero, and 3031…3f
    const from = (first: number, length: number) =>
      Uint8Array.from({ length }, (_, index) => first + index)
    const answer = { credential: from(0x30, 16), prf: from(0x80, 32) }
    expect(toHex(await deriveBoundKey(from(0, 32), answer, RP_ID))).to.equal(
      'f58808b1daa348d572f8a6a79a99ee24e25a838498c9650d22ec4628b7f3184a',
    )
  })

  it('opens what other libraries made by the same words', async () => {
    expect(await open(honest)).to.deep.equal(CONTENT)
  })

  it('opens to passphrase and security key together, and to neither alone', async () => {
    expect(await open(file)).to.deep.equal(CONTENT)
    expect(await codeFor(file, 'another passphrase')).to.equal('keystore/passphrase')
    expect(await codeFor(file, '')).to.equal('keystore/passphrase')
    expect(await codeFor(file, PASSPHRASE, STRANGER)).to.equal('keystore/security-key')
    // The same credential named, another answer: as of a key that did not verify its holder.
    const { credential } = MAIN
    expect(await codeFor(file, PASSPHRASE, { credential, prf: STRANGER.prf })).to.equal(
      'keystore/passphrase',
    )
    expect(await codeOf(() => openKeystore(file, PASSPHRASE))).to.equal('keystore/malformed')
  })

  it('is written with the derivation it promises, a salt of its own, and no key in the clear', async () => {
    const site = { rpId: RP_ID, prfSalt: SALT, ...MAIN }
    const one = readBoundKeystore(await bindKeystore(CONTENT, PASSPHRASE, site))
    const { salt, ...derivation } = one.kdf
    expect(derivation).to.deep.equal({ name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 })
    expect(readBoundKeystore(file).kdf.salt).to.not.equal(salt)
    expect(JSON.stringify(one) + file).to.not.match(/secret of/)
  })

  it('is bound to its site: under another name the same answer opens nothing', async () => {
    expect(await codeFor({ ...JSON.parse(file), rpId: 'relay.example.net' })).to.equal(
      'keystore/passphrase',
    )
  })

  it('opens to each of two security keys, and after one was removed to the other alone', async () => {
    const both = await addSecurityKey(await unlock(file), SPARE)
    expect(await open(both)).to.deep.equal(CONTENT)
    expect(await open(both, PASSPHRASE, SPARE)).to.deep.equal(CONTENT)
    expect(readBoundKeystore(both).securityKeys.map(({ name }) => name)).to.deep.equal([
      'key 10',
      'key 20',
    ])
    // What one wraps does not open to the other's answer.
    const exchanged = BoundKeystoreFile.parse(JSON.parse(both))
    const [main, spare] = exchanged.securityKeys
    exchanged.securityKeys = [
      { credential: '', name: '', ...main, jwe: spare?.jwe ?? '' },
      { credential: '', name: '', ...spare, jwe: main?.jwe ?? '' },
    ]
    expect(await codeFor(exchanged)).to.equal('keystore/passphrase')
    const rest = removeSecurityKey(await unlock(both, SPARE), toBase64Url(MAIN.credential))
    expect(await open(rest, PASSPHRASE, SPARE)).to.deep.equal(CONTENT)
    expect(await codeFor(rest)).to.equal('keystore/security-key')
  })

  it('keeps one key at least, each once, each by a name, and eight at most', async () => {
    const unlocked = await unlock(file)
    const removing = () => removeSecurityKey(unlocked, toBase64Url(MAIN.credential))
    expect(await codeOf(removing)).to.equal('keystore/malformed')
    for (const next of [MAIN, { ...SPARE, name: '' }, { ...SPARE, name: 'x\u202e' }]) {
      expect(await codeOf(() => addSecurityKey(unlocked, next))).to.equal('keystore/malformed')
    }
    const [one] = honest.securityKeys
    const nine = Array.from({ length: 9 }, (_, index) => ({
      ...one,
      credential: toBase64Url(new Uint8Array(16).fill(index)),
    }))
    expect(await codeFor({ ...honest, securityKeys: nine })).to.equal('keystore/malformed')
    expect(readBoundKeystore(spelt({ ...honest, securityKeys: nine.slice(1) })).rpId).to.equal(
      RP_ID,
    )
  })

  it('is not made when nobody could open it again', async () => {
    const odd = { ...CONTENT, authority: 'nobody' } as unknown as KeystoreContent
    const site = { rpId: RP_ID, prfSalt: SALT, ...MAIN }
    expect(await codeOf(() => bindKeystore(odd, PASSPHRASE, site))).to.equal('keystore/malformed')
    for (const prf of [new Uint8Array(0), new Uint8Array(31), new Uint8Array(64)]) {
      expect(await codeOf(() => bound({ ...MAIN, prf }))).to.equal('keystore/security-key')
    }
    for (const credential of [new Uint8Array(15), new Uint8Array(1024)]) {
      expect(await codeOf(() => bound({ ...MAIN, credential }))).to.equal('keystore/malformed')
    }
    for (const rpId of [
      '127.0.0.1',
      '[::1]',
      '',
      'Relay.example',
      'relay..example',
      '-a.example',
    ]) {
      expect(await codeOf(() => bound(MAIN, rpId)), rpId).to.equal('keystore/malformed')
    }
  })

  it('takes localhost, and names of up to 253 characters', () => {
    const long = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`
    for (const rpId of ['localhost', 'xn--bcher-kva.example', long]) {
      expect(readBoundKeystore(spelt({ ...honest, rpId })).rpId).to.equal(rpId)
    }
    expect(BoundKeystoreFile.safeParse({ ...honest, rpId: `a${long}` }).success).to.equal(false)
  })

  it('does no work for a file of another shape', async () => {
    const [one] = honest.securityKeys
    for (const change of [
      { format: 'rogatory-keystore' },
      { version: 2 },
      { kdf: { ...LEAST, memoryKiB: 2 ** 30, salt: toBase64Url(SALT) } },
      { prfSalt: 'AAAA' },
      { securityKeys: [] },
      { securityKeys: [one, one] },
      { securityKeys: [{ ...one, credential: 'AAAA=' }] },
      { securityKeys: [{ ...one, credential: `${String(one?.credential).slice(0, -1)}B` }] },
      { securityKeys: [{ ...one, jwe: 'x'.repeat(513) }] },
      { securityKeys: [{ ...one, more: 1 }] },
      { jwe: 'x'.repeat(64 * 1024 + 1) },
      { note: '' },
    ]) {
      expect(await codeFor({ ...honest, ...change })).to.equal('keystore/malformed')
    }
    for (const text of ['', 'keystore', '[]', '['.repeat(9) + ']'.repeat(9)]) {
      expect(await codeFor(text)).to.equal('keystore/malformed')
    }
  })

  it('refuses what was sealed with any bit turned', async () => {
    const [one] = honest.securityKeys
    const wrap = one?.jwe ?? ''
    for (let bit = 0; bit < 7 * wrap.length; bit += 331) {
      const securityKeys = [{ ...one, jwe: flipText(wrap, bit) }]
      expect(await codeFor({ ...honest, securityKeys }), `bit ${bit}`).to.equal(
        'keystore/passphrase',
      )
    }
    for (let bit = 0; bit < 7 * honest.jwe.length; bit += 661) {
      const jwe = flipText(honest.jwe, bit)
      expect(await codeFor({ ...honest, jwe }), `bit ${bit}`).to.equal('keystore/malformed')
    }
  })

  it('takes nothing that was sealed for another purpose, compressed, or is no keys', async () => {
    for (const [otherwise, code] of [
      [{ inner: { typ: 'rogatory-bound-keystore' } }, 'keystore/passphrase'],
      [{ inner: { typ: undefined } }, 'keystore/passphrase'],
      [{ inner: { zip: 'DEF' } }, 'keystore/passphrase'],
      [{ outer: { typ: 'rogatory-keystore' } }, 'keystore/malformed'],
      [{ content: toUtf8('{}') }, 'keystore/malformed'],
      [{ content: Uint8Array.of(0xff) }, 'keystore/malformed'],
      [{ content: toUtf8(JSON.stringify({ ...CONTENT, more: 1 })) }, 'keystore/malformed'],
    ] as const) {
      expect(await codeFor(await fileOf(otherwise))).to.equal(code)
    }
  })

  it('is known by what it says of itself, however long it is', () => {
    expect(isBoundKeystore(file)).to.equal(true)
    expect(isBoundKeystore('{"format":"rogatory-bound-keystore"}')).to.equal(true)
    for (const other of [
      '{"format":"rogatory-keystore"}',
      'null',
      'no JSON',
      ' '.repeat(2 ** 19),
    ]) {
      expect(isBoundKeystore(other)).to.equal(false)
    }
  })
})
