import { localeOf } from './locale-of.js'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size as people read it, in powers of a thousand. @param language - BCP 47 */
export function octets(length: number, language: string): string {
  const power = length < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(length) / 3))
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    // Short for one of them is no plural: “607 byte”.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(length / 1000 ** power)
}
