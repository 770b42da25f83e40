import { readFile } from 'node:fs/promises'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { ClientError } from '../../core/client-error.js'
import { compareDirectories } from '../../core/compare-directories.js'
import { SeenDirectory } from '../../core/directory-memory.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Holds what another home remembers of the directory against what the relay shows here. */
export async function directoryCompare(context: CommandContext, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ClientError('file-unreadable', `cannot read ${file}`, 'Check the path.')
  })
  const theirs = SeenDirectory.safeParse(parsed(text))
  if (!theirs.success) {
    const remedy = 'The other side makes it with: rogatory directory changes --out FILE'
    throw new ClientError('usage', `${file} is not what another home remembers`, remedy)
  }
  const { directory } = await officerSession(context)
  const authorities = await compareDirectories(directory, theirs.data)
  terminalOf(context).result({ authorities }, [
    `✓ ${authorities.length} authorities: the relay shows here all that it showed there.`,
  ])
}

function parsed(text: string): unknown {
  try {
    return parseJson(text, { maxBytes: 64 * 1024 * 1024, maxDepth: 8 })
  } catch {
    return undefined
  }
}
