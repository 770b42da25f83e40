import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'

/** What an authority says of itself and may say otherwise in a next version: neither who it is nor its keys. */
export const SAID = [
  ...(['names', 'functions', 'languages', 'instruments', 'legalBases', 'laws'] as const),
  ...(['requirements', 'signatureRules', 'classifications', 'accepts', 'timeZone'] as const),
  ...(['officeHours', 'holidays', 'contact', 'dutyContact', 'channels', 'interpol'] as const),
  'policy',
] as const satisfies readonly (keyof DirectoryEntry)[]

export type SaidMember = (typeof SAID)[number]
export type EntrySays = { readonly [M in SaidMember]?: DirectoryEntry[M] | undefined }

/** What of it differs, in the order in which it is shown. A member that is `undefined` is one that is left out. */
export const saidOtherwise = (before: EntrySays, after: EntrySays): readonly SaidMember[] =>
  SAID.filter(
    (member) => member in after && canonicalOf(before[member]) !== canonicalOf(after[member]),
  )

const canonicalOf = (value: unknown) => (value === undefined ? undefined : canonicalize(value))
