import { openVault } from '#crypto/directory/vault.js'
import type { OpeningKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import type { Relay } from '../ports.js'
import { RelayProblem } from '../relay-problem.js'

/**
 * The authority's keys as its vault holds them at this moment.
 *
 * @param key - of the officer, to whom the vault is sealed.
 * @throws ClientError `vault-closed`; RelayProblem
 */
export async function readVault(relay: Relay, key: OpeningKey): Promise<readonly OpeningKey[]> {
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
