import { checkRecord } from '../proof/check-record.js'
import { pageTurner } from '../page-turner.js'
import type { SearchStore } from '../search/search-index.js'
import { type IndexProgress, updateIndex } from '../search/update-index.js'
import type { Session } from '../session/session.js'
import {
  type CountedPackage,
  exchangeStatistics,
  type ExchangeStatistics,
} from './exchange-statistics.js'

type Period = { readonly from?: Date; readonly to?: Date }

/**
 * Counts what the authority has exchanged, from evidence verified here and from the templates of what it
 * could open; no content goes into it, and the relay is not told what is counted.
 *
 * @param period - of the submission: from inclusive, to exclusive.
 * @throws as `checkRecord`: one forged row would make false numbers.
 */
export async function gatherStatistics(
  session: Session,
  store: SearchStore,
  { from, to }: Period,
  onProgress?: IndexProgress,
): Promise<ExchangeStatistics> {
  const { entries } = await updateIndex(session, store, { ...(onProgress && { onProgress }) })
  const byPackage = new Map(entries.map((entry) => [entry.package, entry]))
  const packages: CountedPackage[] = []
  for (const box of ['inbox', 'sent'] as const) {
    const nextOf = pageTurner()
    let after: string | undefined
    do {
      const page = await session.relay.call('listPackages', { query: { box, after, limit: 100 } })
      for (const row of page.packages) {
        const record = await checkRecord(session, row)
        const entry = byPackage.get(record.header.payload.package)
        packages.push({ record, entry: entry ?? { box, template: null, inReplyTo: null } })
      }
      after = nextOf(page)
    } while (after !== undefined)
  }
  return exchangeStatistics(packages, (submitted) => {
    const at = new Date(submitted)
    return (from === undefined || at >= from) && (to === undefined || at < to)
  })
}
