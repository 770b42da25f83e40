import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { verifyEntry } from '#crypto/directory/verify-entry.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { FakeRelay } from './fake-relay.js'
import { entryKeyOf } from './world/parties.js'
import { world } from './world/world.js'

/**
 * The operator changes its key: the relay publishes its next entry, as at a start with it. The key before ends
 * at that moment, or is not in that entry any more.
 */
export async function rotateOperator(
  { identity, publishEntry }: FakeRelay,
  at: Date,
  { leavesOut = false } = {},
): Promise<SigningKey> {
  const { relay } = await world()
  const before = identity.entry
  const key = await generateSigningKey('p256')
  const from = at.toISOString()
  const keys = before.payload.keys
    .filter(({ purpose }) => !(leavesOut && purpose === 'operator'))
    .map((one) => (one.purpose === 'operator' ? { ...one, notAfter: from } : one))
  const claims: DirectoryEntry = {
    ...before.payload,
    version: before.payload.version + 1,
    supersedes: before.digest,
    validFrom: from,
    keys: [{ ...entryKeyOf('operator', key), notBefore: from }, ...keys],
  }
  const statement = await signEntry(claims, relay.identity)
  const expected = { kind: 'relay', authority: identity.id, previous: before, at } as const
  Object.assign(identity, { entry: await verifyEntry(statement, identity.trust, expected) })
  await publishEntry({ entry: statement })
  return key
}
