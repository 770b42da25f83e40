import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { Facts } from '../components/facts.js'
import { Moment } from '../components/moment.js'
import { Page } from '../components/page.js'
import { Loading, Problem } from '../components/page-states.js'
import { SealAnew } from './seal-anew.js'
import { type CopyStanding, useCopy } from './use-copy.js'

/** One package is sealed anew for the own authority: what that does, how it stands, and the button. */
export function SealAnewScreen() {
  const { t } = useTranslation('resealing')
  const { id } = useParams<{ id: string }>()
  const standing = useCopy(id)
  return (
    <Page title={t('sealAnew')} actions={<Link href={`/packages/${id}`}>{t('toPackage')}</Link>}>
      <p className="lead">{t('lead')}</p>
      <Title order={2}>{t('whatHappens')}</Title>
      <ol>
        {(['doesFetch', 'doesSeal', 'doesReplace', 'doesKeep'] as const).map((what) => (
          <li key={what}>{t(what)}</li>
        ))}
      </ol>
      <Title order={2}>{t('now')}</Title>
      {standing.error && <Problem error={standing.error} onRetry={() => void standing.refetch()} />}
      {standing.isPending && <Loading what={t('reading')} />}
      {standing.data && (
        <>
          <Standing standing={standing.data} />
          <SealAnew id={id} isAgain={standing.data.copy !== undefined} />
        </>
      )}
    </Page>
  )
}

function Standing({ standing: { copy, isPresent } }: { readonly standing: CopyStanding }) {
  const { t } = useTranslation('resealing')
  if (copy === undefined) return <Facts rows={[[t('copy'), t('asSent')]]} />
  const { payload, takenAt, replacedDeletedAt } = copy
  const { version, kid } = payload
  return (
    <>
      <Facts
        rows={[
          [
            t('copy'),
            <span data-version={version} key="v">
              {t('version', { version })}
            </span>,
          ],
          [t('key'), <code key="k">{kid}</code>],
          [t('taken'), <Moment key="t" at={takenAt} />],
          [
            t('replaced'),
            replacedDeletedAt === null ? (
              t('replacedKept')
            ) : (
              <span key="r">
                {t('replacedDeleted')} <Moment at={replacedDeletedAt} />
              </span>
            ),
          ],
        ]}
      />
      <p>{t(isPresent ? 'isPresent' : 'isEarlier')}</p>
    </>
  )
}
