import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReceivedTranslation } from '../../core/translation/received-translation.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Facts } from '../components/facts.js'
import { Moment } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'
import { TranslatedPairs } from './translated-pairs.js'
import { comesTranslated, useTranslations } from './use-translations.js'
import type { ShownPackage } from './use-package.js'

/** Of a package with certified translations: which document is which, who answers for it, and whether it holds. */
export function Translations({ pkg }: { readonly pkg: ShownPackage }) {
  const { t } = useTranslation('pkg')
  const found = useTranslations(pkg)
  if (!comesTranslated(pkg)) return null
  return (
    <section aria-labelledby="translations">
      <Title order={2} id="translations">
        {t('translations')}
      </Title>
      {found.isPending && <Loading what={t('translationsReading')} />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.map((one, at) =>
        one.verified ? (
          <Certified key={at} found={one} pkg={pkg} />
        ) : (
          <div key={at} className="done-bad" role="alert" data-translation="broken">
            <p>
              <strong>✗ {t('translationBroken')}</strong>
            </p>
            <p>{t('translationBrokenMeaning')}</p>
            <p>
              <code dir="ltr">{one.code}</code>
            </p>
          </div>
        ),
      )}
    </section>
  )
}

type CertifiedProps = {
  readonly found: Extract<ReceivedTranslation, { verified: true }>
  readonly pkg: ShownPackage
}

function Certified({ found, pkg }: CertifiedProps) {
  const { t, i18n } = useTranslation('pkg')
  const nameOf = useAuthorityName()
  const { certified, translator, reviewer, at, pairs } = found
  const { pair, accreditation, complete, machine, prevails, instrument } = certified
  const languages = new Intl.DisplayNames([i18n.language], { type: 'language' })
  const from = languages.of(pair.from) ?? pair.from
  const to = languages.of(pair.to) ?? pair.to
  const person = ({ name, authority }: { readonly name: string; readonly authority: string }) =>
    t('officerOf', { name, authority: nameOf(authority) })
  return (
    <div className="done-good" data-translation="holds">
      <p>
        <strong>✓ {t('translationHolds', { from, to })}</strong>
      </p>
      <TranslatedPairs pkg={pkg} pairs={pairs} />
      <Facts
        rows={[
          [t('certifiedBy'), person(translator)],
          [
            t('accreditation'),
            accreditation === null ? (
              t('none', { ns: 'common' })
            ) : (
              <bdi>
                {accreditation.number}, {accreditation.body}
              </bdi>
            ),
          ],
          [t('certifiedOn'), <Moment key="a" at={at} />],
          [t('reviewedBy'), reviewer === null ? t('nobodyReviewed') : person(reviewer)],
          [
            t('prevails'),
            prevails === 'original'
              ? t('prevailsOriginal')
              : t('prevailsTranslation', { instrument: instrument ?? '–' }),
          ],
        ]}
      />
      {machine !== 'none' && <p className="late">{t('machineEdited')}</p>}
      {!complete && <p className="late">{t('notComplete')}</p>}
    </div>
  )
}
