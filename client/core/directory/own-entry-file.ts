import { z } from 'zod'
import { DirectoryEntry } from '#crypto/directory/entry.js'
import { isKnownTimeZone } from '#crypto/directory/time-zone.js'
import { ClientError } from '../client-error.js'
import { AuthorityFile } from './authority-file.js'
import { type EntrySays, SAID, type SaidMember, saidOtherwise } from './entry-says.js'

/**
 * What an authority would say of itself, in a file. What is left out stays as it is; `classifications: null` says
 * nothing of them any more.
 */
export const OwnEntryFile = AuthorityFile.partial().extend({
  classifications: AuthorityFile.shape.classifications.nullable(),
})
export type OwnEntryFile = z.infer<typeof OwnEntryFile>

/** An entry as the file from which it can be changed: neither its keys nor its version. */
export const ownEntryFile = (entry: DirectoryEntry): OwnEntryFile =>
  OwnEntryFile.parse(
    Object.fromEntries(
      Object.keys(OwnEntryFile.shape)
        .filter((member) => member in entry)
        .map((member) => [member, entry[member as keyof DirectoryEntry]]),
    ),
  )

/** What a member says before and after. */
export type SaidChange = {
  readonly member: SaidMember
  readonly before: unknown
  readonly after: unknown
}

/**
 * What of an entry a file changes, and nothing else of it.
 *
 * @throws ClientError `usage` for another authority's file, and for what would be no entry.
 */
export function entryChanges(
  file: OwnEntryFile,
  entry: DirectoryEntry,
): { readonly says: EntrySays; readonly changes: readonly SaidChange[] } {
  for (const who of ['authority', 'state'] as const) {
    if (file[who] !== undefined && file[who] !== entry[who]) {
      throw refused(`${who} is ${entry[who]}, and no version of the entry says otherwise`)
    }
  }
  const { classifications, ...rest } = file
  const given: EntrySays = {
    ...only(rest),
    ...(classifications !== undefined && { classifications: classifications ?? undefined }),
  }
  const changed = saidOtherwise(entry, given)
  const says = Object.fromEntries(changed.map((member) => [member, given[member]])) as EntrySays
  const kept = Object.entries({ ...entry, ...says }).filter(([, value]) => value !== undefined)
  const read = DirectoryEntry.safeParse(Object.fromEntries(kept))
  if (!read.success) {
    const [issue] = read.error.issues
    throw refused(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it is no entry'}`)
  }
  if (!isKnownTimeZone(read.data.timeZone)) {
    throw refused(`timeZone: ${JSON.stringify(read.data.timeZone)} is no time zone`)
  }
  const changes = changed.map((member) => ({
    member,
    before: entry[member],
    after: says[member],
  }))
  return { says, changes }
}

const only = (file: object): EntrySays =>
  Object.fromEntries(
    SAID.filter((member) => member in file).map((member) => [
      member,
      file[member as keyof typeof file],
    ]),
  )

const refused = (what: string) =>
  new ClientError(
    'usage',
    `the entry cannot be changed so: ${what}`,
    'Compare the file with: rogatory directory own',
  )
