import { officerSession } from '../officer-session.js'
import type { CommandContext } from '../command-context.js'
import { table } from '../table.js'
import { terminalOf } from '../terminal-of.js'

export async function directoryList(context: CommandContext): Promise<void> {
  const { directory } = await officerSession(context)
  const { entries, refused } = await directory.list()
  const authorities = entries
    .map(({ payload }) => payload)
    .filter(({ kind }) => kind === 'authority')
    .map(({ authority, state, names, languages, version, validTo }) => ({
      authority,
      state,
      name: names['en'] ?? Object.values(names)[0] ?? '',
      languages: languages.normal,
      version,
      validTo,
    }))
  const rows = authorities.map((row) => [
    row.authority,
    row.state,
    row.name,
    row.languages.join(' '),
  ])
  terminalOf(context).result({ authorities, refused }, [
    ...(rows.length === 0
      ? ['The directory has no authorities yet.']
      : table(['authority', 'state', 'name', 'languages'], rows)),
    ...refused.map((id) => `✗ ${id}: its entry does not verify and is not shown`),
  ])
}
