import type { Clocks, FactCode } from '#crypto/proof/fact.js'
import { fill } from '../languages/fill.js'
import { leftToRight } from '../languages/left-to-right.js'
import type { Language } from '../languages/language.js'
import { sentenceOf } from '../languages/sentence-of.js'
import type { Texts } from '../languages/texts.js'
import { isOfAbsence } from '../report/is-of-absence.js'
import { partyName } from '../report/party-name.js'
import type { Report, ReportedPackage } from '../report/report.js'
import { utcTimeIsolated } from '../report/utc-time.js'
import type { Block, Table } from './block.js'

const CLOCKS = ['declared', 'observed', 'attested', 'witnessed'] as const
/** As wide as the longest of their names in six languages. */
const WIDTHS = { declared: 16, observed: 16, attested: 17, witnessed: 21 } as const

/** What a judge reads: who, to whom, when by which clock, what is proved and what is not. */
export function firstPage(
  report: Report,
  pkg: ReportedPackage,
  texts: Texts,
  language: Language,
): readonly Block[] {
  const { certificate, verdicts } = texts
  const { verdict } = report
  const { label, meaning } = verdicts[verdict.verdict]
  return [
    { kind: 'title', text: certificate.title, subtitle: certificate.subtitle },
    {
      kind: 'verdict',
      isProved: verdict.verdict === 'proved',
      title: fill(certificate.verdict, { verdict: label }),
      text: meaning,
    },
    { kind: 'heading', level: 2, text: certificate.transmission },
    transmission(report, pkg, texts, language),
    { kind: 'heading', level: 2, text: certificate.moments },
    moments(report, texts),
    { kind: 'paragraph', text: certificate.momentsMeaning },
    { kind: 'heading', level: 2, text: certificate.whatIsProved },
    { kind: 'list', items: proved(report, texts) },
    { kind: 'heading', level: 2, text: certificate.whatIsNotProved },
    { kind: 'list', items: notProved(report, texts) },
  ]
}

function transmission(
  report: Report,
  pkg: ReportedPackage,
  { labels, states, urgencies }: Texts,
  language: Language,
): Table {
  const signer = report.chains.find(({ act }) => act.fact === 'header-signed')
  const recipients = pkg.recipients.map((recipient): readonly [string, string] => {
    const state = recipient.state === undefined ? labels.unknownState : states[recipient.state]
    return [labels.recipient, `${partyName(recipient, language)} — ${state}`]
  })
  return {
    kind: 'table',
    columns: [28, 72],
    rows: [
      [labels.sender, partyName(pkg.sender, language)],
      ...(signer?.officer ? [[labels.signedBy, signer.officer.name]] : []),
      ...recipients,
      ...(pkg.relay ? [[labels.relay, partyName(pkg.relay, language)]] : []),
      [labels.package, leftToRight(pkg.id)],
      [labels.case, leftToRight(pkg.case)],
      [labels.documents, String(pkg.parts)],
      [labels.urgency, urgencies[pkg.urgency]],
    ],
  }
}

function moments({ moments: events, verdict }: Report, { labels, clocks, facts }: Texts): Table {
  const shown = CLOCKS.filter(
    (clock) => clock !== 'witnessed' || events.some((event) => event.clocks.witnessed),
  )
  const isForOne = verdict.recipients.length < 2
  return {
    kind: 'table',
    columns: [30, ...shown.map((clock) => WIDTHS[clock])],
    head: [labels.event, ...shown.map((clock) => clocks[clock].label)],
    rows: events.map(({ fact, recipient, clocks: read }) => [
      facts[fact.fact].title + (isForOne || recipient === undefined ? '' : `\n${recipient}`),
      ...shown.map((clock) => timeOn(read, clock, labels.notGiven)),
    ]),
  }
}

const timeOn = (read: Clocks, clock: keyof Clocks, absent: string) => {
  const time = read[clock]
  return time === undefined ? absent : utcTimeIsolated(time)
}

/** The facts that a judge asks for first; the annex has all of them. */
const FIRST: readonly FactCode[] = [
  'header-signed',
  'receipt-signed',
  'receipt-matches-header',
  'absence-stated',
  'document-matches',
  'time-stamped',
]

function proved({ verdict }: Report, texts: Texts): readonly string[] {
  const found = verdict.facts.filter(
    ({ fact, standing }) => standing === 'proved' && FIRST.includes(fact),
  )
  return found.length === 0 ? [texts.labels.none] : found.map((fact) => sentenceOf(fact, texts))
}

/** What these facts lack, and what no certificate of this kind can show. */
function notProved({ verdict, log }: Report, texts: Texts): readonly string[] {
  const { certificate, facts, standings } = texts
  return [
    ...verdict.facts
      .filter(({ standing }) => standing !== 'proved')
      .map(
        (fact) =>
          `${facts[fact.fact].title}: ${standings[fact.standing].label}. ${sentenceOf(fact, texts)}`,
      ),
    ...(log?.stamp?.isOperators === true ? [certificate.limitOperator] : []),
    ...(isOfAbsence(verdict) ? [certificate.limitAbsence] : []),
    certificate.limitContent,
    certificate.limitPerson,
    certificate.limitClocks,
    certificate.limitTrust,
  ]
}
