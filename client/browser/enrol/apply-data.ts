import type { AuthorityFunction } from '#crypto/directory/entry.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { AuthorityFile } from '../../core/directory/authority-file.js'
import type { z } from 'zod'

/** What is asked for; the rest of an entry begins as most authorities have it, and is changed later. */
export type Asked = {
  readonly name: string
  readonly state: string
  readonly functions: readonly z.infer<typeof AuthorityFunction>[]
  readonly instruments: string
  readonly languages: readonly string[]
  readonly timeZone: string
  readonly address: string
  readonly email: string
  readonly telephone: string
}

const GIBIBYTE = 1024 ** 3
const lines = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

/** The fields of {@link Asked} that do not fit yet; empty when `data` is there. */
export function applyData(
  authority: AuthorityId,
  asked: Asked,
): { readonly data: z.infer<typeof AuthorityFile> | undefined; readonly wrong: readonly string[] } {
  const { name, state, functions, languages, timeZone, address, email, telephone } = asked
  const instruments = lines(asked.instruments)
  const filled = {
    ...(address.trim() && { address: address.trim() }),
    ...(email.trim() && { email: email.trim() }),
    ...(telephone.trim() && { telephone: telephone.trim() }),
  }
  const read = AuthorityFile.safeParse({
    authority,
    state: state.trim().toUpperCase(),
    names: { en: name.trim() },
    functions,
    instruments,
    legalBases: instruments,
    laws: [],
    requirements: [],
    signatureRules: [],
    languages: { normal: languages, urgent: languages.slice(0, 1), reciprocity: [] },
    timeZone,
    officeHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    holidays: [],
    contact: filled,
    dutyContact: null,
    channels: ['rogatory'],
    interpol: false,
    accepts: { mediaTypes: ['application/pdf'], maximumBytes: 64 * GIBIBYTE },
    policy: { approvals: 0 },
  })
  if (read.success) return { data: read.data, wrong: [] }
  return { data: undefined, wrong: read.error.issues.map(({ path }) => path.join('.')) }
}
