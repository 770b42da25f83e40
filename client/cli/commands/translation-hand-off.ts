import type { PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { readPackage, type ReadPackage } from '../../core/open-package.js'
import { handOff } from '../../core/translation/hand-off.js'
import type { CommandContext } from '../command-context.js'
import { handoffLines, handoffSummary } from '../handoff-summary.js'
import { officerSession } from '../officer-session.js'
import { readTime } from '../read-time.js'
import { terminalOf } from '../terminal-of.js'

const listOf = (option: CommandContext['options'][string]): readonly string[] =>
  Array.isArray(option) ? (option as readonly string[]) : []

/** Hands documents of a package over to be translated. */
export async function translationHandOff(context: CommandContext, id: PackageId): Promise<void> {
  const { options } = context
  const translators = listOf(options['translator'])
  const accept = listOf(options['acceptBy'])
  const due = listOf(options['due'])
  if (translators.length !== accept.length || translators.length !== due.length) {
    throw new ClientError(
      'usage',
      'each --translator needs one --accept-by and one --due, in the same order',
      'Such as: --translator KEY --accept-by 2026-03-02T09:00:00Z --due 2026-03-10T09:00:00Z',
    )
  }
  const session = await officerSession(context)
  const from = await readPackage(session, id)
  const remind = listOf(options['remind']).map((text) => readTime('--remind', text))
  const reviewer = options['reviewer']
  const open = await handOff(session, {
    from,
    parts: listOf(options['document']).map((name) => partOf(from, name)),
    fields: listOf(options['field']),
    pair: { from: String(options['from']), to: String(options['to']) },
    purpose: String(options['purpose']),
    turns: translators.map((translator, n) => {
      const limit = readTime('--due', due[n])
      const since = n === 0 ? new Date(0) : readTime('--due', due[n - 1])
      // A moment belongs to the turn in whose time it is.
      const reminders = remind.filter((at) => at > since && at < limit)
      return { translator, acceptBy: readTime('--accept-by', accept[n]), due: limit, reminders }
    }),
    ...(typeof reviewer === 'string' && { reviewer }),
  })
  terminalOf(context).result(handoffSummary(open), handoffLines(open))
}

function partOf({ manifest }: ReadPackage, name: string) {
  const found = manifest.parts.filter((one) => one.name === name || one.part === name)
  const [part] = found
  if (part !== undefined && found.length === 1) return part.part
  throw new ClientError(
    'usage',
    `the package has ${found.length === 0 ? 'no' : 'more than one'} document “${name}”`,
    `Its documents: ${manifest.parts.map((one) => `${one.part} ${one.name}`).join(', ')}`,
  )
}
