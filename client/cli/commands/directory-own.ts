import { writeFile } from 'node:fs/promises'
import { ownEntryFile } from '../../core/directory/own-entry-file.js'
import { ClientError } from '../../core/client-error.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** What the own entry says, as “directory edit” takes it. */
export async function directoryOwn(context: CommandContext): Promise<void> {
  const { directory, officer } = await officerSession(context)
  const file = ownEntryFile((await directory.current(officer.authority)).payload)
  const text = JSON.stringify(file, undefined, 2)
  const { out } = context.options
  if (typeof out === 'string') {
    await writeFile(out, `${text}\n`).catch(() => {
      throw new ClientError('file-unwritable', `cannot write ${out}`, 'Check the folder.')
    })
  }
  terminalOf(context).result(file, typeof out === 'string' ? [`written  ${out}`] : [text])
}
