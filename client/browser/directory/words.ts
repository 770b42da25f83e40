import type { z } from 'zod'
import type { AuthorityFunction } from '#crypto/directory/entry.js'

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
  return tags.map((tag) => names.of(tag) ?? tag).join(', ')
}

/** The name of a State; codes that are nobody's stay as they are. */
export function stateName(code: string, language: string): string {
  if (/^(AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code)) return code
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}
