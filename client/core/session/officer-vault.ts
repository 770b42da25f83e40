import { openVault } from '#crypto/directory/vault.js'
import type { OpeningKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import type { Platform, Relay } from '../ports.js'
import { RelayProblem } from '../relay-problem.js'

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
    const keys = fetchVault(relay, key)
    const fetched = { at: now, keys }
    recent = fetched
    keys.catch(() => {
      if (recent === fetched) recent = undefined
    })
    return keys
  }
}

async function fetchVault(relay: Relay, key: OpeningKey): Promise<Keys> {
  const { vault } = await relay.call('readVault').catch((error: unknown) => {
    if (!(error instanceof RelayProblem) || error.status !== 404) throw error
    throw new ClientError(
      'vault-closed',
      'your authority has no vault at this relay',
      'An officer with the role admin has to store one.',
    )
  })
  return openVault(vault, key).catch((error: unknown) => {
    throw new ClientError(
      'vault-closed',
      'your authority’s vault is not open to your keys',
      'An officer with the role admin has to add you to it.',
      { cause: error },
    )
  })
}
