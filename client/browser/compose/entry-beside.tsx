import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { nameIn } from '../api/use-directory.js'
import { Facts } from '../components/facts.js'
import { octets } from '../components/octets.js'

/** What the counterpart has published about itself, beside the form that it will receive. */
export function EntryBeside({ entry }: { readonly entry: DirectoryEntry }) {
  const { t, i18n } = useTranslation('compose')
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' })
  const spoken = (tags: readonly string[]) => tags.map((tag) => names.of(tag) ?? tag).join(', ')
  return (
    <section>
      <Title order={2}>{t('entryOf', { name: nameIn(entry.names) })}</Title>
      <Facts
        rows={[
          [t('languages'), spoken(entry.languages.normal)],
          [t('languagesUrgent'), spoken(entry.languages.urgent)],
          [t('legalBases'), entry.legalBases.join(', ')],
          [t('formats'), entry.accepts.mediaTypes.join(', ')],
          [t('largest'), octets(entry.accepts.maximumBytes, i18n.language)],
        ]}
      />
      {entry.requirements.length > 0 && (
        <>
          <Title order={3}>{t('requirements')}</Title>
          <ul className="plain-list">
            {entry.requirements.map((one) => (
              <li key={one} dir="auto">
                {one}
              </li>
            ))}
          </ul>
        </>
      )}
      {entry.signatureRules.length > 0 && (
        <>
          <Title order={3}>{t('signature')}</Title>
          <ul className="plain-list">
            {entry.signatureRules.map((one) => (
              <li key={one} dir="auto">
                {one}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
