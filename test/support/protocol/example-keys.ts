import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { generateOpeningKey, generateSigningKey } from '#crypto/keys/generate.js'
import { importOpeningKey, importSigningKey } from '#crypto/keys/import-private.js'
import type { OpeningKey, SigningKey } from '#crypto/keys/key.js'
import type { Suite } from '#crypto/keys/algorithms.js'
import { fromPem } from '#crypto/pki/pem.js'
import {
  generateIdentityKey,
  importIdentityKey,
  MAX_PRIVATE_KEY_BYTES,
} from '#crypto/pki/identity-key.js'
import type { IdentityKey } from '#crypto/pki/identity.js'

const FILE = fileURLToPath(new URL('../../vectors/protocol/keys.json', import.meta.url))
type Kept = Record<string, Record<string, string> | string>

/**
 * The private keys of the worked examples, by name: fixed, published, and worth nothing. A name that
 * is new gets a new key, so that an example can be added without changing the others.
 */
export function exampleKeys() {
  const kept = (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}) as Kept
  const keep = <T extends Kept[string]>(name: string, value: T): T => {
    kept[name] = value
    writeFileSync(FILE, `${JSON.stringify(kept, undefined, 2)}\n`)
    return value
  }
  const extractable = { extractable: true }
  return {
    signing: async (name: string, suite: Suite = 'x25519'): Promise<SigningKey> =>
      importSigningKey(
        kept[name] ??
          keep(name, await exportPrivateJwk(await generateSigningKey(suite, extractable))),
        extractable,
      ),
    opening: async (name: string, suite: Suite = 'x25519'): Promise<OpeningKey> =>
      importOpeningKey(
        kept[name] ??
          keep(name, await exportPrivateJwk(await generateOpeningKey(suite, extractable))),
        extractable,
      ),
    identity: async (name: string): Promise<IdentityKey> => {
      const pem = kept[name] ?? keep(name, (await generateIdentityKey()).privateKeyPem)
      return importIdentityKey(fromPem('PRIVATE KEY', pem as string, MAX_PRIVATE_KEY_BYTES))
    },
  }
}
