import type { RetentionClass, RetentionSchedule } from '#crypto/retention/retention-schedule.js'
import { ClientError } from '../../core/client-error.js'
import { currentRetention, setRetention } from '../../core/retention/set-retention.js'
import type { CommandContext } from '../command-context.js'
import { operatorOf } from '../options/operator-of.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'
import { wholeNumber } from '../options/whole-number.js'

const COUNTED: Record<RetentionClass, string> = {
  routine: 'the last outcome of a routine package',
  urgent: 'the last outcome of an urgent package',
  emergency: 'the last outcome of an emergency',
  undecided: 'a package could be delivered, while a recipient is undecided',
}
const CLASSES = Object.keys(COUNTED) as RetentionClass[]

export async function retentionShow(context: CommandContext): Promise<void> {
  const { operator, relay } = await operatorOf(context)
  const current = await currentRetention(operator, relay)
  terminalOf(context).result(
    { schedule: current?.payload ?? null },
    current === undefined ? ['No schedule: nothing is deleted.'] : lines(current.payload),
  )
}

export async function retentionSet(context: CommandContext): Promise<void> {
  const named = CLASSES.filter((name) => context.options[name] !== undefined)
  if (named.length === 0) {
    throw new ClientError('usage', 'nothing to change', 'Name a class, such as --routine 3650.')
  }
  const changes = Object.fromEntries(
    named.map((name) => [name, daysOf(name, String(context.options[name]))]),
  )
  const { operator, relay } = await operatorOf(context)
  const { schedule, evidence } = await setRetention(operator, relay, changes, new Date())
  terminalOf(context).result({ schedule, evidence }, [
    ...lines(schedule),
    `evidence  X.5 ${evidence}`,
  ])
}

const daysOf = (name: string, text: string): number | null =>
  text === 'never' ? null : wholeNumber(`--${name}`, 1, 36_500)(text)

const lines = ({ version, days }: RetentionSchedule): readonly string[] => [
  `version   ${version}`,
  ...table(
    ['class', 'days', 'counted since'],
    CLASSES.map((name) => [name, days[name]?.toString() ?? 'never', COUNTED[name]]),
  ),
]
