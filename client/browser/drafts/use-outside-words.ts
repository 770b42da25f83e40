import { useTranslation } from 'react-i18next'
import { DraftDocument } from '#crypto/drafts/draft-version.js'
import { Urgency } from '#crypto/package/header.js'
import type { Language } from '../../languages/language.js'
import { templateOf } from '../../templates/catalogue.js'
import { useAuthorityName } from '../api/use-directory.js'
import { octets } from '../components/octets.js'
import { useListed } from '../components/use-listed.js'
import type { OutsideWords } from './conflict-rows.js'

/** What a draft says beside its form, in words. */
export function useOutsideWords(): OutsideWords {
  const { t } = useTranslation('drafts')
  const { t: pkg } = useTranslation('pkg')
  const { t: report, i18n } = useTranslation('report')
  const nameOf = useAuthorityName()
  const list = useListed()
  const labels: Readonly<Record<string, string>> = {
    title: t('name'),
    to: t('to'),
    template: pkg('template'),
    urgency: pkg('urgency'),
    documents: pkg('documents'),
    case: pkg('case'),
    notBefore: pkg('notBefore'),
    expires: pkg('expires'),
    'marks.tlp': pkg('tlp'),
    'marks.classification': pkg('classification'),
  }
  const document = (value: unknown) => {
    const read = DraftDocument.safeParse(value).data
    return read && `${octets(read.length, i18n.language)}, SHA-256 ${read.digest}`
  }
  return {
    label: (at) =>
      at.startsWith('documents.') ? `${pkg('documents')}: ${at.slice(10)}` : labels[at],
    value: (at, value) => {
      if (at === 'urgency') {
        const urgency = Urgency.safeParse(value).data
        return urgency && report(`urgencies.${urgency}`)
      }
      if (at.startsWith('documents.')) return document(value)
      if (at === 'to' && Array.isArray(value)) return list(value.map((one) => nameOf(String(one))))
      if (at === 'template' && typeof value === 'object' && value !== null) {
        const { id, version } = value as { readonly id?: unknown; readonly version?: unknown }
        return templateOf(String(id), Number(version))?.title[i18n.language as Language]
      }
      return typeof value === 'string' ? value : undefined
    },
  }
}
