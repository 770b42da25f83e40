import { createHmac, randomBytes } from 'node:crypto'
import { ClientError } from '#client/core/client-error.js'
import type { SecurityKeys } from '#client/core/security-keys/security-keys.js'
import { fromBase64Url, toHex } from '#crypto/bytes/bytes.js'
import { softSecurityKey, type SoftSecurityKey } from '#test/support/soft-security-key.js'

/** A credential of a security key: the secret that never leaves it, and what it signs with. */
type Held = { readonly secret: Buffer; readonly signs: SoftSecurityKey }
/** A security key: what it holds for each credential, by its hexadecimal digits. */
type Key = Map<string, Held>

const refused = (code: 'security-key-known' | 'security-key-unanswered') =>
  new ClientError(code, 'the fake refuses', 'Plug in another one.')

/** Security keys of which one is plugged in at a time; `asked` counts how often any was to be touched. */
export function fakeSecurityKeys(rpId = 'relay.example') {
  let plugged: Key | undefined
  let asked = 0
  const holds = (credential: Uint8Array) => plugged?.has(toHex(credential)) ?? false
  const keys: SecurityKeys = {
    rpId: () => rpId,
    create: async ({ known }) => {
      asked++
      if (plugged === undefined) throw refused('security-key-unanswered')
      if (known.some(holds)) throw refused('security-key-known')
      const signs = await softSecurityKey(rpId)
      const credential = fromBase64Url(signs.own.credential)
      plugged.set(toHex(credential), { secret: randomBytes(32), signs })
      return { credential, key: signs.own.key }
    },
    ask: async ({ challenge = randomBytes(32), prfSalt, credentials }) => {
      const { secret, asserted } = await touched(credentials, challenge)
      const prf = createHmac('sha256', secret).update(rpId).update(prfSalt)
      return { ...asserted, prf: new Uint8Array(prf.digest()) }
    },
    touch: async ({ challenge, credentials }) => (await touched(credentials, challenge)).asserted,
  }
  async function touched(credentials: readonly Uint8Array[], challenge: Uint8Array) {
    asked++
    const credential = credentials.find(holds)
    const held = credential && plugged?.get(toHex(credential))
    if (credential === undefined || held === undefined) throw refused('security-key-unanswered')
    const nothing = { audience: '', kid: '', session: '', nonce: '' }
    const { authenticatorData, clientDataJSON, signature } = await held.signs.touch(nothing, {
      challenge,
    })
    const asserted = {
      credential,
      authenticatorData: fromBase64Url(authenticatorData),
      clientDataJSON: fromBase64Url(clientDataJSON),
      signature: fromBase64Url(signature),
    }
    return { secret: held.secret, asserted }
  }
  return {
    keys,
    made: (): Key => new Map<string, Held>(),
    plug: (key: Key | undefined) => {
      plugged = key
    },
    asked: () => asked,
  }
}
