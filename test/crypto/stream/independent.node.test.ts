import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { SEGMENT_BYTES } from '#crypto/stream/layout.js'
import { openStream } from '#crypto/stream/open-stream.js'
import { sealStream } from '#crypto/stream/seal-stream.js'
import { run } from './run-stream.js'

/**
 * AES256_GCM_HKDF_1MB written a second time, from Tink's description alone and on OpenSSL through
 * node:crypto: no line is shared with what it judges.
 */
function sealIndependently(key: Buffer, aad: Buffer, plaintext: Buffer, header: Buffer): Buffer {
  const salt = header.subarray(1, 33)
  const prefix = header.subarray(33, 40)
  const derived = Buffer.from(hkdfSync('sha256', key, salt, aad, 32))
  const out = [header]
  for (let index = 0, at = 0; index === 0 || at < plaintext.length; index++) {
    const room = 1024 * 1024 - 16 - (index === 0 ? 40 : 0)
    const segment = plaintext.subarray(at, at + room)
    at += room
    const number = Buffer.alloc(4)
    number.writeUInt32BE(index)
    const nonce = Buffer.concat([prefix, number, Buffer.of(at >= plaintext.length ? 1 : 0)])
    const cipher = createCipheriv('aes-256-gcm', derived, nonce)
    out.push(cipher.update(segment), cipher.final(), cipher.getAuthTag())
  }
  return Buffer.concat(out)
}

describe('AES256_GCM_HKDF_1MB against a second implementation', () => {
  const key = randomBytes(32)
  const aad = randomBytes(33)
  const first = SEGMENT_BYTES - 56
  const other = SEGMENT_BYTES - 16

  for (const length of [0, 1, 1000, first, first + 1, first + other, first + 5 * other + 7]) {
    it(`${length} octets: both seal the same, and each opens the other`, async () => {
      const plaintext = randomBytes(length)
      const ours = Buffer.from(await run(plaintext, sealStream(key, aad), 100_000))
      const theirs = sealIndependently(key, aad, plaintext, ours.subarray(0, 40))
      expect(ours.equals(theirs)).to.equal(true)
      const header = Buffer.concat([Buffer.of(40), randomBytes(39)])
      const sealed = sealIndependently(key, aad, plaintext, header)
      expect(plaintext.equals(await run(sealed, openStream(key, aad), 100_000))).to.equal(true)
    })
  }
})
