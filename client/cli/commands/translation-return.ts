import { type HandoffId, PartId } from '#crypto/fields/fields.js'
import type { HandoffContent } from '#crypto/translation/handoff-content.js'
import { MachineMark } from '#crypto/translation/handoff-act.js'
import { ClientError } from '../../core/client-error.js'
import { fromUtf8, toUtf8 } from '#crypto/bytes/bytes.js'
import type { DocumentSource } from '../../core/ports.js'
import type { Session } from '../../core/session.js'
import { itemText } from '../../core/translation/item-text.js'
import { openHandoff } from '../../core/translation/open-handoff.js'
import { malformed } from '../../core/translation/xliff/parse-xml.js'
import { readXliff } from '../../core/translation/xliff/read-xliff.js'
import { xliffItem } from '../../core/translation/xliff/xliff-item.js'
import { octetsIn } from '../offline-files.js'
import { returnTranslation, type Translated } from '../../core/translation/return-translation.js'
import { type OpenHandoff, readHandoff } from '../../core/translation/read-handoff.js'
import { diskDocument } from '../../files/disk-document.js'
import type { CommandContext } from '../command-context.js'
import { documentBars } from '../document-bars.js'
import { handoffLines, handoffSummary } from '../handoff-summary.js'
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
      ...{ targets, machine: MachineMark.parse(machine), complete: partial !== true },
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
  const isXliff = /\.(xlf|xliff)$/i.test(path)
  const xml = isXliff ? fromUtf8Strict(await octetsIn(path)) : ''
  const item = named.data ?? (isXliff ? xliffItem(xml) : onlyItem(content, path))
  if (!isXliff) return { item, document: await diskDocument(path) }
  const source = await itemText(session, open, content, item)
  const octets = toUtf8(readXliff(xml, source))
  const document: DocumentSource = {
    ...{ name: source.name, mediaType: 'text/plain', length: octets.length },
    async *read() {
      await Promise.resolve()
      yield octets
    },
  }
  return { item, document }
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

function fromUtf8Strict(octets: Uint8Array): string {
  try {
    return fromUtf8(octets)
  } catch {
    throw malformed('it is not UTF-8')
  }
}
