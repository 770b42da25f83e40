import { type HandoffId, PartId } from '#crypto/fields/fields.js'
import { MachineMark } from '#crypto/translation/handoff-act.js'
import { ClientError } from '../../core/client-error.js'
import { fromUtf8, toUtf8 } from '#crypto/bytes/bytes.js'
import type { DocumentSource } from '../../core/ports.js'
import type { Session } from '../../core/session.js'
import { itemText } from '../../core/translation/item-text.js'
import { openHandoff } from '../../core/translation/open-handoff.js'
import { readXliff } from '../../core/translation/xliff/read-xliff.js'
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
  pairs: readonly string[],
): Promise<void> {
  const terminal = terminalOf(context)
  const { machine, partial, note } = context.options
  const session = await officerSession(context)
  const open = await readHandoff(session, id)
  const targets: Translated['targets'][number][] = []
  for (const pair of pairs) {
    const item = PartId.safeParse(pair.slice(0, pair.indexOf('=')))
    if (!item.success) {
      throw new ClientError(
        'usage',
        `“${pair}” is not ITEM=FILE`,
        'Take the ids of items from: rogatory translation show HANDOFF',
      )
    }
    const path = pair.slice(pair.indexOf('=') + 1)
    const document = path.endsWith('.xlf')
      ? await fromXliff(session, open, item.data, path)
      : await diskDocument(path)
    targets.push({ item: item.data, document })
  }
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
  terminal.result(handoffSummary(returned), handoffLines(returned))
}

/** What a translator's tool gave back, held to the source that was handed out, as a plain text again. */
async function fromXliff(
  session: Session,
  open: OpenHandoff,
  item: PartId,
  path: string,
): Promise<DocumentSource> {
  const source = await itemText(session, open, await openHandoff(session, open), item)
  const octets = toUtf8(readXliff(fromUtf8(await octetsIn(path)), source))
  return {
    ...{ name: source.name, mediaType: 'text/plain', length: octets.length },
    async *read() {
      await Promise.resolve()
      yield octets
    },
  }
}
