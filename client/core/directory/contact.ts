import { z } from 'zod'
import { type DirectoryEntry, AuthorityFunction, Channel } from '#crypto/directory/entry.js'
import { isStateCode } from '#crypto/directory/states.js'
import { AuthorityId, LanguageTag, text } from '#crypto/fields/fields.js'

const list = <T extends z.ZodType>(item: T, most: number) => z.array(item).max(most)

/**
 * Public contact data of a competent authority, as a directory such as UNODC's holds it. With an
 * `authority` it stands on the relay, too; without one it is known by this data alone, which nobody signed.
 */
export const Contact = z.strictObject({
  authority: AuthorityId.nullable(),
  state: z.string().refine(isStateCode, 'an ISO 3166-1 alpha-2 code'),
  name: text(200),
  functions: list(AuthorityFunction, 8),
  instruments: list(text(120), 100),
  languages: list(LanguageTag, 60),
  address: text(500).nullable(),
  email: z.email().max(254).nullable(),
  telephone: z
    .string()
    .regex(/^\+[0-9 ()-]{5,30}$/)
    .nullable(),
  website: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
  channels: list(Channel, 8),
})
export type Contact = z.infer<typeof Contact>

/** So many authorities a file may hold. */
export const Contacts = z.array(Contact).max(5_000)

/** The contact data of an entry, under its English name or its first one. */
export function contactOf(entry: DirectoryEntry): Contact {
  const { authority, state, names, functions, instruments, languages, contact, channels } = entry
  const { address = null, email = null, telephone = null, website = null } = contact
  const tags = [...languages.normal, ...languages.urgent, ...languages.reciprocity]
  return {
    authority,
    state,
    functions,
    instruments,
    address,
    email,
    telephone,
    website,
    channels,
    name: names['en'] ?? Object.values(names)[0] ?? '',
    languages: [...new Set(tags)],
  }
}
