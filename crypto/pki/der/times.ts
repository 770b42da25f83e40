import { type DerValue, malformed } from './read-der.js'
import { TAG } from './tag.js'

const UTC = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
const GENERALIZED = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{0,8}[1-9]))?Z$/

/**
 * A `Time` of a certificate or a list: UTCTime until 2049, GeneralizedTime from 2050, to the second,
 * in UTC (RFC 5280 §4.1.2.5).
 *
 * @throws {@link CryptoError} `pki/malformed` on any other spelling, or a moment that does not exist.
 */
export function timeOf(value: DerValue): Date {
  if (value.tag === TAG.utcTime) {
    const fields = numbers(value, UTC)
    const year = fields[0] ?? 0
    return moment([year < 50 ? 2000 + year : 1900 + year, ...fields.slice(1)])
  }
  const fields = generalized(value)
  if ((fields[0] ?? 0) < 2050 || fields.length > 6) throw malformed('a time in the wrong form')
  return moment(fields)
}

/**
 * A GeneralizedTime with an optional fraction, as time-stamps have it (RFC 3161 §2.4.2; no trailing
 * zeros, X.690 §11.7.3). Fractions below a millisecond round up: a token attests "not after".
 *
 * @throws {@link CryptoError} `pki/malformed` as {@link timeOf}.
 */
export function preciseTimeOf(value: DerValue): Date {
  return moment(generalized(value))
}

function generalized(value: DerValue): readonly number[] {
  if (value.tag !== TAG.generalizedTime) throw malformed('no time')
  return numbers(value, GENERALIZED)
}

/** Year to second, and milliseconds rounded up when there is a fraction. */
function numbers({ content }: DerValue, form: RegExp): readonly number[] {
  const match = content.length > 24 ? null : form.exec(String.fromCharCode(...content))
  if (match === null) throw malformed('a time in the wrong form')
  const [, year, month, day, hour, minute, second, fraction] = match
  const whole = [year, month, day, hour, minute, second].map(Number)
  return fraction === undefined
    ? whole
    : [...whole, Math.ceil(Number(fraction.padEnd(9, '0')) / 1e6)]
}

function moment(fields: readonly number[]): Date {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milliseconds = 0] = fields
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  at.setUTCFullYear(year, month - 1, day) // Date.UTC maps the years 0 to 99 to 1900 and later
  const exists =
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === day &&
    at.getUTCHours() === hour &&
    at.getUTCMinutes() === minute &&
    at.getUTCSeconds() === second
  if (!exists) throw malformed('a moment that does not exist')
  return new Date(at.getTime() + milliseconds)
}
