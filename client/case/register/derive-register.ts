import type { CasePackage, CaseView, RequestView, Thread, TimelineItem } from '../case-view.js'
import { keepThread } from './keep-thread.js'
import type { Register } from './register-entry.js'

/**
 * The register of a case: every assurance, condition and limit that was given or set in it, as it stands
 * with each counterpart, kept to fulfilment or release.
 *
 * It is derived from the timelines of the case, which are derived from evidence: what does not count there
 * obliges to nothing, and both sides of a thread come to the same entries.
 *
 * @param packages - those from which `view` was derived.
 */
export function deriveRegister(view: CaseView, packages: readonly CasePackage[]): Register {
  const byEvidence = new Map(
    packages.flatMap((pkg) => pkg.evidence.map(({ digest }) => [digest, pkg] as const)),
  )
  const byHeader = new Map(packages.map((pkg) => [pkg.header, pkg]))
  const kept = view.requests.flatMap((request) =>
    request.threads.map((thread) =>
      keepThread(request, thread, steps(request, thread, byEvidence, byHeader)),
    ),
  )
  return {
    entries: kept.flatMap(({ entries }) => entries),
    approvals: kept.flatMap(({ approvals }) => approvals),
    ignored: kept.flatMap(({ ignored }) => ignored),
  }
}

/** A happening of a thread with its package, each package once; a request that was passed on comes first. */
function steps(
  { header }: RequestView,
  { timeline }: Thread,
  byEvidence: ReadonlyMap<string, CasePackage>,
  byHeader: ReadonlyMap<string, CasePackage>,
): readonly { readonly item: TimelineItem; readonly pkg: CasePackage | undefined }[] {
  const seen = new Set<string>()
  return timeline.map((item, place) => {
    const pkg = place === 0 ? byHeader.get(header) : byEvidence.get(item.evidence)
    if (pkg === undefined || seen.has(pkg.header)) return { item, pkg: undefined }
    seen.add(pkg.header)
    return { item, pkg }
  })
}
