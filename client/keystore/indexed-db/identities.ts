import { z } from 'zod'
import { AuthorityId, Kid } from '#crypto/fields/fields.js'
import type { OpenedKeys } from '../../core/import-keys.js'
import type { Database } from './database.js'

/** One officer's identity as a browser keeps it: the keystore stays sealed under its passphrase. */
export const KeptIdentity = z.strictObject({
  /** Thumbprint of the signing key. */
  id: Kid,
  authority: AuthorityId,
  /** Of the officer, as the credential says; null until it was read once. */
  name: z.string().max(200).nullable(),
  keystore: z.string().max(256 * 1024),
  /** The text of `trust.json`, as the officer has brought it: never from the relay. */
  trust: z.string().max(8 * 1024 * 1024),
  relay: z.strictObject({ origin: z.url(), id: AuthorityId }),
  /** Whether it is one of an example, whose passphrase is nobody's secret. */
  isExample: z.boolean(),
})
export type KeptIdentity = z.infer<typeof KeptIdentity>

/** Keys that are open, until nobody has used them for a while. */
type Unlocked = { readonly keys: OpenedKeys; readonly used: number }

/**
 * Identities of this browser. While one is unlocked, its keys lie here as CryptoKeys that no script can
 * export, so that a page loaded anew asks for no passphrase; locking removes them, and leaves the sealed
 * keystore.
 *
 * @param idleMs - so long after the last use the keys count as locked, whether the page was open or not.
 */
export function identities(database: Database, idleMs: number) {
  const remove = (id: string) => database.remove('keys', id)
  return {
    async list(): Promise<readonly KeptIdentity[]> {
      const all = await database.all('identities')
      return all.flatMap((one) => KeptIdentity.safeParse(one).data ?? [])
    },
    keep: (identity: KeptIdentity) =>
      database.put('identities', identity.id, KeptIdentity.parse(identity)),
    /** Forgets keystore and keys. What was remembered of log and directory goes, too. */
    async forget(id: string): Promise<void> {
      await remove(id)
      await database.remove('identities', id)
      for (const store of ['opened', 'authorities', 'told', 'logs', 'positions'] as const) {
        await database.clear(store, [id])
      }
    },
    unlock: (id: string, keys: OpenedKeys, at: Date) =>
      database.put('keys', id, { keys, used: at.getTime() } satisfies Unlocked),
    lock: remove,
    /** The keys of an identity that is unlocked; those that have been idle for too long are removed. */
    async keys(id: string, at: Date): Promise<OpenedKeys | undefined> {
      const kept = (await database.get('keys', id)) as Unlocked | undefined
      if (kept === undefined) return undefined
      if (at.getTime() - kept.used < idleMs) return kept.keys
      await remove(id)
      return undefined
    },
    /** They were used now. */
    async touch(id: string, at: Date): Promise<void> {
      await database.change('keys', id, (kept) =>
        kept === undefined ? undefined : { ...(kept as Unlocked), used: at.getTime() },
      )
    },
  }
}
export type Identities = ReturnType<typeof identities>
