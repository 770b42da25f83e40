import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { Urgency } from '#crypto/package/header.js'

type Languages = Pick<DirectoryEntry, 'languages'>

/**
 * The languages in which an authority takes what is sent to it: those of every day, for what is urgent those
 * of urgency, too, and those of reciprocity from a sender who takes one of its own. None: it names none, and nothing is
 * known to be needed.
 */
export function acceptedLanguages(
  recipient: Languages,
  sender: Languages,
  urgency: Urgency,
): readonly string[] {
  const { normal, urgent, reciprocity } = recipient.languages
  const offered = [...sender.languages.normal, ...sender.languages.reciprocity]
  const isMutual = normal.some((tag) => isLanguageIn(tag, offered))
  return [
    ...new Set([
      ...normal,
      ...(urgency === 'routine' ? [] : urgent),
      ...(isMutual ? reciprocity : []),
    ]),
  ]
}

/** RFC 4647 §3.3.1: whoever takes `en` takes `en-GB`, and the other way round. */
export const isLanguageIn = (tag: string, tags: readonly string[]): boolean =>
  tags.some((each) => primary(each) === primary(tag))
const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag
