import type { HoldScope } from '#crypto/retention/legal-hold.js'
import type { AuditedAct, DoubtfulAct } from '../../core/operations/audit.js'
import { localTime } from '../options/local-time.js'
import { oneLine } from './one-line.js'
import { table } from './table.js'

type Audit = {
  readonly acts: readonly AuditedAct[]
  readonly doubtful: readonly DoubtfulAct[]
  readonly hasMore: boolean
}

/** Who stated what about whom, a row each; under it what does not verify, and that there is more. */
export const auditLines = ({ acts, doubtful, hasMore }: Audit): readonly string[] => [
  ...(acts.length + doubtful.length === 0 ? ['Nothing was stated.'] : []),
  ...(acts.length === 0
    ? []
    : table(
        ['when (relay’s clock)', 'about', 'what', 'by', 'leaf', 'statement'],
        acts.map((act) => [
          ...[localTime(act.at), act.about, said(act)],
          ...[`${act.by} ${act.said.kid}`, leafOf(act), `${act.code} ${act.said.digest}`],
        ]),
      )),
  ...doubtful.map(
    ({ digest, code, message }) => `✗ ${digest}  does not verify (${code}): ${oneLine(message)}`,
  ),
  ...(hasMore ? ['There are older ones: see them with --until, or with a larger --most.'] : []),
]

function leafOf({ leaf }: AuditedAct): string {
  if (leaf === undefined) return 'not asked: the trust list names no log'
  return leaf === null ? '▲ not in the log yet' : String(leaf)
}

/** In words; a stranger's words are kept to one line. */
function said(act: AuditedAct): string {
  switch (act.code) {
    case 'X.1':
      return `published entry, version ${act.said.payload.version}`
    case 'X.2':
      return `vouched for ${oneLine(act.said.payload.name)} (${act.said.payload.officer}): ${act.said.payload.roles.join(' ')}`
    case 'X.3':
      return `revoked key ${act.said.payload.kid} (${act.said.payload.reason}) as of ${localTime(act.said.payload.since)}`
    case 'X.4':
      return `${act.said.payload.standing === 'suspended' ? 'stopped its mail' : 'let its mail go on'}: ${oneLine(act.said.payload.reason)}`
    case 'X.5':
      return `set retention, schedule ${act.said.payload.version}: ${daysOf(act.said.payload.days)}`
    case 'X.6':
      return `${act.said.payload.standing} hold ${act.said.payload.hold} on ${scopeOf(act.said.payload.scope)}: ${oneLine(act.said.payload.reason)}`
    case 'X.7':
      return `invited it as ${oneLine(act.said.payload.name)}, which was used`
    case 'X.8':
      return act.said.payload.outcome === 'approved'
        ? 'approved its application'
        : `refused its application: ${oneLine(act.said.payload.reason)}`
  }
}

const daysOf = (days: Readonly<Record<string, number | null>>) =>
  Object.entries(days)
    .map(([of, after]) => `${of} ${after === null ? 'for ever' : `${after} days`}`)
    .join(', ')

function scopeOf(scope: HoldScope): string {
  if (scope.of === 'packages') return `${scope.packages.length} packages`
  return scope.of === 'case' ? `case ${scope.case}` : scope.authority
}
