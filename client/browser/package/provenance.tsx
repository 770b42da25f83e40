import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../languages/language.js'
import type { ReceivedDowngrade } from '../../core/downgrade/received-downgrade.js'
import type { ReceivedForward } from '../../core/forwarding/received-forward.js'
import { templateOf } from '../../templates/catalogue.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Facts } from '../components/facts.js'
import { Loading, Problem } from '../components/page-states.js'
import { comesFromElsewhere, useProvenance } from './use-provenance.js'
import type { ShownPackage } from './use-package.js'

/** Of a package passed on, or released from a classification: whether the chain to the original holds. */
export function Provenance({ pkg }: { readonly pkg: ShownPackage }) {
  const { t } = useTranslation('pkg')
  const found = useProvenance(pkg)
  if (!comesFromElsewhere(pkg)) return null
  return (
    <section aria-labelledby="provenance">
      <Title order={2} id="provenance">
        {t('provenance')}
      </Title>
      {found.isPending && <Loading what={t('provenanceReading')} />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.forward && <Forwarded found={found.data.forward} />}
      {found.data?.downgrades.map((one, at) => (
        <Released key={at} found={one} />
      ))}
    </section>
  )
}

function Forwarded({ found }: { readonly found: ReceivedForward }) {
  const { t, i18n } = useTranslation('pkg')
  const nameOf = useAuthorityName()
  if (!found.verified) return <Broken code={found.code} title={t('chainBroken')} />
  const { original, approval, redirected } = found
  const { template, sender, parts } = original
  return (
    <div className="done-good" data-chain="holds">
      <p>
        <strong>✓ {t('chainHolds', { name: nameOf(sender) })}</strong>
      </p>
      <Facts
        rows={[
          [
            t('template'),
            templateOf(template.id, template.version)?.title[i18n.language as Language] ??
              `${template.id}@${template.version}`,
          ],
          [t('documents'), t('cameUnaltered', { count: parts.length })],
          [
            t('onward'),
            approval === 'given' ? t('leaveGiven', { name: nameOf(sender) }) : t('leaveNotNeeded'),
          ],
          [t('redirected'), redirected && t('redirectedToUs')],
          [t('package'), <code key="p">{original.package}</code>],
        ]}
      />
    </div>
  )
}

function Released({ found }: { readonly found: ReceivedDowngrade }) {
  const { t } = useTranslation('pkg')
  const nameOf = useAuthorityName()
  if (!found.verified) return <Broken code={found.code} title={t('downgradeBroken')} />
  const { downgrade, officer, redactions, marked } = found
  const { authority, by, basis, decided, from, to, documents } = downgrade
  const count = redactions.documents.reduce((sum, one) => sum + one.redactions.length, 0)
  return (
    <div className="done-good" data-downgrade="holds">
      <p>
        <strong>✓ {t('released', { from, to })}</strong>
      </p>
      <Facts
        rows={[
          [t('releasedBy'), <bdi key="b">{by}</bdi>],
          [t('releasedOn'), decided],
          [t('releasedBasis'), <bdi key="a">{basis}</bdi>],
          [t('officer'), t('officerOf', { name: officer, authority: nameOf(authority) })],
          [t('documents'), documents.length],
          [t('redactions'), count],
        ]}
      />
      {!marked && <p className="late">{t('notMarked', { to })}</p>}
    </div>
  )
}

function Broken({ title, code }: { readonly title: string; readonly code: string }) {
  const { t } = useTranslation('pkg')
  return (
    <div className="done-bad" role="alert" data-chain="broken">
      <p>
        <strong>✗ {title}</strong>
      </p>
      <p>{t('brokenMeaning')}</p>
      <p>
        <code dir="ltr">{code}</code>
      </p>
    </div>
  )
}
