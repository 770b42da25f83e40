import type { CaseId } from '#crypto/fields/fields.js'
import type { PackageSummary } from '#server/contract/wire.js'
import { pageTurner } from '../page-turner.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'

const PAGE = 200

export type PackageQuery = {
  readonly box: 'inbox' | 'sent'
  /** So many, the newest; left out: all there are. */
  readonly most?: number
  /** Stops after so many pages of the relay as well, however short they are. */
  readonly pages?: number
  /** Only those of a case. */
  readonly case?: CaseId
  /** Only urgent ones that somebody has not answered. */
  readonly waiting?: 'urgent'
  /** Only what is older: the cursor that an earlier look stopped at. */
  readonly after?: string | undefined
  /** Told in the end where the next look goes on; undefined where nothing is older. */
  readonly onStop?: (next: string | undefined) => void
}

/**
 * The packages of a mailbox as the relay shows them, newest first, page after page.
 *
 * A relay of an earlier version does not know `case` and `waiting`, and refuses them: it is asked for the whole mailbox.
 * So what comes may be more than was asked for, and whoever asked for less looks again.
 *
 * @throws RelayProblem; ClientError `relay-answer` for a list without end.
 */
export async function* packagePages(
  session: Session,
  { box, most = Infinity, pages = Infinity, after: from, onStop, ...filter }: PackageQuery,
): AsyncGenerator<readonly PackageSummary[], void, undefined> {
  const nextOf = pageTurner()
  let only: Partial<typeof filter> = filter
  let after = from
  let seen = 0
  let turned = 0
  do {
    const limit = Math.min(PAGE, most - seen)
    const page = await ask(limit).catch((error: unknown) => {
      const isUnknown = error instanceof RelayProblem && error.code === 'malformed-request'
      if (!isUnknown || after !== from || Object.keys(only).length === 0) throw error
      only = {}
      return ask(limit)
    })
    yield page.packages
    seen += page.packages.length
    after = nextOf(page)
  } while (after !== undefined && seen < most && ++turned < pages)
  onStop?.(after)

  function ask(limit: number) {
    return session.relay.call('listPackages', { query: { box, ...only, after, limit } })
  }
}
