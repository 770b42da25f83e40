import { readFile, writeFile } from 'node:fs/promises'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { ClientError } from '../core/client-error.js'
import { rosterFromCsv, rosterToCsv } from '../core/duty/roster-csv.js'
import { RosterDraft } from '../core/duty/roster-draft.js'
import { cannotRead } from '../files/cannot-read.js'

const isCsv = (path: string): boolean => path.toLowerCase().endsWith('.csv')

/** @throws {@link ClientError} `file-unreadable`; `usage` naming what does not fit. */
export async function readRosterFile(path: string): Promise<RosterDraft> {
  const text = await readFile(path, 'utf8').catch(cannotRead(path))
  if (isCsv(path)) return rosterFromCsv(text)
  const draft = RosterDraft.safeParse(parsed(text))
  if (draft.success) return draft.data
  const where = draft.error.issues[0]?.path.join('.') ?? ''
  throw new ClientError(
    'usage',
    `${path} is no duty roster${where === '' ? '' : ` at ${where}`}`,
    'Compare it with: rogatory roster show --out roster.json',
  )
}

/** @throws {@link ClientError} `file-unwritable` */
export async function writeRosterFile(path: string, draft: RosterDraft): Promise<void> {
  const text = isCsv(path) ? rosterToCsv(draft) : `${JSON.stringify(draft, undefined, 2)}\n`
  await writeFile(path, text, { mode: 0o600 }).catch(() => {
    throw new ClientError('file-unwritable', `cannot write ${path}`, 'Check the folder.')
  })
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { maxBytes: 1024 * 1024, maxDepth: 6 })
  } catch {
    return undefined
  }
}
