import type { HandoffId } from '#crypto/fields/fields.js'
import { RecallAct } from '#crypto/translation/handoff-act.js'
import { ClientError } from '../../core/client-error.js'
import { readPackage } from '../../core/packages/open-package.js'
import { packageSource } from '../../core/translation/handoff-source.js'
import { readHandoff } from '../../core/translation/read-handoff.js'
import { rekeyedSource } from '../../core/translation/rekeyed-source.js'
import { replaceHandoff } from '../../core/translation/replace-handoff.js'
import type { CommandContext } from '../command-context.js'
import { handoffLines, handoffSummary } from '../lines/handoff-summary.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'
import { translationOrder } from '../options/translation-order.js'

/** Takes a hand-off from its translator and hands the same parts over to others. */
export async function translationReassign(context: CommandContext, id: HandoffId): Promise<void> {
  const { field, ground } = context.options
  const session = await officerSession(context)
  const old = await readHandoff(session, id)
  const { source, pair } = old.handoff.payload
  if (source.header === null) {
    throw new ClientError(
      'part-unknown',
      'it was handed over before there was a package, and nobody here has its keys any more',
      `Hand the files over again: rogatory translation hand-off --file … --supersedes ${id}`,
    )
  }
  const read = await readPackage(session, source.package)
  const order = await translationOrder(context, session, { pair })
  const parts = source.parts.map(({ part }) => part)
  const why = RecallAct.shape.ground.parse(ground)
  // Nothing that follows opens with what was given to whoever has breached it.
  const isRekeyed = why === 'breach' && parts.length > 0
  const from = isRekeyed ? await rekeyedSource(session, read, parts) : packageSource(read)
  const open = await replaceHandoff(
    session,
    old,
    {
      ...order,
      from,
      fields: Array.isArray(field) ? (field as readonly string[]) : [],
      parts: isRekeyed ? from.parts.map(({ opened }) => opened.part) : parts,
    },
    why,
  )
  terminalOf(context).result({ ...handoffSummary(open, session), replaces: id }, [
    `replaces   ${id}, recalled (${why})`,
    ...handoffLines(open, session),
  ])
}
