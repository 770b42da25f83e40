import { Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { inspectPrepared, type PreparedPackage } from '../../core/drafting/inspect-prepared.js'
import type { OpenDraft } from '../../core/drafting/read-draft.js'
import type { Language } from '../../languages/language.js'
import { templateOf } from '../../templates/catalogue.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Facts } from '../components/facts.js'
import { UrgencyMark } from '../components/marks.js'
import { Moment } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { useHandlingRows } from '../components/use-handling-rows.js'
import { ReadForm } from '../components/read-form.js'
import { useListed } from '../components/use-listed.js'
import type { Sending } from '../compose/sending/use-sending.js'
import { Decide } from './decide.js'
import { SealedDocuments } from './sealed-documents.js'

const AGAIN_MS = 15_000

type PreparedProps = { readonly draft: OpenDraft; readonly sending: Sending }

/** What waits for approval, opened from the very octets that will be sent: the draft itself is not believed. */
export function PreparedDraft({ draft, sending }: PreparedProps) {
  const { session } = useSignedIn()
  const pkg = useQuery({
    queryKey: ['draft', draft.draft, 'prepared', draft.version],
    queryFn: () => inspectPrepared(session, draft),
    // Approvals fall by themselves: with a revoked key, with another policy.
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={draft.content.title}>
      {pkg.isPending && <Loading />}
      {pkg.error && <Problem error={pkg.error} onRetry={() => void pkg.refetch()} />}
      {pkg.data && <Sealed draft={draft} sending={sending} pkg={pkg.data} />}
    </Page>
  )
}

function Sealed({ pkg, ...of }: PreparedProps & { readonly pkg: PreparedPackage }) {
  const { t } = useTranslation('drafts')
  const { opened, manifest } = pkg
  return (
    <>
      <p className="lead">{t('waitingLead', { name: opened.credential.payload.name })}</p>
      <div className="package-columns">
        <div>
          <section>
            <Title order={2}>{t('content', { ns: 'pkg' })}</Title>
            <ReadForm
              template={templateOf(manifest.template.id, manifest.template.version)}
              form={manifest.form}
            />
          </section>
          <SealedDocuments parts={manifest.parts} />
        </div>
        <aside aria-label={t('approvals')}>
          <Decide pkg={pkg} {...of} />
          <Outside pkg={pkg} />
        </aside>
      </div>
    </>
  )
}

/** To whom it goes and what stands on the outside. */
function Outside({ pkg: { opened, manifest } }: { readonly pkg: PreparedPackage }) {
  const { t, i18n } = useTranslation('pkg')
  const list = useListed()
  const handling = useHandlingRows()
  const nameOf = useAuthorityName()
  const { urgency, expires, notBefore } = opened.header.payload
  const { template, marks, recipients } = manifest
  return (
    <Facts
      rows={[
        [t('to'), list(recipients.map(({ authority }) => nameOf(authority)))],
        [
          t('template'),
          templateOf(template.id, template.version)?.title[i18n.language as Language] ??
            `${template.id}@${template.version}`,
        ],
        [t('urgency'), <UrgencyMark key="u" urgency={urgency} />],
        [t('tlp'), marks.tlp],
        [t('classification'), marks.classification],
        ...handling(marks),
        [t('notBefore'), notBefore && <Moment at={notBefore} />],
        [t('expires'), expires && <Moment at={expires} />],
        [t('case'), <code key="c">{manifest.case}</code>],
        [t('fingerprint', { ns: 'drafts' }), <code key="h">{opened.header.digest}</code>],
      ]}
    />
  )
}
