import type { OpeningKey } from '#crypto/keys/key.js'
import type { Platform, Relay } from '../ports.js'
import { readVault } from './read-vault.js'

type Keys = readonly OpeningKey[]

/** A long-lived session sees a rotation of the authority's keys after so long. */
const FRESH_MS = 60_000

/**
 * The authority's keys as this officer's vault holds them: fetched when first needed, shared by all
 * who ask meanwhile. A failure is nobody's knowledge: the next one asks again.
 */
export function officerVault(
  relay: Relay,
  key: OpeningKey,
  platform: Pick<Platform, 'now'>,
): () => Promise<Keys> {
  let recent: { readonly at: number; readonly keys: Promise<Keys> } | undefined
  return () => {
    const now = platform.now().getTime()
    if (recent !== undefined && now - recent.at < FRESH_MS) return recent.keys
    const keys = readVault(relay, key)
    const fetched = { at: now, keys }
    recent = fetched
    keys.catch(() => {
      if (recent === fetched) recent = undefined
    })
    return keys
  }
}
