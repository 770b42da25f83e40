import type { z } from 'zod'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { isKnownTimeZone } from '#crypto/directory/time-zone.js'
import { AuthorityFile } from '../../core/directory/authority-file.js'
import { type EntrySays, SAID } from '../../core/directory/entry-says.js'
import { type Form, isForm } from '../../templates/form-value.js'

const MEBIBYTE = 1024 ** 2

/** What an entry says, as the form asks for it. */
export function entryForm(entry: DirectoryEntry): Form {
  const { names, instruments, legalBases, officeHours, dutyContact, accepts } = entry
  const { functions, languages, laws, requirements, signatureRules, classifications } = entry
  const { timeZone, holidays, contact, channels, interpol } = entry
  return {
    names: Object.entries(names).map(([language, name]) => ({ language, name })),
    functions,
    languages,
    laws,
    requirements,
    signatureRules,
    timeZone,
    holidays,
    contact,
    channels,
    interpol,
    instruments: instruments.map((name) => ({ name, isBasis: legalBases.includes(name) })),
    classifications: classifications ?? [],
    dutyContact: dutyContact ?? {},
    officeHours: officeHours.map((hours) => ({ ...hours, days: hours.days.map(String) })),
    mediaTypes: accepts.mediaTypes,
    maximumMebibytes: String(accepts.maximumBytes / MEBIBYTE),
  }
}

/**
 * What a form says that was filled in, without blanks.
 *
 * @returns what is said; or the places of the form that do not fit.
 */
export function entrySaid(
  form: Form,
  entry: DirectoryEntry,
): { readonly says: EntrySays | undefined; readonly wrong: readonly string[] } {
  const names = listOf(form['names']).map(({ language, name }) => [text(language), name] as const)
  const instruments = listOf(form['instruments'])
  const languages = isForm(form['languages']) ? form['languages'] : {}
  const classifications = form['classifications']
  const read = AuthorityFile.safeParse({
    authority: entry.authority,
    state: entry.state,
    policy: entry.policy,
    names: Object.fromEntries(names),
    functions: form['functions'] ?? [],
    instruments: instruments.map(({ name }) => name),
    legalBases: instruments.filter(({ isBasis }) => isBasis === true).map(({ name }) => name),
    laws: form['laws'] ?? [],
    requirements: form['requirements'] ?? [],
    signatureRules: form['signatureRules'] ?? [],
    languages: { normal: [], urgent: [], reciprocity: [], ...languages },
    timeZone: form['timeZone'],
    officeHours: listOf(form['officeHours']).map((hours) => ({
      ...hours,
      days: Array.isArray(hours['days']) ? hours['days'].map(Number).sort() : [],
    })),
    holidays: form['holidays'] ?? [],
    contact: form['contact'] ?? {},
    dutyContact: form['dutyContact'] ?? null,
    channels: form['channels'] ?? [],
    interpol: form['interpol'] === true,
    accepts: {
      mediaTypes: form['mediaTypes'] ?? [],
      maximumBytes: Math.round(Number(form['maximumMebibytes'] ?? Number.NaN) * MEBIBYTE),
    },
    ...(classifications === undefined ? {} : { classifications }),
  })
  const wrong = [
    ...(read.success ? [] : read.error.issues.map(placeOf)),
    ...(new Set(names.map(([language]) => language)).size < names.length ? ['names'] : []),
    ...(isKnownTimeZone(text(form['timeZone'])) ? [] : ['timeZone']),
  ]
  if (!read.success || wrong.length > 0) return { says: undefined, wrong: [...new Set(wrong)] }
  const { data } = read
  // Of four eyes another form asks.
  const asked = SAID.filter((member) => member !== 'policy')
  const says = Object.fromEntries(asked.map((member) => [member, data[member]])) as EntrySays
  return { says, wrong: [] }
}

/** Where the form asks for what does not fit. */
function placeOf({ path }: z.core.$ZodIssue): string {
  const [root, ...inner] = path.map(String)
  if (root === 'names') return 'names'
  if (root === 'legalBases') return 'instruments'
  if (root === 'instruments' && inner.length > 0) return `instruments.${inner[0]}.name`
  if (root === 'accepts') return inner[0] === 'maximumBytes' ? 'maximumMebibytes' : inner.join('.')
  return [root, ...inner].join('.')
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): readonly Form[] =>
  Array.isArray(value) ? value.filter(isForm) : []
