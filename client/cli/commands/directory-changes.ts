import { rememberedDirectory } from '../../core/directory/compare-directories.js'
import { keyChanges } from '../../core/directory/key-changes.js'
import { diskDirectoryMemory } from '../../files/disk-directory-memory.js'
import { writeDurably } from '../../files/write-durably.js'
import { directoryFolder } from '../../keystore/officer-at.js'
import type { CommandContext } from '../command-context.js'
import { changeLine } from '../lines/tell-changes.js'
import { terminalOf } from '../terminal-of.js'

/** What this home saw change in the directory. Needs no relay and no passphrase. */
export async function directoryChanges(context: CommandContext): Promise<void> {
  const memory = diskDirectoryMemory(directoryFolder(context.global.home))
  const changes = await keyChanges(memory, await memory.authorities())
  const { out } = context.options
  if (typeof out === 'string') {
    await writeDurably(out, `${JSON.stringify(await rememberedDirectory(memory), undefined, 2)}\n`)
  }
  terminalOf(context).result(
    { changes },
    changes.length === 0
      ? ['Nothing has changed since this home saw the directory first.']
      : changes.map(changeLine),
  )
}
