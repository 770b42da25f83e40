import { changeEntry } from '../../core/directory/change-entry.js'
import { entryChanges, OwnEntryFile } from '../../core/directory/own-entry-file.js'
import { readFileAs } from '../../keystore/enrolment-folder.js'
import { askToConfirm } from '../ask-to-confirm.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { entryChangeLines } from '../lines/entry-change-lines.js'
import { octetsIn } from '../offline-files.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Has the own entry say something otherwise. What changes is shown before it is signed. */
export async function directoryEdit(context: CommandContext, path: string): Promise<void> {
  const terminal = terminalOf(context)
  const text = new TextDecoder().decode(await octetsIn(path))
  const file = readFileAs(OwnEntryFile, text, path)
  const session = await officerSession(context)
  const { directory, officer } = session
  const { payload: entry } = await directory.current(officer.authority)
  const { says, changes } = entryChanges(file, entry)
  const result = (version: number, last: string) =>
    terminal.result({ version, changed: changes.map(({ member }) => member) }, [
      ...(context.options['yes'] === true ? entryChangeLines(changes) : []),
      last,
    ])
  if (changes.length === 0) {
    result(entry.version, `Nothing differs: the entry stays version ${entry.version}.`)
    return
  }
  if (context.options['yes'] !== true) {
    // Nobody signs what they have not seen, whatever the options say.
    for (const line of entryChangeLines(changes)) terminal.warn(line)
    await askToConfirm('Sign and publish exactly this?', '--yes')
  }
  const { identity } = await authorityFolder(context)
  await changeEntry(session, identity, says)
  const { payload: next } = await directory.current(officer.authority)
  result(next.version, `published  version ${next.version}`)
}
