import { matchesContact } from '../../core/directory/matches-contact.js'
import { keptContacts } from '../../files/contacts-file.js'
import type { CommandContext } from '../command-context.js'
import { confusionLines } from '../lines/confusion-lines.js'
import { entryFilter } from '../options/entry-filter.js'
import { officerSession } from '../officer-session.js'
import { table } from '../lines/table.js'
import { terminalOf } from '../terminal-of.js'

export async function directoryList(context: CommandContext): Promise<void> {
  const filter = entryFilter(context)
  const { directory } = await officerSession(context)
  const { entries, refused } = await directory.list(filter)
  const found = entries.map(({ payload }) => payload).filter(({ kind }) => kind === 'authority')
  const authorities = found.map(({ authority, state, names, languages, version, validTo }) => ({
    authority,
    state,
    name: names['en'] ?? Object.values(names)[0] ?? '',
    languages: languages.normal,
    version,
    validTo,
  }))
  const warnings = confusionLines(found)
  const rows = authorities.map((row) => [
    row.authority,
    row.state,
    row.name,
    row.languages.join(' '),
  ])
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const kept = await keptContacts(context.global.home)
  const contacts = kept.filter((one) => matchesContact(one, filter))
  terminalOf(context).result({ authorities, refused, warnings }, [
    ...(rows.length === 0
      ? [isFiltered ? 'Nobody in the directory fits.' : 'The directory has no authorities yet.']
      : table(['authority', 'state', 'name', 'languages'], rows)),
    ...warnings.map((line) => `! ${line}`),
    ...refused.map((id) => `✗ ${id}: its entry does not verify and is not shown`),
    ...(contacts.length === 0 ? [] : ['', 'Imported, not on the relay, signed by nobody:']),
    ...contacts.map(({ state, name, email }) => `  ${state}  ${name}  ${email ?? ''}`),
  ])
}
