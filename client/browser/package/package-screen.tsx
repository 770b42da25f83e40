import './package.css'
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import type { Language } from '../../languages/language.js'
import { templateOf } from '../../templates/catalogue.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Facts } from '../components/facts.js'
import { StateMark, UrgencyMark } from '../components/marks.js'
import { Moment } from '../components/moment.js'
import { Page } from '../components/page.js'
import { Loading, Problem } from '../components/page-states.js'
import { ReadForm } from '../components/read-form.js'
import { useHandlingRows } from '../components/use-handling-rows.js'
import { useListed } from '../components/use-listed.js'
import { OnwardLinks } from '../onward/onward-links.js'
import { SealAnewLink } from '../resealing/seal-anew-link.js'
import { HandOffLink } from '../translation/hand-off-link.js'
import { AbsenceOf } from './absence-of.js'
import { Acknowledge } from './acknowledge.js'
import { Deleted } from './deleted.js'
import { Documents } from './documents.js'
import { pageOf } from './page-of.js'
import { ProofOf } from './proof-of.js'
import { Provenance } from './provenance.js'
import { Receipts } from './receipts.js'
import { Standing } from './standing.js'
import { Timeline } from './timeline.js'
import { Translations } from './translations.js'
import { type ShownPackage, usePackage } from './use-package.js'

/** One package. Nothing of one that fails verification is shown, and nothing can be done with it. */
export function PackageScreen() {
  const { t } = useTranslation('pkg')
  const { id } = useParams<{ id: string }>()
  const pkg = usePackage(id)
  const page = pageOf(pkg)
  const problem = pkg.error && <Problem error={pkg.error} onRetry={() => void pkg.refetch()} />
  if (page === 'deleted') return <Deleted id={id} />
  if (page === 'opened' && pkg.data) return <Opened pkg={pkg.data} problem={problem} />
  if (page === 'distrusted') {
    return (
      // Of its own, so that its title has the focus also where the package stood before.
      <Page key={page} title={t('failedTitle')}>
        <p className="failed" role="alert">
          {t('failedMeaning')}
        </p>
        {problem}
      </Page>
    )
  }
  return <Page title={t('package')}>{problem ?? <Loading what={t('opening')} />}</Page>
}

type OpenedProps = {
  readonly pkg: ShownPackage
  /** That it could not be read anew. */
  readonly problem: ReactNode
}

function Opened({ pkg, problem }: OpenedProps) {
  const { t } = useTranslation('pkg')
  const list = useListed()
  const { session } = useSignedIn()
  const nameOf = useAuthorityName()
  const { record } = pkg.read
  const { sender, recipients } = record.header.payload
  const others = pkg.isOurs ? recipients.map(({ authority }) => authority) : [sender]
  const name = list(others.map(nameOf))
  const { name: officer } = record.header.credential.payload
  return (
    <Page title={t(pkg.isOurs ? 'titleTo' : 'titleFrom', { name })}>
      {problem}
      <p className="verified" role="status">
        <span aria-hidden>✓ </span>
        {t('verified', { name: officer, authority: nameOf(sender) })}
      </p>
      <Standing pkg={pkg} />
      <div className="package-columns">
        <div>
          <section>
            <Title order={2}>{t('content')}</Title>
            <Content pkg={pkg} />
          </section>
          <Provenance pkg={pkg} />
          <Translations pkg={pkg} />
          <Documents pkg={pkg} />
          {pkg.read.manifest.parts.length > 0 && (
            <p>
              <HandOffLink pkg={pkg.read.manifest.package} />
            </p>
          )}
          <OnwardLinks pkg={pkg} />
          <SealAnewLink pkg={pkg.read.manifest.package} />
        </div>
        <aside aria-label={t('package')}>
          {!pkg.isOurs && <Acknowledge pkg={pkg} key={session.officer.authority} />}
          <Receipts receipts={pkg.receipts} nameOf={nameOf} />
          <Summary pkg={pkg} nameOf={nameOf} />
          <ProofOf id={pkg.read.manifest.package} pkg={pkg} />
          <AbsenceOf pkg={pkg} nameOf={nameOf} />
        </aside>
      </div>
      <Timeline pkg={pkg} nameOf={nameOf} />
    </Page>
  )
}

/** By the labels of its template; a template that this program does not know is shown as it was written. */
function Content({ pkg: { read } }: { readonly pkg: ShownPackage }) {
  const { template, form } = read.manifest
  return <ReadForm template={templateOf(template.id, template.version)} form={form} />
}

type SummaryProps = {
  readonly pkg: ShownPackage
  readonly nameOf: (authority: string) => string
}

function Summary({ pkg: { read }, nameOf }: SummaryProps) {
  const { t, i18n } = useTranslation('pkg')
  const list = useListed()
  const handling = useHandlingRows()
  const { record, manifest } = read
  const { payload, credential } = record.header
  const { template, marks } = manifest
  return (
    <section>
      <Facts
        rows={[
          [
            t('state'),
            [...record.states.values()].map((state, at) => <StateMark key={at} state={state} />),
          ],
          [t('urgency'), <UrgencyMark key="u" urgency={payload.urgency} />],
          [t('from'), nameOf(payload.sender)],
          [t('officer'), <bdi key="o">{credential.payload.name}</bdi>],
          [t('to'), list(payload.recipients.map(({ authority }) => nameOf(authority)))],
          [
            t('template'),
            templateOf(template.id, template.version)?.title[i18n.language as Language] ??
              `${template.id}@${template.version}`,
          ],
          [t('tlp'), marks.tlp],
          [t('classification'), marks.classification],
          ...handling(marks),
          [t('declared'), <Moment key="d" at={payload.created} />],
          [t('submitted'), <Moment key="s" at={record.submitted} />],
          [t('notBefore'), payload.notBefore && <Moment at={payload.notBefore} />],
          [t('expires'), payload.expires && <Moment at={payload.expires} />],
          [
            t('case'),
            <Link key="c" href={`/cases/${payload.case}`} className="mono">
              {payload.case}
            </Link>,
          ],
          [t('package'), <code key="p">{payload.package}</code>],
        ]}
      />
    </section>
  )
}
