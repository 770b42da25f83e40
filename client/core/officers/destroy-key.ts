import { openVault, sealVault } from '#crypto/directory/vault.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { ClientError } from '../client-error.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'
import { isIdle, keyNeeds } from './key-needs.js'
import { listOfficers } from './list-officers.js'
import { vaultReaders } from './vault-readers.js'

const ATTEMPTS = 8

/**
 * Destroys a key of the authority's vault that nothing is opened with any more: the next version is sealed without it, and
 * the relay deletes the versions before. What only that key opens is closed for good, wherever a copy of it may be.
 *
 * Asked again after a crash, when the vault is without it, it has the relay delete the earlier versions.
 *
 * @throws ClientError `key-needed` if something still opens with it, or others seal to it; `usage` if it never was one; CryptoError
 *   `envelope/recipient` when the vault is not open to this officer; RelayProblem
 */
export async function destroyKey(session: Session, kid: string): Promise<void> {
  const need = (await keyNeeds(session)).find((one) => one.kid === kid)
  if (need !== undefined && !isIdle(need)) {
    throw new ClientError(
      'key-needed',
      need.isPresent
        ? `others seal to ${kid} still: your entry names it`
        : `${kid} still opens ${need.packages} packages, ${need.drafts} drafts and ${need.handoffs} hand-offs`,
      need.isPresent
        ? 'Change your keys first (rogatory keys rotate), and wait for the overlap to end.'
        : 'Seal packages anew (rogatory reseal --all --sealed-under KID); save drafts again; let hand-offs end.',
    )
  }
  if (need === undefined) await requireOwn(session, kid)
  const readers = await vaultReaders(await listOfficers(session))
  for (let attempt = 1; ; attempt++) {
    const current = await session.relay.call('readVault')
    const { sealingKey } = session.officer
    const kept = await openVault(current.vault, sealingKey, { extractable: true })
    const others = kept.filter((key) => key.kid !== kid)
    const next =
      others.length === kept.length
        ? current
        : {
            version: current.version + 1,
            vault: await sealVault(
              { openingKeys: await Promise.all(others.map(exportPrivateJwk)) },
              readers,
            ),
          }
    try {
      await session.relay.call('storeVault', { body: { ...next, forgetEarlier: true } })
      return
    } catch (error) {
      const isConflict = error instanceof RelayProblem && error.code === 'vault-conflict'
      if (!isConflict || attempt === ATTEMPTS) throw error
    }
  }
}

/** One that is gone from the vault was named by an entry once: a slip of the pen was not. */
async function requireOwn({ directory, officer }: Session, kid: string): Promise<void> {
  const history = await directory.history(officer.authority)
  const isOwn = history.some(({ payload }) =>
    payload.keys.some((key) => key.purpose === 'envelopes' && key.kid === kid),
  )
  if (isOwn) return
  throw new ClientError(
    'usage',
    `your authority has no key ${kid} to open envelopes with`,
    'See them: rogatory keys needed',
  )
}
