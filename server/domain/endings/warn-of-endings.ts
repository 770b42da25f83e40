import { DAY_MS } from '#crypto/clock/durations.js'
import { dueWarning, type Ending, endingsOf } from '#crypto/directory/key-endings.js'
import { entryInForce } from '#crypto/directory/entry-in-force.js'
import { CryptoError } from '#crypto/errors.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { EndingNotice } from '../../contract/notice.js'
import type { EndingStore } from './ending-store.js'
import { endingsOfOfficers } from './endings-of-officers.js'
import { endingsOfTimestamps } from './endings-of-timestamps.js'
import { KEY_KEEPERS, OPERATOR } from '../duty/addresses-of.js'
import type { SendNotice } from '../duty/send-notice.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import type { LogStore, TimestampStore } from '../log/ports.js'
import type { Clock, DirectoryStore, Outbox } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'

type Ports = {
  readonly directory: Pick<DirectoryStore, 'currentEntries' | 'history'>
  readonly authorities: Pick<KnownAuthorities, 'of'>
  readonly endings: EndingStore
  readonly sendNotice: SendNotice
  readonly log: Pick<LogStore, 'checkpoint'>
  readonly timestamps: Pick<TimestampStore, 'forCheckpoint' | 'newestStamped'>
  readonly relay: Pick<RelayIdentity, 'id' | 'trust'>
  readonly outbox: Outbox
  readonly clock: Clock
  readonly endingsIntervalMs: number
  readonly hasMail: boolean
}
export type WarnOfEndings = ReturnType<typeof warnOfEndings>

const PAGE = 200
/** What ended longer ago is history: nobody renews it any more. */
const HISTORY_MS = 60 * DAY_MS

/**
 * Warns every authority, and the relay itself, of what they work with and that ends in 60, 30, 14 or 7
 * days or has ended: once for each of these and each key, certificate, entry and credential. Keeps when
 * all of it ends, for the metrics, and asks to come again.
 *
 * @returns the notices that are new.
 */
export function warnOfEndings(ports: Ports) {
  const { directory, authorities, endings, relay, outbox, clock, endingsIntervalMs } = ports

  return async (): Promise<readonly EndingNotice[]> => {
    const now = clock.now()
    // Everybody's next look is the same moment: asked for by many workers it is one job.
    const next = (Math.floor(now.getTime() / endingsIntervalMs) + 1) * endingsIntervalMs
    await outbox.ask('clocks.endings', {}, { notBefore: new Date(next) })
    const given: EndingNotice[] = []
    for await (const authority of everybody()) {
      const found = await endingsOfAuthority(authority, now)
      if (found === undefined) continue
      await endings.put({ authority, endings: found, at: now })
      for (const ending of found) {
        const notice = await warn(authority, ending, now)
        if (notice !== undefined) given.push(notice)
      }
    }
    return given
  }

  async function* everybody(): AsyncGenerator<AuthorityId> {
    let after: AuthorityId | undefined
    do {
      const page = await directory.currentEntries(after, PAGE)
      for (const { authority } of page) yield authority
      after = page.length === PAGE ? page.at(-1)?.authority : undefined
    } while (after !== undefined)
  }

  async function endingsOfAuthority(authority: AuthorityId, now: Date) {
    try {
      const known = await authorities.of(authority, 'now')
      if (known === undefined) return undefined
      const entry = entryInForce(known, now) ?? known.entries.at(-1)
      if (entry === undefined) return undefined
      return [
        ...endingsOf(entry),
        ...(await endingsOfOfficers(directory, known, now)),
        ...(authority === relay.id ? await endingsOfTimestamps(ports) : []),
      ]
    } catch (error) {
      // One whose root left the trust list, say: the others are warned all the same.
      if (error instanceof CryptoError) return undefined
      throw error
    }
  }

  async function warn(authority: AuthorityId, { what, of, at }: Ending, now: Date) {
    const warning = dueWarning(at, now)
    if (warning === undefined || now.getTime() - new Date(at).getTime() > HISTORY_MS) return
    const told = { authority, kind: 'keys.expiring', what, of, ends: at, warning } as const
    const target = authority === relay.id ? OPERATOR : KEY_KEEPERS
    const sent = await ports.sendNotice(told, `${what}/${of}/${at}/${warning}`, () =>
      ports.hasMail ? [target] : [],
    )
    return sent?.isNew === true ? sent.notice : undefined
  }
}
