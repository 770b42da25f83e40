import { memberOf } from '../../templates/form-value.js'

const MOST = 160

/**
 * By what people tell one request from another: the sender's own reference and what it is about, as its form says.
 *
 * @returns undefined where the form says neither. As its sender wrote it, cut after 160 characters.
 */
export function subjectOf(form: Readonly<Record<string, unknown>>): string | undefined {
  const said = [
    memberOf(form, 'reference'),
    memberOf(form, 'subjectMatter') ?? memberOf(form, 'subject'),
  ]
  const words = said.filter((one) => typeof one === 'string' && one.trim() !== '').join(' · ')
  if (words === '') return undefined
  return words.length > MOST ? `${words.slice(0, MOST).trimEnd()}…` : words
}
