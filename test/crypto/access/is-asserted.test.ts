import { expect } from 'chai'
import { readAuthenticatorData } from '#crypto/access/authenticator-data.js'
import { isAsserted } from '#crypto/access/is-asserted.js'
import { concat, fromHex, toBase64Url, toHex } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { importVerificationKey } from '#crypto/keys/import-public.js'
import { WEBAUTHN_VECTORS } from '#test/vectors/webauthn.js'

describe('an assertion of WebAuthn', () => {
  for (const vector of WEBAUTHN_VECTORS) {
    const octets = {
      authenticatorData: fromHex(vector.authenticatorData),
      clientDataJSON: fromHex(vector.clientDataJSON),
      signature: fromHex(vector.signature),
    }
    const spelt = (hex: string) => toBase64Url(fromHex(hex))
    const key = () =>
      importVerificationKey({
        ...vector.key,
        x: spelt(vector.key.x),
        ...('y' in vector.key && { y: spelt(vector.key.y) }),
      })
    const flipped = (part: Uint8Array, at: number) =>
      part.map((octet, index) => (index === at ? octet ^ 1 : octet))

    it(`by ${vector.name} holds as published, and with any octet changed no more`, async () => {
      expect(await isAsserted(octets, await key())).to.equal(true)
      for (const [name, part] of Object.entries(octets)) {
        for (let at = 0; at < part.length; at += 1) {
          const changed = { ...octets, [name]: flipped(part, at) }
          expect(await isAsserted(changed, await key()), `${name} ${at}`).to.equal(false)
        }
      }
      for (const signature of [new Uint8Array(), octets.signature.slice(1)]) {
        expect(await isAsserted({ ...octets, signature }, await key())).to.equal(false)
      }
    })

    it(`by ${vector.name} says who was there`, async () => {
      expect(readAuthenticatorData(octets.authenticatorData)).to.deep.include({
        ...vector.flags,
        isUserVerified: false,
        isAttested: false,
        signCount: 0,
      })
      const { rpIdHash } = readAuthenticatorData(octets.authenticatorData) ?? {}
      expect(rpIdHash && toHex(rpIdHash)).to.equal(await digestOf('example.org'))
    })
  }

  it('has 37 octets of authenticator data, and more only where a flag says so', () => {
    const data = (flags: number, more: number) => {
      const head = new Uint8Array(37)
      head[32] = flags
      head.set([0x01, 0x02, 0x03, 0x04], 33)
      return readAuthenticatorData(concat(head, new Uint8Array(more)))
    }
    expect(data(0x05, 0)?.signCount).to.equal(0x01020304)
    for (const flags of [0x45, 0x85, 0xc5]) {
      expect(data(flags, 1)?.isUserVerified, String(flags)).to.equal(true)
      expect(data(flags, 0), String(flags)).to.equal(undefined)
    }
    expect(data(0x05, 1)).to.equal(undefined)
    expect(readAuthenticatorData(new Uint8Array(36))).to.equal(undefined)
    expect(readAuthenticatorData(new Uint8Array())).to.equal(undefined)
  })
})
