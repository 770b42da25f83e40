import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { nameIn } from '../api/use-directory.js'
import { Facts } from '../components/facts.js'
import { octets } from '../components/octets.js'
import { useListed } from '../components/use-listed.js'

/** What the counterpart has published about itself, beside the form that it will receive. */
export function EntryBeside({ entry }: { readonly entry: DirectoryEntry }) {
  const { t, i18n } = useTranslation('compose')
  const list = useListed()
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' })
  const spoken = (tags: readonly string[]) => list(tags.map((tag) => names.of(tag) ?? tag))
  return (
    <section>
      <Title order={2}>{t('entryOf', { name: nameIn(entry.names) })}</Title>
      <Facts
        rows={[
          [t('languages'), spoken(entry.languages.normal)],
          [t('languagesUrgent'), spoken(entry.languages.urgent)],
          [t('legalBases'), list(entry.legalBases)],
          [t('formats'), list(entry.accepts.mediaTypes)],
          [t('largest'), octets(entry.accepts.maximumBytes, i18n.language)],
        ]}
      />
      <Said title={t('requirements')} all={entry.requirements} />
      <Said title={t('signature')} all={entry.signatureRules} />
    </section>
  )
}

type SaidProps = { readonly title: string; readonly all: readonly string[] }

/** What the counterpart says in its own language; nothing where it says nothing. */
const Said = ({ title, all }: SaidProps) =>
  all.length > 0 && (
    <>
      <Title order={3}>{title}</Title>
      <ul className="plain-list">
        {all.map((one) => (
          <li key={one}>
            <bdi>{one}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
