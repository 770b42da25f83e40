import type { CaseId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { CaseView } from '../../case/case-view.js'
import { packagePages } from '../packages/package-pages.js'
import type { Session } from '../session/session.js'
import { loadCase } from './load-case.js'

/** So many packages of each mailbox, the newest, are looked through for cases; each is then read whole. */
const MOST_PACKAGES = 2_000

/**
 * The newest `limit` cases of the authority, the one with the newest package first.
 *
 * @param isWanted - which of them count; all without it.
 * @throws as `loadCase`
 */
export async function listCases(
  session: Session,
  limit: number,
  isWanted: (id: CaseId) => boolean = () => true,
): Promise<readonly CaseView[]> {
  const newest = new Map<CaseId, number>()
  for (const box of ['inbox', 'sent'] as const) {
    for await (const page of packagePages(session, { box, most: MOST_PACKAGES })) {
      for (const { header } of page) {
        const claimed = Header.safeParse((await readStatement(header)).payload).data
        if (claimed === undefined) continue
        const { case: id, created } = claimed
        if (!isWanted(id)) continue
        newest.set(id, Math.max(newest.get(id) ?? 0, Date.parse(created)))
      }
    }
  }
  const ids = [...newest].sort(([, a], [, b]) => b - a).slice(0, limit)
  const views: CaseView[] = []
  for (const [id] of ids) views.push((await loadCase(session, id)).view)
  return views
}
