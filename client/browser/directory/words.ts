import type { z } from 'zod'
import type { AuthorityFunction } from '#crypto/directory/entry.js'
import { listed } from '../components/listed.js'
import { localeOf } from '../components/locale-of.js'

/** The text of each competence. */
export const COMPETENCES = {
  'mutual-legal-assistance': 'fn_mla',
  extradition: 'fn_extradition',
  'transfer-of-proceedings': 'fn_transfer',
  'counter-terrorism-24-7': 'fn_duty',
  translation: 'fn_translation',
} as const satisfies Record<z.infer<typeof AuthorityFunction>, string>

/** Names of languages, in the page's language. */
export function spoken(tags: readonly string[], language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return listed(
    tags.map((tag) => names.of(tag) ?? tag),
    language,
  )
}

/** The name of a State; codes that are nobody's stay as they are. */
export function stateName(code: string, language: string): string {
  if (/^(AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code)) return code
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}

/** Days of the week, shortly: those that follow each other as from the first to the last. @param days - 1 is Monday */
export function weekdays(days: readonly number[], language: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: 'UTC' })
  // 1 January 2024 was a Monday; of the week only the names of its days are taken.
  const name = (day: number) => format.format(new Date(Date.UTC(2024, 0, day)))
  const [first, last] = [days[0], days.at(-1)]
  const isRow = days.every((day, at) => at === 0 || day === ((days[at - 1] ?? 0) % 7) + 1)
  return isRow && days.length > 2 && first !== undefined && last !== undefined
    ? `${name(first)}–${name(last)}`
    : listed(days.map(name), language)
}
