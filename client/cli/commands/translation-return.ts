import { type HandoffId, PartId } from '#crypto/fields/fields.js'
import type { HandoffContent } from '#crypto/translation/handoff-content.js'
import { MachineMark } from '#crypto/translation/handoff-act.js'
import { ClientError } from '../../core/client-error.js'
import type { Session } from '../../core/session/session.js'
import { openHandoff } from '../../core/translation/open-handoff.js'
import { isXliffName, xliffTarget } from '../../core/translation/xliff-target.js'
import { octetsIn } from '../offline-files.js'
import { returnTranslation, type Translated } from '../../core/translation/return-translation.js'
import { type OpenHandoff, readHandoff } from '../../core/translation/read-handoff.js'
import { diskDocument } from '../../files/disk-document.js'
import type { CommandContext } from '../command-context.js'
import { documentBars } from '../lines/document-bars.js'
import { handoffLines, handoffSummary } from '../lines/handoff-summary.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Gives a translation back, sealed to the authority and the reviewer. */
export async function translationReturn(
  context: CommandContext,
  id: HandoffId,
  files: readonly string[],
): Promise<void> {
  const terminal = terminalOf(context)
  const { machine, partial, note } = context.options
  const session = await officerSession(context)
  const open = await readHandoff(session, id)
  const content = await openHandoff(session, open)
  const targets: Translated['targets'][number][] = []
  for (const given of files) targets.push(await targetOf(session, open, content, given))
  const bars = documentBars(terminal, 'seal')
  const returned = await returnTranslation(
    session,
    open,
    {
      targets,
      machine: MachineMark.parse(machine),
      complete: partial !== true,
      ...(typeof note === 'string' && { note }),
    },
    bars.at,
  )
  bars.done()
  terminal.result(handoffSummary(returned, session), handoffLines(returned, session))
}

/** `ITEM=FILE`, or a file alone where there is no doubt what it translates. */
async function targetOf(
  session: Session,
  open: OpenHandoff,
  content: HandoffContent,
  given: string,
): Promise<Translated['targets'][number]> {
  const named = PartId.safeParse(given.slice(0, Math.max(given.indexOf('='), 0)))
  const path = named.success ? given.slice(given.indexOf('=') + 1) : given
  if (isXliffName(path)) {
    return xliffTarget(session, open, content, { octets: await octetsIn(path), item: named.data })
  }
  return { item: named.data ?? onlyItem(content, path), document: await diskDocument(path) }
}

function onlyItem({ items, fields }: HandoffContent, path: string): PartId {
  const all = [...items.map(({ part }) => part), ...(fields === null ? [] : [fields.item])]
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  throw new ClientError(
    'usage',
    `it is not said which item “${path}” translates`,
    `Write ITEM=FILE. Items: ${all.join(', ')}; see: rogatory translation show HANDOFF`,
  )
}
