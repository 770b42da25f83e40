import { openVault, sealVault } from '#crypto/directory/vault.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import type { OpeningKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'
import { type KeyNeed, keyNeed } from './key-needs.js'
import { listOfficers } from './list-officers.js'
import { vaultReaders } from './vault-readers.js'

const ATTEMPTS = 8

/**
 * Destroys a key of the authority's vault that nothing is opened with any more: the next version is sealed without it, and
 * the relay deletes the versions before, once that one was read back and opened here. What only that key opens is closed for
 * good, wherever a copy of it may be.
 *
 * What is opened with it is asked before it is taken out and once more before the earlier versions go: if something came in
 * between, it is put back.
 *
 * Asked again after a crash, when the vault is without it, it has the relay delete the earlier versions.
 *
 * @param options - `withoutTranslations`: the translations that it opens were fetched, or are given up.
 * @throws ClientError `key-needed` if something still opens with it, or others seal to it; `usage` if it never was one; CryptoError
 *   `envelope/recipient` when the vault is not open to this officer; RelayProblem
 */
export async function destroyKey(
  session: Session,
  kid: string,
  { withoutTranslations = false }: { readonly withoutTranslations?: boolean } = {},
): Promise<void> {
  let removed: OpeningKey | undefined
  for (let attempt = 1; ; attempt++) {
    const { version, vault } = await session.relay.call('readVault')
    const kept = await openVault(vault, session.officer.sealingKey, { extractable: true })
    const own = kept.find((key) => key.kid === kid)
    if (own === undefined && removed === undefined) await requireOwn(session, kid)
    const refusal = refusalOf(await keyNeed(session, kid), withoutTranslations)
    try {
      if (own !== undefined) {
        if (refusal !== undefined) throw refusal
        const others = kept.filter((key) => key.kid !== kid)
        await store(session, version + 1, others)
        removed = own
        continue
      }
      // Earlier versions are the way back from one that does not open: this one does.
      if (refusal === undefined) {
        await session.relay.call('storeVault', { body: { version, vault, forgetEarlier: true } })
        return
      }
      if (removed !== undefined) await store(session, version + 1, [removed, ...kept])
      throw refusal
    } catch (error) {
      const isConflict = error instanceof RelayProblem && error.code === 'vault-conflict'
      if (!isConflict || attempt === ATTEMPTS) throw error
    }
  }
}

async function store(session: Session, version: number, keys: readonly OpeningKey[]) {
  const openingKeys = await Promise.all(keys.map(exportPrivateJwk))
  const vault = await sealVault({ openingKeys }, await vaultReaders(await listOfficers(session)))
  await session.relay.call('storeVault', { body: { version, vault } })
}

function refusalOf(need: KeyNeed, withoutTranslations: boolean): ClientError | undefined {
  const { kid, isPresent, translations, unverified } = need
  if (isPresent) {
    return needed(
      `others seal to ${kid}, or may begin to: your entry names it, or is about to`,
      'Change your keys first (rogatory keys rotate), or finish the change, and wait for the overlap to end.',
    )
  }
  const opened = openedBy(need)
  if (opened !== '') {
    return needed(
      `${kid} still opens ${opened}`,
      'Seal packages anew (rogatory reseal --all --sealed-under KID), those to come once they are here; save drafts again and settle what is kept aside; let hand-offs end; end oral requests (rogatory duty oral).',
    )
  }
  if (unverified > 0) {
    return needed(
      `${unverified} hand-offs do not verify on this computer, and what was returned about them may need any key`,
      'See which and why (rogatory translation list), and set right what they say; check that this computer’s clock is right.',
    )
  }
  if (translations === 0 || withoutTranslations) return undefined
  return needed(
    `${kid} still opens ${translations} translations that are certified, or were returned before their hand-off ended`,
    'Fetch those that you want to keep, then: rogatory keys destroy --without-translations',
  )
}

const openedBy = ({ packages, coming, drafts, handoffs, oralRequests }: KeyNeed): string =>
  [
    [packages, 'packages'],
    [coming, 'packages that are still to come'],
    [drafts, 'drafts'],
    [handoffs, 'hand-offs'],
    [oralRequests, 'oral requests'],
  ]
    .filter(([count]) => count !== 0)
    .map((one) => one.join(' '))
    .join(', ')

const needed = (message: string, remedy: string) => new ClientError('key-needed', message, remedy)

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
