import { equalBytes, fromBase64 } from '../../bytes/bytes.js'
import type { Checkpoint } from '../../transparency/checkpoint.js'
import { verifyConsistency } from '../../transparency/consistency.js'
import { attempt } from '../attempt.js'
import { type Finding, findingOf, type Side } from './comparison.js'
import { isOneLog } from '../is-one-log.js'
import { openBundled } from '../judge/judge-checkpoint.js'

/**
 * Compares what one log showed to the two sides. That it showed each another history is proved by two
 * signed checkpoints of one size with two roots, or by two leaves of one index: a log only ever grows.
 */
export async function compareLogs(a: Side, b: Side): Promise<readonly Finding[]> {
  const [first, second] = [await headsOf(a), await headsOf(b)]
  const [own, other] = [first[0], second[0]]
  if (!own || !other) return []
  const { origin } = own
  if (origin !== other.origin) return [otherLog(origin, other.origin)]
  if (!(await isOneLog(a, b, origin))) {
    const [one = '', another = ''] = [a, b].map(({ signers }) => signers.relay?.payload.authority)
    return [otherLog(`${origin} (${one})`, `${origin} (${another})`)]
  }
  for (const head of first) {
    const twin = second.find(({ size }) => size === head.size)
    if (twin && !equalBytes(twin.root, head.root)) {
      return [splitView(origin, `two roots for ${head.size} entries`, { size: String(head.size) })]
    }
  }
  const index = twoLeaves(a, b)
  if (index !== undefined) {
    return [splitView(origin, `two statements as entry ${index}`, { index: String(index) })]
  }
  const data = { origin, first: String(own.size), second: String(other.size) }
  if (first.some(({ size }) => second.some((head) => head.size === size))) {
    const text = `Both checkpoints are shown to be of one history of the log ${origin}.`
    return [findingOf('log-joined', 'both', text, { data })]
  }
  const text = `Nothing in the bundles shows that the larger tree of ${origin} begins with the smaller one; “rogatory witness check” asks the log.`
  return [findingOf('log-unjoined', 'unshown', text, { data })]
}

function otherLog(first: string, second: string): Finding {
  const text = `The two bundles are of different logs, ${first} and ${second}: neither can show what the other log holds, nor that it was split.`
  return findingOf('logs-differ', 'unshown', text, { data: { first, second } })
}

function splitView(origin: string, what: string, data: Record<string, string>): Finding {
  const text = `Split view: the log ${origin} signed ${what}. It showed each of the two another history.`
  return findingOf('split-view', 'contradiction', text, {
    data: { origin, ...data },
    against: origin,
  })
}

/** The bundle's checkpoint, and the later ones that are shown to begin with it. */
async function headsOf({ bundle, signers }: Side): Promise<Checkpoint[]> {
  const { log, consistency, witnessed = [] } = bundle
  const own = await openBundled(log?.checkpoint ?? '', signers)
  if (!own?.ok) return []
  const { size: fromSize, root: fromRoot, origin } = own.value
  const heads = [own.value]
  for (const { checkpoint, path } of [...(consistency ? [consistency] : []), ...witnessed]) {
    const later = await openBundled(checkpoint, signers)
    if (!later?.ok || later.value.origin !== origin) continue
    const { size: toSize, root: toRoot } = later.value
    const hashes = path.map(fromBase64)
    const joined = await attempt(() =>
      verifyConsistency({ fromSize, fromRoot, toSize, toRoot, path: hashes }),
    )
    if (joined.ok) heads.push(later.value)
  }
  return heads
}

/** An index at which the two logs hold different statements. */
function twoLeaves(a: Side, b: Side): number | undefined {
  const there = new Map(leavesOf(b).map(({ index, digest }) => [index, digest]))
  return leavesOf(a).find(({ index, digest }) => (there.get(index) ?? digest) !== digest)?.index
}

/** The leaves of a bundle, if all of them are shown to stand in the log. */
function leavesOf({ bundle, verdict }: Side) {
  const logged = verdict.facts.find(({ fact }) => fact === 'logged')
  return logged?.standing === 'contradicted' ? [] : (bundle.log?.leaves ?? [])
}
