import { readFile } from 'node:fs/promises'
import { compareDirectories, readSeenDirectory } from '../../core/directory/compare-directories.js'
import { cannotRead } from '../../files/cannot-read.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Holds what another home remembers of the directory against what the relay shows here. */
export async function directoryCompare(context: CommandContext, file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(cannotRead(file))
  const theirs = readSeenDirectory(file, text)
  const { directory } = await officerSession(context)
  const authorities = await compareDirectories(directory, theirs)
  terminalOf(context).result({ authorities }, [
    `✓ ${authorities.length} authorities: the relay shows here all that it showed there.`,
  ])
}
