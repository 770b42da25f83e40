import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { forwardDraft } from '../../core/forwarding/forward-draft.js'
import {
  type OpenedDocument,
  openDocuments,
  readPackage,
} from '../../core/packages/open-package.js'
import { diskDocument } from '../../files/disk-document.js'
import { intoFolder } from '../../files/into-folder.js'
import { receivedNames } from '../../files/received-names.js'
import type { CommandContext } from '../command-context.js'
import { documentBars } from '../lines/document-bars.js'
import { scannerOf } from '../options/scanner-of.js'
import { officerSession } from '../officer-session.js'
import { sendDraft } from '../send-draft.js'
import { terminalOf } from '../terminal-of.js'

/** Passes a package on, with its proof; what was opened for it does not stay on the disk. */
export async function forward(context: CommandContext, id: PackageId): Promise<void> {
  const { to: word, reasons, wait } = context.options
  const to = AuthorityId.safeParse(word).data
  if (to === undefined) {
    throw new ClientError('usage', '--to takes an authority id', 'It looks like xa.moj.')
  }
  const terminal = terminalOf(context)
  const session = await officerSession(context)
  const read = await readPackage(session, id)
  const folder = join(context.global.home, `forwarding-${id}`)
  await rm(folder, { recursive: true, force: true })
  try {
    const sinks = intoFolder(folder, read.manifest, { scan: scannerOf(context) })
    const bars = documentBars(terminal, 'open')
    requireNoneMalicious(await openDocuments(session, read, sinks, bars.at))
    bars.done()
    const { parts } = read.manifest
    const names = receivedNames(parts.map(({ name }) => name))
    const documents = await Promise.all(
      parts.map(async (part, place) => ({
        ...(await diskDocument(sinks.pathOf(part))),
        name: names[place] ?? part.name,
        mediaType: part.mediaType,
      })),
    )
    const draft = await forwardDraft(session, read, {
      to,
      documents,
      reasons: String(reasons),
      withinMs: Number(wait) * 1000,
      onWaiting: (what) => {
        terminal.note(`waiting for the ${what} …`)
      },
    })
    await sendDraft(session, draft, terminal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the scanner of this machine withholds is not passed on from it either. */
function requireNoneMalicious(opened: readonly OpenedDocument[]): void {
  const names = opened.filter(({ isMalicious }) => isMalicious).map(({ part }) => part.name)
  if (names.length === 0) return
  throw new ClientError(
    'document-malicious',
    `the scanner of this machine has found malicious: ${names.join(', ')}`,
    'It was not passed on. Tell the sender by another channel.',
  )
}
