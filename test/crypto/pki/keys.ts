import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import type { IdentityKey } from '#crypto/pki/identity.js'

const made = new Map<string, Promise<IdentityKey>>()

/** One RSA key for each name and process: making them is the slow part of these tests. */
export function keyOf(name: string): Promise<IdentityKey> {
  const key = made.get(name) ?? generateIdentityKey()
  made.set(name, key)
  return key
}
