import { z } from 'zod'
import { AuthorityId, Kid } from '#crypto/fields/fields.js'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import type { NamedSession } from '#server/contract/session-wire.js'
import { ClientError } from '../../core/client-error.js'
import type { OpenedKeys } from '../../core/session/import-keys.js'
import type { Database } from './database.js'

/**
 * One officer's identity as a browser keeps it: the keystore stays sealed under its passphrase, or under that and a
 * security key.
 */
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

/** Keys that are open, until nobody has used them for a while, and in any case for so long. */
type Unlocked = {
  /** Of an identity of an example alone: all other keys stay in the memory of the tab. */
  readonly keys?: OpenedKeys
  /** Begun by the first unlocking; each tab that unlocks it meanwhile goes on with it. */
  readonly session: NamedSession
  readonly since: number
  readonly used: number
}
/** Whose keys are open, the relay's name for it, and until when at the latest. */
export type Unlocking = Pick<Unlocked, 'session'> & {
  readonly keys: OpenedKeys
  readonly until: Date
}

const changed = () =>
  new ClientError(
    'keystore-changed',
    'another tab has changed what is kept of this identity',
    'Load the page again, then try again.',
  )

/** Whether what is brought in may take the place of one that is bound to security keys. */
type Bringing = { readonly unbinds: boolean }

function mayTakeItsPlace(kept: unknown, { unbinds }: Bringing): boolean {
  const now = KeptIdentity.safeParse(kept).data
  return unbinds || now === undefined || !isBoundKeystore(now.keystore)
}

const bound = () =>
  new ClientError(
    'keystore-bound',
    'this identity is bound to a security key in this browser',
    'Unlock it with that key, or let the file take its place.',
  )

/** What is kept for one identity alone. */
const OF_ONE = [
  ...(['opened', 'authorities', 'told', 'logs', 'positions'] as const),
  ...(['search', 'brought'] as const),
]

/**
 * Identities of this browser: sealed keystores, and which of them are unlocked. Their keys are not written: a browser
 * leaves even those that no script can export in its files as they are, and forgets them late. Those of an example,
 * whose passphrase is nobody's secret, are, so that a page loaded anew goes on.
 *
 * @param idleMs - so long after the last use the keys count as locked, whether the page was open or not.
 * @param longestMs - so long after they were unlocked they do in any case.
 */
export function identities(database: Database, idleMs: number, longestMs: number) {
  const remove = (id: string) => database.remove('keys', id)
  /** Those that have been idle for too long are removed. */
  async function inUse(id: string, at: Date): Promise<Unlocked | undefined> {
    const kept = (await database.get('keys', id)) as Unlocked | undefined
    if (kept === undefined) return undefined
    if (at.getTime() - kept.used < idleMs && at.getTime() < kept.since + longestMs) return kept
    await remove(id)
    return undefined
  }
  return {
    async list(): Promise<readonly KeptIdentity[]> {
      const all = await database.all('identities')
      return all.flatMap((one) => KeptIdentity.safeParse(one).data ?? [])
    },
    /**
     * What is kept of it now, which is another keystore than a page has listed where another tab has bound it meanwhile.
     *
     * @throws {@link ClientError} `keystore-changed` where another tab has forgotten it.
     */
    async current({ id }: Pick<KeptIdentity, 'id'>): Promise<KeptIdentity> {
      const kept = KeptIdentity.safeParse(await database.get('identities', id))
      if (kept.success) return kept.data
      throw changed()
    },
    /**
     * The one whose place another may take that is brought in; undefined where there is none.
     *
     * @throws {@link ClientError} `keystore-bound`
     */
    async before(id: string, manner: Bringing): Promise<KeptIdentity | undefined> {
      const kept = await database.get('identities', id)
      if (!mayTakeItsPlace(kept, manner)) throw bound()
      return KeptIdentity.safeParse(kept).data
    },
    /**
     * Keeps one that is brought in.
     *
     * @throws {@link ClientError} `keystore-bound`, also where another tab was first: nothing is written then.
     */
    async keep(identity: KeptIdentity, manner: Bringing): Promise<void> {
      const next = KeptIdentity.parse(identity)
      const outcome = await database.change('identities', identity.id, (kept) =>
        mayTakeItsPlace(kept, manner) ? next : undefined,
      )
      if (outcome === 'kept') throw bound()
    },
    /** Of one that is kept; its keystore stays as it is, whoever may have changed it meanwhile. */
    rename: (id: string, name: string) =>
      database.change('identities', id, (kept) =>
        kept === undefined ? undefined : { ...(kept as KeptIdentity), name },
      ),
    /**
     * Puts another keystore in the place of the one that `identity` has.
     *
     * @throws {@link ClientError} `keystore-changed` where another tab was first: nothing is written then.
     */
    async replace({ id, keystore: before }: KeptIdentity, keystore: string): Promise<void> {
      const outcome = await database.change('identities', id, (kept) => {
        const now = KeptIdentity.safeParse(kept).data
        return now?.keystore === before ? KeptIdentity.parse({ ...now, keystore }) : undefined
      })
      if (outcome === 'kept') throw changed()
    },
    /** Forgets keystore and keys. What was remembered of log and directory goes, too. */
    async forget(id: string): Promise<void> {
      await remove(id)
      await database.remove('identities', id)
      for (const store of OF_ONE) await database.clear(store, [id])
    },
    async unlock(
      { id, keystore, isExample }: Pick<KeptIdentity, 'id' | 'isExample' | 'keystore'>,
      { keys, session }: Pick<Unlocking, 'keys' | 'session'>,
      at: Date,
    ): Promise<Unlocking> {
      const used = at.getTime()
      const before = await inUse(id, at)
      const since = before?.session.id === session.id ? before.since : used
      const open = isExample && !isBoundKeystore(keystore) ? { keys } : {}
      await database.put('keys', id, { ...open, session, since, used } satisfies Unlocked)
      return { keys, session, until: new Date(since + longestMs) }
    },
    lock: remove,
    /** The session of an identity that is unlocked in some tab, which another one that unlocks it shares. */
    going: async (id: string, at: Date): Promise<NamedSession | undefined> =>
      (await inUse(id, at))?.session,
    /** Until when, if nobody uses them meanwhile; undefined where they are locked. */
    async idleUntil(id: string, at: Date): Promise<Date | undefined> {
      const kept = await inUse(id, at)
      return kept && new Date(kept.used + idleMs)
    },
    /** The keys of an identity of an example that is unlocked in some tab. */
    async unlocked(id: string, at: Date): Promise<Unlocking | undefined> {
      const { keys, session, since } = (await inUse(id, at)) ?? {}
      if (keys === undefined || session === undefined || since === undefined) return undefined
      return { keys, session, until: new Date(since + longestMs) }
    },
    /** By what name this browser is known as a client to the identity's relay. */
    async client(id: string, fresh: string): Promise<string> {
      const at = [id, 'client']
      await database.change('positions', at, (before) => before ?? fresh)
      return (await database.get('positions', at)) as string
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
