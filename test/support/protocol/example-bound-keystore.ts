import { toBase64Url, toHex } from '#crypto/bytes/bytes.js'
import { addSecurityKey } from '#crypto/keystore/add-security-key.js'
import { bindKeystore } from '#crypto/keystore/bind-keystore.js'
import { deriveBoundKey } from '#crypto/keystore/derive-bound-key.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { unlockBoundKeystore } from '#crypto/keystore/unlock-bound-keystore.js'

const octets = (length: number, fill: number) => new Uint8Array(length).fill(fill)

/** An officer's keys, bound to a security key and a spare one, with what the first of them answers. */
export async function exampleBoundKeystore(content: KeystoreContent, passphrase: string) {
  const main = { credential: octets(32, 0x31), prf: octets(32, 0x9a), name: 'Main' }
  const spare = { credential: octets(48, 0x32), prf: octets(32, 0x9b), name: 'Spare, in the safe' }
  const site = { rpId: 'relay.example', prfSalt: octets(32, 0x5a) }
  const one = await bindKeystore(content, passphrase, { ...site, ...main })
  const unlocked = await unlockBoundKeystore(one, passphrase, main)
  const { passphraseKey } = unlocked
  return {
    'bound-keystore': await addSecurityKey(unlocked, spare),
    'bound-keystore-key': {
      credential: toBase64Url(main.credential),
      prf: toHex(main.prf),
      argon2id: toHex(passphraseKey),
      key: toHex(await deriveBoundKey(passphraseKey, main, site.rpId)),
    },
  }
}
