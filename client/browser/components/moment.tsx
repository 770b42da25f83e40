import { useTranslation } from 'react-i18next'
import { localeOf } from './locale-of.js'

const DATE = { year: 'numeric', month: 'short', day: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit', hour12: false } as const

/** A moment in the reader's zone, with UTC beside; to the second where `exact`. */
export function Moment({ at, exact = false }: { readonly at: string; readonly exact?: boolean }) {
  const { i18n } = useTranslation()
  const { local, utc } = momentIn(at, i18n.language, exact)
  return (
    <time dateTime={at} className="moment">
      <bdi>{local}</bdi>
      {utc !== undefined && (
        <>
          {' '}
          <bdi className="quiet">{utc}</bdi>
        </>
      )}
    </time>
  )
}

/** @param language - BCP 47 */
export function momentIn(at: string, language: string, exact = false) {
  const moment = new Date(at)
  const time = exact ? ({ ...TIME, second: '2-digit' } as const) : TIME
  const locale = localeOf(language)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format(moment)
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const isUtc = moment.getTimezoneOffset() === 0 && /^(UTC|Etc\/UTC|GMT)$/.test(zone)
  const utcDay = moment.toISOString().slice(0, 10)
  const localDay = new Intl.DateTimeFormat('sv-SE').format(moment)
  const utcOptions = { ...time, timeZone: 'UTC' } as const
  const utcText = format(
    utcDay === localDay ? utcOptions : { ...utcOptions, day: 'numeric', month: 'short' },
  )
  return isUtc
    ? { local: `${format({ ...DATE, ...time })} UTC`, utc: undefined }
    : { local: format({ ...DATE, ...time }), utc: `(${utcText} UTC)` }
}
