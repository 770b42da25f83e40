import { publishNextEntry } from '#client/core/directory/publish-next-entry.js'
import { resealVault } from '#client/core/officers/reseal-vault.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import type { OpeningKey } from '#crypto/keys/key.js'
import { after } from '../world/moments.js'
import type { Constellation, TestSession } from './constellation.js'

/** Has Xbland change its envelopes key without an overlap: senders seal to the new one alone, a minute later. */
export async function changeKeys(
  { relay }: Pick<Constellation, 'relay'>,
  admin: TestSession,
): Promise<OpeningKey> {
  const key = await generateOpeningKey('x25519', { extractable: true })
  await resealVault(admin, () => [key])
  const keys = [{ purpose: 'envelopes' as const, key }]
  await publishNextEntry(admin, relay.xb.identity, { keys, overlapMs: 0 })
  relay.setClock(after(relay.clock.now(), 61))
  return key
}
