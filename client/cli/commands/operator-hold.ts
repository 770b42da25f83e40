import { HoldScope } from '#crypto/retention/legal-hold.js'
import { ClientError } from '../../core/client-error.js'
import { legalHolds, liftHold, placeHold } from '../../core/retention/legal-holds.js'
import type { CommandContext } from '../command-context.js'
import { localTime } from '../options/local-time.js'
import { operatorOf } from '../options/operator-of.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

type Declared = Awaited<ReturnType<typeof placeHold>>

export async function holdPlace(context: CommandContext, hold: string): Promise<void> {
  const scope = scopeOf(context.options)
  const { operator, relay } = await operatorOf(context)
  const placed = { hold, scope, reason: String(context.options['reason']) }
  tell(context, hold, await placeHold(operator, relay, placed, new Date()))
}

export async function holdLift(context: CommandContext, hold: string): Promise<void> {
  const { operator, relay } = await operatorOf(context)
  const lifted = { hold, reason: String(context.options['reason']) }
  tell(context, hold, await liftHold(operator, relay, lifted, new Date()))
}

export async function holdList(context: CommandContext): Promise<void> {
  const { operator, relay } = await operatorOf(context)
  const holds = await legalHolds(operator, relay, new Date())
  terminalOf(context).result(
    { holds },
    holds.length === 0
      ? ['No holds.']
      : table(
          ['hold', 'standing', 'since', 'covers', 'reason'],
          holds.map((one) => [
            ...[one.hold, one.standing, localTime(one.declared)],
            ...[covered(one.scope), one.reason],
          ]),
        ),
  )
}

/** @throws {@link ClientError} `usage` unless exactly one kind of scope is named, well-formed. */
function scopeOf(options: CommandContext['options']): HoldScope {
  const { package: packages, case: thread, authority } = options
  const named = [
    packages !== undefined && { of: 'packages', packages },
    thread !== undefined && { of: 'case', case: thread },
    authority !== undefined && { of: 'authority', authority },
  ].filter((one) => one !== false)
  const [only, ...others] = named
  const scope = HoldScope.safeParse(only)
  if (scope.success && others.length === 0) return scope.data
  throw new ClientError(
    'usage',
    named.length === 1 ? 'that is no such id' : 'name what is held: one kind, no more',
    'Name packages (--package ID, again for more), or --case ID, or --authority ID.',
  )
}

const covered = (scope: HoldScope): string => {
  if (scope.of === 'packages') return scope.packages.join(' ')
  return scope.of === 'case' ? `case ${scope.case}` : `authority ${scope.authority}`
}

function tell(context: CommandContext, hold: string, { evidence, begun }: Declared): void {
  terminalOf(context).result({ hold, evidence, begun }, [
    `hold      ${hold}`,
    `evidence  X.6 ${evidence}`,
    ...(begun.length === 0 ? [] : [`too late  deletion had begun of ${begun.join(' ')}`]),
  ])
}
