import { Button, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clocks, Fact, Standing } from '#crypto/proof/fact.js'
import type { Language } from '../../languages/language.js'
import { fill } from '../../languages/fill.js'
import { sentenceOf } from '../../languages/sentence-of.js'
import { partyName } from '../../report/party-name.js'
import type { Report } from '../../report/report.js'
import { DataTable } from '../components/data-table.js'
import { Facts } from '../components/facts.js'
import { Moment } from '../components/moment.js'
import { useReportTexts } from '../languages/use-report-texts.js'

const SIGNS: Readonly<Record<Standing, string>> = {
  proved: '✓',
  claimed: '?',
  unproved: '–',
  contradicted: '✗',
}
const CLOCKS = ['declared', 'observed', 'attested', 'witnessed'] as const

/** What a bundle proves, and what it does not: each fact with its standing and its clocks apart. */
export function Verdict({ report }: { readonly report: Report }) {
  const texts = useReportTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [report])
  const { verdict, log } = report
  const { label, meaning } = texts.verdicts[verdict.verdict]
  const { certificate: words } = texts
  const limits = [
    ...(log?.stamp?.isOperators === true ? [words.limitOperator] : []),
    words.limitContent,
    words.limitPerson,
    words.limitClocks,
    words.limitTrust,
  ]
  return (
    <div className="verdict-page">
      <div className={`verdict ${verdict.verdict}`}>
        <Title order={2} tabIndex={-1} ref={heading} id="result">
          {fill(words.verdict, { verdict: label })}
        </Title>
        <p>{meaning}</p>
      </div>
      <p className="no-print">
        <Button variant="default" onClick={() => print()}>
          {texts.page.print}
        </Button>
      </p>
      <Transmission report={report} />
      <Moments report={report} />
      <section>
        <Title order={2}>{texts.page.facts}</Title>
        <FactTable facts={verdict.facts} />
      </section>
      <section>
        <Title order={2}>{words.whatIsNotProved}</Title>
        <ul className="plain-list">
          {limits.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
      <Keys report={report} />
    </div>
  )
}

function Transmission({ report: { package: pkg } }: { readonly report: Report }) {
  const { labels, states, urgencies, certificate } = useReportTexts()
  const { i18n } = useTranslation()
  if (!pkg) return null
  const language = i18n.language as Language
  return (
    <section>
      <Title order={2}>{certificate.transmission}</Title>
      <Facts
        rows={[
          [labels.sender, partyName(pkg.sender, language)],
          ...pkg.recipients.map(
            (one) =>
              [
                labels.recipient,
                `${partyName(one, language)} – ${one.state === undefined ? labels.unknownState : states[one.state]}`,
              ] as const,
          ),
          [labels.relay, pkg.relay && partyName(pkg.relay, language)],
          [labels.package, <code key="p">{pkg.id}</code>],
          [labels.case, <code key="c">{pkg.case}</code>],
          [labels.documents, pkg.parts],
          [labels.urgency, urgencies[pkg.urgency]],
        ]}
      />
    </section>
  )
}

function Moments({ report }: { readonly report: Report }) {
  const { labels, clocks, facts, certificate } = useReportTexts()
  const rows = report.moments.map((moment, at) => ({ ...moment, key: String(at) }))
  if (rows.length === 0) return null
  const shown = CLOCKS.filter(
    (clock) => clock !== 'witnessed' || rows.some((row) => row.clocks.witnessed !== undefined),
  )
  return (
    <section>
      <Title order={2}>{certificate.moments}</Title>
      <DataTable
        caption={certificate.moments}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            id: 'event',
            title: labels.event,
            isRowHeader: true,
            cell: ({ fact, recipient }) => (
              <span>
                {facts[fact.fact].title}{' '}
                {recipient && <bdi className="mono quiet">{recipient}</bdi>}
              </span>
            ),
          },
          ...shown.map((clock) => ({
            id: clock,
            title: clocks[clock].label,
            cell: (row: { readonly clocks: Clocks }) => <ClockOf at={row.clocks[clock]} />,
          })),
        ]}
      />
      <p className="quiet">{certificate.momentsMeaning}</p>
    </section>
  )
}

const ClockOf = ({ at }: { readonly at: string | undefined }) =>
  at === undefined ? <span aria-hidden>–</span> : <Moment at={at} exact />

function FactTable({ facts }: { readonly facts: readonly Fact[] }) {
  const texts = useReportTexts()
  const { labels, standings } = texts
  const rows = facts.map((fact, at) => ({ fact, key: String(at) }))
  return (
    <DataTable
      caption={texts.page.facts}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          id: 'fact',
          title: labels.fact,
          isRowHeader: true,
          cell: ({ fact }) => texts.facts[fact.fact].title,
        },
        {
          id: 'standing',
          title: labels.standing,
          cell: ({ fact: { fact, standing } }) => (
            <strong className={`standing ${standing}`} data-fact={fact}>
              {SIGNS[standing]} {standings[standing].label}
            </strong>
          ),
        },
        {
          id: 'said',
          title: labels.statement,
          cell: ({ fact }) => (
            <>
              {sentenceOf(fact, texts)}
              {fact.standing === 'contradicted' && (
                <code className="quiet"> {fact.data['refusal'] ?? fact.data['code']}</code>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

/** For an expert: from each signature to a root. */
function Keys({ report: { chains, bundle, roots } }: { readonly report: Report }) {
  const { labels, page, certificate, facts, certificateStatus } = useReportTexts()
  return (
    <details className="lost">
      <summary>{page.keys}</summary>
      {chains.map((chain, at) => (
        <section key={at}>
          <Title order={3}>{facts[chain.act.fact].title}</Title>
          <Facts
            rows={[
              [labels.officer, chain.officer?.name],
              [labels.key, chain.key && <code>{chain.key}</code>],
              [labels.entry, `${chain.authority}, ${chain.entry.version}`],
              [
                labels.certificate,
                `${chain.certificate.subject}; ${certificateStatus[chain.certificate.status]}`,
              ],
              [labels.root, chain.root.subject],
            ]}
          />
        </section>
      ))}
      <section>
        <Title order={3}>{certificate.annexTrust}</Title>
        <Facts
          rows={roots.map(({ subject, fingerprint }) => [
            subject,
            <code key="f">{fingerprint}</code>,
          ])}
        />
      </section>
      <section>
        <Title order={3}>{page.chooseBundle}</Title>
        <Facts rows={[[labels.digest, <code key="d">{bundle.digest}</code>]]} />
      </section>
    </details>
  )
}
