import { DAY_MS } from '#crypto/clock/durations.js'
import type { Manifest } from '#crypto/package/manifest.js'
import type { Form } from '../templates/form-value.js'
import { memberOf } from '../templates/form-value.js'

/**
 * The form of a script with its places filled: `{today}`, `{today+30}` (days), `{now}`, `{number}` (a
 * registration number made of the case), `{reference}` of the request.
 */
export function fillForm(
  form: Manifest['form'],
  about: { readonly at: Date; readonly case: string; readonly request: Form },
): Manifest['form'] {
  const reference = memberOf(about.request, 'reference')
  const value = (place: string): string | undefined => {
    if (place === 'now') return about.at.toISOString()
    if (place === 'number') return `SIM-${about.case.slice(-8).toUpperCase()}`
    if (place === 'reference') return typeof reference === 'string' ? reference : '—'
    const [, days = '0'] = /^today(?:\+(\d{1,4}))?$/.exec(place) ?? []
    return new Date(about.at.getTime() + Number(days) * DAY_MS).toISOString().slice(0, 10)
  }
  const filled = (inner: unknown): unknown => {
    if (typeof inner === 'string') {
      return inner.replace(PLACE, (whole, place: string) => value(place) ?? whole)
    }
    if (Array.isArray(inner)) return inner.map(filled)
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(Object.entries(inner).map(([name, each]) => [name, filled(each)]))
  }
  return filled(form) as Manifest['form']
}

const PLACE = /\{(today(?:\+\d{1,4})?|now|number|reference)\}/g
