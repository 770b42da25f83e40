import { createHmac, randomBytes } from 'node:crypto'
import { ClientError } from '#client/core/client-error.js'
import type { SecurityKeys } from '#client/core/security-keys/security-keys.js'
import { toHex } from '#crypto/bytes/bytes.js'

/** A security key: for each credential, by its hexadecimal digits, the secret that never leaves it. */
type Key = Map<string, Buffer>

const refused = (code: 'security-key-known' | 'security-key-unanswered') =>
  new ClientError(code, 'the fake refuses', 'Plug in another one.')

/** Security keys of which one is plugged in at a time; `asked` counts how often any was to be touched. */
export function fakeSecurityKeys(rpId = 'relay.example') {
  let plugged: Key | undefined
  let asked = 0
  const holds = (credential: Uint8Array) => plugged?.has(toHex(credential)) ?? false
  const keys: SecurityKeys = {
    rpId: () => rpId,
    create: ({ known }) => {
      asked++
      if (plugged === undefined) return Promise.reject(refused('security-key-unanswered'))
      if (known.some(holds)) return Promise.reject(refused('security-key-known'))
      const credential = new Uint8Array(randomBytes(32))
      plugged.set(toHex(credential), randomBytes(32))
      return Promise.resolve(credential)
    },
    ask: (question) => {
      asked++
      const credential = question.credentials.find(holds)
      const secret = credential && plugged?.get(toHex(credential))
      if (credential === undefined || secret === undefined) {
        return Promise.reject(refused('security-key-unanswered'))
      }
      const prf = createHmac('sha256', secret).update(question.rpId).update(question.prfSalt)
      return Promise.resolve({ credential, prf: new Uint8Array(prf.digest()) })
    },
  }
  return {
    keys,
    made: (): Key => new Map<string, Buffer>(),
    plug: (key: Key | undefined) => {
      plugged = key
    },
    asked: () => asked,
  }
}
