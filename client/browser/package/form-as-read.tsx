import { useTranslation } from 'react-i18next'
import type { Manifest } from '#crypto/package/manifest.js'
import { Facts } from '../components/facts.js'

type Json = Manifest['form'][string]

/** What the request says, as its template arranges it. */
export function FormAsRead({ manifest: { form } }: { readonly manifest: Pick<Manifest, 'form'> }) {
  const { t } = useTranslation('pkg')
  const entries = Object.entries(form)
  if (entries.length === 0) return <p className="quiet">{t('emptyForm')}</p>
  return (
    <div className="form-as-read">
      <Facts
        rows={entries.map(([name, value]) => [titleOf(name), <Value key={name} value={value} />])}
      />
    </div>
  )
}

/** A value of any shape: lists as lists, objects as further names and values. */
function Value({ value }: { readonly value: Json }) {
  const { t } = useTranslation()
  if (value === null || value === '') return <span className="quiet">{t('none')}</span>
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value !== 'object') return <span dir="auto">{String(value)}</span>
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object'))
      return <span dir="auto">{value.join(', ')}</span>
    return (
      <ol className="plain-list">
        {value.map((one, at) => (
          <li key={at}>
            <Value value={one} />
          </li>
        ))}
      </ol>
    )
  }
  return (
    <Facts
      rows={Object.entries(value).map(([name, inner]) => [
        titleOf(name),
        <Value key={name} value={inner} />,
      ])}
    />
  )
}

/** `maximumPenalty` as people write it, where no template names it. */
const titleOf = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
