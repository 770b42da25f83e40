import { CryptoError } from '#crypto/errors.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { knownWitnesses } from '#crypto/proof/judge/judge-witnesses.js'
import { verifyCosignature } from '#crypto/transparency/cosignature.js'
import { parseNote, signatureOf } from '#crypto/transparency/note.js'
import { type LogObserver, observeLog } from '../log/observe-log.js'

export type WitnessSeen = {
  readonly authority: AuthorityId
  /** `none`: it has not cosigned the newest checkpoint (yet). */
  readonly standing: 'cosigned' | 'none' | 'false'
  /** RFC 3339, by the witness's clock. */
  readonly at: string | null
}

export type LogStanding = {
  readonly origin: string
  readonly size: number
  readonly witnesses: readonly WitnessSeen[]
  /** Of how many authorities a cosignature is demanded; undefined where the trust list demands none. */
  readonly quorum: number | undefined
}

/**
 * The newest checkpoint of the log, held against what is remembered of it, and which witnesses of the trust list
 * have cosigned it.
 *
 * @returns undefined while the log has published nothing, or the trust list names none.
 * @throws as {@link observeLog}
 */
export async function logStanding(observer: LogObserver): Promise<LogStanding | undefined> {
  const seen = await observeLog(observer)
  if (seen === undefined) return undefined
  const { trust } = observer
  const { note, origin, size } = seen
  const parsed = parseNote(note)
  const witnesses = (await knownWitnesses(trust)).map(
    async ({ key, authority }): Promise<WitnessSeen> => {
      if (signatureOf(parsed, key) === undefined) return { authority, standing: 'none', at: null }
      try {
        const { timestamp } = await verifyCosignature(note, key)
        return { authority, standing: 'cosigned', at: new Date(timestamp * 1000).toISOString() }
      } catch (error) {
        if (error instanceof CryptoError) return { authority, standing: 'false', at: null }
        throw error
      }
    },
  )
  return { origin, size, witnesses: await Promise.all(witnesses), quorum: trust.quorum }
}
