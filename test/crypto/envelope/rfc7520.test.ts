import { expect } from 'chai'
import { generalDecrypt } from 'jose/jwe/general/decrypt'
import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { openEnvelope } from '#crypto/envelope/open-envelope.js'
import { importOpeningKey } from '#crypto/keys/import-private.js'
import { codeOf } from '#test/support/code-of.js'
import { PEREGRIN, PLAINTEXT, SECTION_5_13, SECTION_5_4 } from '#test/vectors/rfc7520.js'

describe('what RFC 7520 encrypted', () => {
  for (const [name, jwe] of [
    ['§5.4', SECTION_5_4],
    ['§5.13, second recipient', SECTION_5_13],
  ] as const) {
    it(`${name}: opens with the key as we import it, through the jose we use`, async () => {
      const { privateKey } = await importOpeningKey(PEREGRIN)
      const { plaintext } = await generalDecrypt(structuredClone(jwe), privateKey)
      expect(fromUtf8(plaintext)).to.equal(PLAINTEXT)
    })

    it(`${name}: is no envelope of ours, and is refused as such`, async () => {
      const key = await importOpeningKey(PEREGRIN)
      const code = await codeOf(() => openEnvelope(JSON.stringify(jwe), key))
      expect(code).to.equal('envelope/malformed')
    })
  }
})
