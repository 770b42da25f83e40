import type { Because } from '#crypto/proof/bundle-ageing.js'
import type { Sunset } from '#crypto/proof/sunset.js'
import { readAgeingPolicy } from '../../core/proof/ageing-policy.js'
import { type AgeingList, type AgeingRow, listAgeing } from '../../core/proof/list-ageing.js'
import { bundlesIn } from '../../files/bundles-in.js'
import type { CommandContext } from '../command-context.js'
import { EXIT, exitCodeOf } from '../exit-codes.js'
import { octetsIn, trustFor } from '../offline-files.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

/** Needs no relay and no account, and changes nothing: for a timer beside an archive of bundles. */
export async function proofAgeing(
  context: CommandContext,
  paths: readonly string[],
): Promise<void> {
  const trust = await trustFor(context)
  const policy = await policyFor(context)
  const within = Number(context.options['within'])
  const files = new Set((await Promise.all(paths.map(bundlesIn))).flat())
  const list = await listAgeing(
    [...files].map((file) => ({ file, octets: () => octetsIn(file) })),
    { trust, within, now: () => new Date(), ...(policy && { policy }) },
  )
  process.exitCode = exitOf(list)
  const unjudged = list.unjudged.map(({ file, error }) => ({ file, reason: error.message }))
  terminalOf(context).result({ within, bundles: list.bundles, unjudged }, linesOf(list, within))
}

/** What cannot be judged may be aged as well: it is said before what is due. */
function exitOf({ bundles, unjudged: [first] }: AgeingList): number {
  if (first) return exitCodeOf(first.error)
  return bundles.some(({ isDue }) => isDue) ? EXIT.incomplete : EXIT.done
}

async function policyFor({ options }: CommandContext): Promise<readonly Sunset[] | undefined> {
  const { policy } = options
  return typeof policy === 'string' ? readAgeingPolicy(policy, await octetsIn(policy)) : undefined
}

function linesOf({ bundles, unjudged }: AgeingList, within: number): readonly string[] {
  const due = bundles.filter(({ isDue }) => isDue).length
  return [
    ...(bundles.length > 0
      ? table(['', 'renew before', 'days', 'renewals', 'bundle', 'because'], bundles.map(rowOf))
      : []),
    ...unjudged.map(({ file, error }) => `✗ ${file}: not judged: ${error.message}`),
    '',
    `${bundles.length} bundles, of which ${due} are due within ${within} days; ${unjudged.length} could not be judged.`,
  ]
}

const rowOf = ({ file, ages, days, renewals, state, isDue, because }: AgeingRow) => [
  isDue ? '!' : '✓',
  ages?.slice(0, 10) ?? '–',
  days === undefined ? '–' : String(days),
  String(renewals),
  file,
  [
    ...(state === 'good' ? [] : [state === 'aged' ? 'AGED' : 'NO TIME-STAMP']),
    ...(because ? [reasonOf(because)] : []),
  ].join(': '),
]

const reasonOf = (because: Because): string =>
  because.cause === 'certificate'
    ? `certificates of ${because.of} end`
    : `${because.of} (${because.source})`
