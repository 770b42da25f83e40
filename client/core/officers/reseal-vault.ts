import { openVault, sealVault } from '#crypto/directory/vault.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import type { OpeningKey } from '#crypto/keys/key.js'
import { RelayProblem } from '../relay-problem.js'
import { listOfficers } from './list-officers.js'
import type { Session } from '../session/session.js'
import { vaultReaders } from './vault-readers.js'

const ATTEMPTS = 8

/** What a vault holds is decided when its content is known: `keys` are those of the current version. */
type Choose = (
  keys: readonly OpeningKey[],
) => Promise<readonly OpeningKey[]> | readonly OpeningKey[]

/**
 * Seals the authority's vault to the officers who may open it now, as its next version. Where that is
 * how it is sealed already, nothing is stored. An administrator who was quicker is no failure: the
 * version of theirs is read and the next one made from it.
 *
 * @param choose - further keys to put in.
 * @returns the keys that the vault holds now.
 * @throws CryptoError `envelope/recipient` when it is not open to this officer; RelayProblem
 */
export async function resealVault(
  session: Session,
  choose: Choose = () => [],
): Promise<readonly OpeningKey[]> {
  const readers = await vaultReaders(await listOfficers(session))
  for (let attempt = 1; ; attempt++) {
    const { version, vault } = await session.relay.call('readVault')
    const kept = await openVault(vault, session.officer.sealingKey, { extractable: true })
    const added = (await choose(kept)).filter(({ kid }) => !kept.some((key) => key.kid === kid))
    const keys = [...kept, ...added]
    if (added.length === 0 && isSealedTo(vault, readers)) return keys
    const openingKeys = await Promise.all(keys.map(exportPrivateJwk))
    const body = { version: version + 1, vault: await sealVault({ openingKeys }, readers) }
    try {
      await session.relay.call('storeVault', { body })
      return keys
    } catch (error) {
      const isConflict = error instanceof RelayProblem && error.code === 'vault-conflict'
      if (!isConflict || attempt === ATTEMPTS) throw error
    }
  }
}

function isSealedTo(vault: string, readers: readonly { readonly kid: string }[]): boolean {
  const sealed = recipientsOf(vault)
  return sealed.length === readers.length && readers.every(({ kid }) => sealed.includes(kid))
}
