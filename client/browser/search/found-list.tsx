import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Found } from '../../core/search/find-in-index.js'
import type { Language } from '../../languages/language.js'
import { templateOf } from '../../templates/catalogue.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Moment } from '../components/moment.js'
import { useListed } from '../components/use-listed.js'
import { labelAt } from '../own-entry/label-at.js'

/** So many at once. */
const PAGE = 25
/** Of a place in which words stand. */
const MOST_LETTERS = 160

/** Newest first, each with the places in which the words stand. */
export function FoundList({ found }: { readonly found: readonly Found[] }) {
  const { t } = useTranslation('search')
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      <ol className="found-list">
        {found.slice(0, shown).map((one) => (
          <li key={one.package} data-found={one.package}>
            <FoundPackage found={one} />
          </li>
        ))}
      </ol>
      {found.length > shown && (
        <Button variant="default" size="xs" onClick={() => setShown(shown + PAGE)}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

function FoundPackage({ found }: { readonly found: Found }) {
  const { t, i18n } = useTranslation('search')
  const list = useListed()
  const nameOf = useAuthorityName()
  const { package: id, box, sender, recipients, submitted, template, matches } = found
  const [name = '', version] = template?.split('@') ?? []
  const language = i18n.language as Language
  const read = templateOf(name, Number(version))
  const title = read?.title[language] ?? template
  const placeOf = (at: string) =>
    at === 'documents' ? t('document') : labelAt(read?.sections ?? [], at, language)
  const others = box === 'inbox' ? nameOf(sender) : list(recipients.map(nameOf))
  return (
    <>
      <Link href={`/packages/${id}`}>{title ?? t('notOpened')}</Link>{' '}
      <span>{t(box === 'inbox' ? 'from' : 'to', { name: others })}</span>{' '}
      <span className="quiet">
        <Moment at={submitted} />
      </span>
      {matches.length > 0 && (
        <ul>
          {matches.map(({ at, text }, number) => (
            // Documents all stand at one place.
            <li key={number}>
              <span className="quiet">{placeOf(at) || at}:</span>{' '}
              <bdi>{text.slice(0, MOST_LETTERS)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
