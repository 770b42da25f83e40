import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { CalendarDay } from '#crypto/directory/office-hours.js'
import { PackageId, plainText } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { downgradeDocuments, RedactionList } from '../../core/downgrade/downgrade-documents.js'
import { readPackage } from '../../core/packages/open-package.js'
import { diskDocument } from '../../files/disk-document.js'
import { makeFolder } from '../../files/make-folder.js'
import { writeDurably } from '../../files/write-durably.js'
import type { CommandContext } from '../command-context.js'
import { octetsIn } from '../offline-files.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

const Options = z.object({
  original: z.array(z.string()),
  released: z.array(z.string()),
  of: PackageId.optional(),
  from: z.string().min(1).max(80),
  as: z.string().min(1).max(80),
  by: z.string().min(1).max(300),
  basis: z.string().min(1).max(500),
  decided: CalendarDay.optional(),
  redactions: z.string().optional(),
  out: z.string(),
})

const RECORD = 'released.rogatory-downgrade'
const SEALED = 'originals.sealed'

/** Releases versions of classified documents, and says what to send and what to keep. */
export async function downgrade(context: CommandContext): Promise<void> {
  const parsed = Options.safeParse(context.options)
  if (!parsed.success) throw usage(`--${String(parsed.error.issues[0]?.path[0])} has another form`)
  const { original, released, of, by, basis, out, ...options } = parsed.data
  const [from, to] = [plainText(options.from), plainText(options.as)]
  if (original.length !== released.length) {
    throw usage('--original and --released name as many files as each other, in the same order')
  }
  const session = await officerSession(context)
  const { record, sealed } = await downgradeDocuments(session, {
    by,
    basis,
    from,
    to,
    decided: options.decided ?? session.platform.now().toISOString().slice(0, 10),
    documents: await Promise.all(
      released.map(async (path, place) => ({
        original: await diskDocument(original[place] ?? ''),
        released: await diskDocument(path),
      })),
    ),
    redactions: options.redactions === undefined ? [] : await listIn(options.redactions),
    ...(of && { of: await readPackage(session, of) }),
  })
  await makeFolder(out)
  const [send, keep] = [join(out, RECORD), join(out, SEALED)]
  // What shows which originals they were comes first: without it the record proves less than it could.
  await writeDurably(keep, sealed)
  await writeDurably(send, JSON.stringify(record))
  terminalOf(context).result({ record: send, sealed: keep, from, to, released }, [
    `released ${released.length} document(s) from ${from} as ${to}`,
    `send     rogatory send --classification "${to}" --attach ${[...released, send].join(' ')} …`,
    `keep     ${keep}, with the originals: it shows which they were, to your authority alone`,
  ])
}

async function listIn(path: string): Promise<RedactionList> {
  const text = new TextDecoder().decode(await octetsIn(path))
  const list = RedactionList.safeParse(parsedYaml(text)).data
  if (list !== undefined) return list
  throw usage(`${path} is no list of redactions; docs/templates.md shows one`)
}

/** JSON is YAML, too. */
function parsedYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 }) as unknown
  } catch {
    return undefined
  }
}

const usage = (message: string) =>
  new ClientError('usage', message, 'See: rogatory downgrade --help')
