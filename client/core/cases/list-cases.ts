import type { CaseId } from '#crypto/fields/fields.js'
import type { CaseView } from '../../case/case-view.js'
import { loadCase, named } from './load-case.js'
import type { Session } from '../session/session.js'

/** The newest `limit` cases of the authority, the one with the newest package first. @throws as `loadCase` */
export async function listCases(session: Session, limit: number): Promise<readonly CaseView[]> {
  const boxes = await Promise.all((['inbox', 'sent'] as const).map((box) => named(session, box)))
  const newest = new Map<CaseId, number>()
  for (const { case: id, submitted } of boxes.flat()) {
    newest.set(id, Math.max(newest.get(id) ?? 0, submitted))
  }
  const ids = [...newest].sort(([, a], [, b]) => b - a).slice(0, limit)
  const views: CaseView[] = []
  for (const [id] of ids) views.push((await loadCase(session, id)).view)
  return views
}
