import { openVault, sealVault } from '#crypto/directory/vault.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { ClientError } from '../client-error.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'
import { isIdle, type KeyNeed, keyNeeds } from './key-needs.js'
import { listOfficers } from './list-officers.js'
import { vaultReaders } from './vault-readers.js'

const ATTEMPTS = 8

/**
 * Destroys a key of the authority's vault that nothing is opened with any more: the next version is sealed without it, and
 * the relay deletes the versions before, once that one was read back and opened here. What only that key opens is closed for
 * good, wherever a copy of it may be.
 *
 * Asked again after a crash, when the vault is without it, it has the relay delete the earlier versions.
 *
 * @param options - `withoutTranslations`: certified translations that it opens were fetched, or are given up.
 * @throws ClientError `key-needed` if something still opens with it, or others seal to it; `usage` if it never was one; CryptoError
 *   `envelope/recipient` when the vault is not open to this officer; RelayProblem
 */
export async function destroyKey(
  session: Session,
  kid: string,
  { withoutTranslations = false }: { readonly withoutTranslations?: boolean } = {},
): Promise<void> {
  const need = (await keyNeeds(session)).find((one) => one.kid === kid)
  if (need === undefined) await requireOwn(session, kid)
  else requireIdle(need, withoutTranslations)
  for (let attempt = 1; ; attempt++) {
    const { version, vault } = await session.relay.call('readVault')
    const kept = await openVault(vault, session.officer.sealingKey, { extractable: true })
    const others = kept.filter((key) => key.kid !== kid)
    // Earlier versions are the way back from one that does not open: this one does.
    const isWithout = others.length === kept.length
    try {
      if (isWithout) {
        await session.relay.call('storeVault', { body: { version, vault, forgetEarlier: true } })
        return
      }
      const openingKeys = await Promise.all(others.map(exportPrivateJwk))
      const next = await sealVault({ openingKeys }, await vaultReaders(await listOfficers(session)))
      await session.relay.call('storeVault', { body: { version: version + 1, vault: next } })
    } catch (error) {
      const isConflict = error instanceof RelayProblem && error.code === 'vault-conflict'
      if (!isConflict || attempt === ATTEMPTS) throw error
    }
  }
}

function requireIdle(need: KeyNeed, withoutTranslations: boolean): void {
  const { kid, isPresent, packages, drafts, handoffs, translations } = need
  if (!isIdle(need)) {
    throw new ClientError(
      'key-needed',
      isPresent
        ? `others seal to ${kid}, or may begin to: your entry names it, or is about to`
        : `${kid} still opens ${packages} packages, ${drafts} drafts and ${handoffs} hand-offs`,
      isPresent
        ? 'Change your keys first (rogatory keys rotate), or finish the change, and wait for the overlap to end.'
        : 'Seal packages anew (rogatory reseal --all --sealed-under KID); save drafts again; let hand-offs end.',
    )
  }
  if (translations === 0 || withoutTranslations) return
  throw new ClientError(
    'key-needed',
    `${kid} still opens ${translations} certified translations`,
    'Fetch those that you want to keep, then: rogatory keys destroy --without-translations',
  )
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
