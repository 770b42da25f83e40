import type { Fact, Standing } from '#crypto/proof/fact.js'
import { fill } from '../languages/fill.js'
import type { Language } from '../languages/language.js'
import { sentenceOf } from '../languages/sentence-of.js'
import type { Texts } from '../languages/texts.js'
import { isOfAbsence } from '../report/is-of-absence.js'
import { partyName } from '../report/party-name.js'
import type { Report, ReportedPackage } from '../report/report.js'
import { clockCell, clockLines, shownClocks } from './clock-view.js'
import { detailsView } from './details-view.js'
import { element } from './element.js'
import type { PageActions } from './page-state.js'
import { rows, section, table } from './table-view.js'

const SIGNS: Readonly<Record<Standing, string>> = {
  proved: '✓',
  claimed: '?',
  unproved: '–',
  contradicted: '✗',
}

/** What a bundle proves: the same facts as the command, in plain words, clocks apart. */
export function resultView(
  report: Report,
  language: Language,
  actions: PageActions,
  texts: Texts,
): HTMLElement {
  const { verdict } = report
  const { certificate: words, page, verdicts } = texts
  const { label, meaning } = verdicts[verdict.verdict]
  return element(
    'div',
    { class: 'result' },
    element(
      'div',
      { class: `verdict ${verdict.verdict}` },
      element('h2', { id: 'result', tabindex: '-1' }, fill(words.verdict, { verdict: label })),
      element('p', {}, meaning),
    ),
    element(
      'p',
      { class: 'actions' },
      element('button', { type: 'button', click: () => window.print() }, page.print),
      element(
        'button',
        { type: 'button', class: 'quiet', click: () => actions.again() },
        page.again,
      ),
    ),
    report.package && section(words.transmission, transmission(report.package, language, texts)),
    report.moments.length > 0
      ? section(
          words.moments,
          moments(report, texts),
          element('p', { class: 'hint' }, words.momentsMeaning),
        )
      : undefined,
    section(page.facts, facts(verdict.facts, texts)),
    section(
      words.whatIsNotProved,
      element('ul', {}, ...limits(report, words).map((text) => element('li', {}, text))),
    ),
    detailsView(report, texts),
  )
}

/** What no bundle of this kind can show, whatever it proves. */
const limits = ({ log, verdict }: Report, words: Texts['certificate']): readonly string[] => [
  ...(log?.stamp?.isOperators === true ? [words.limitOperator] : []),
  ...(isOfAbsence(verdict) ? [words.limitAbsence] : []),
  words.limitContent,
  words.limitPerson,
  words.limitClocks,
  words.limitTrust,
]

function transmission(pkg: ReportedPackage, language: Language, texts: Texts): HTMLElement {
  const { labels, states, urgencies } = texts
  return rows(labels.package, [
    [labels.sender, partyName(pkg.sender, language)],
    ...pkg.recipients.map((recipient): [string, string] => [
      labels.recipient,
      `${partyName(recipient, language)} — ${recipient.state === undefined ? labels.unknownState : states[recipient.state]}`,
    ]),
    ...(pkg.relay ? [[labels.relay, partyName(pkg.relay, language)] as const] : []),
    [labels.package, pkg.id],
    [labels.case, pkg.case],
    [labels.documents, String(pkg.parts)],
    [labels.urgency, urgencies[pkg.urgency]],
  ])
}

function moments({ moments: events, verdict }: Report, texts: Texts): HTMLElement {
  const { labels, clocks, facts: said } = texts
  const shown = shownClocks(events)
  const isForOne = verdict.recipients.length < 2
  return table(
    texts.certificate.moments,
    [labels.event, ...shown.map((clock) => clocks[clock].label)],
    events.map(({ fact, recipient, clocks: read }) => [
      said[fact.fact].title + (isForOne || recipient === undefined ? '' : ` (${recipient})`),
      ...shown.map((clock) => clockCell(read[clock], labels.notGiven)),
    ]),
  )
}

function facts(all: readonly Fact[], texts: Texts): HTMLElement {
  const { labels, standings } = texts
  return table(
    texts.page.facts,
    [labels.fact, labels.standing, labels.statement],
    all.map((fact) => [
      texts.facts[fact.fact].title,
      element(
        'strong',
        { class: `standing ${fact.standing}`, 'data-fact': fact.fact },
        `${SIGNS[fact.standing]} ${standings[fact.standing].label}`,
      ),
      element(
        'div',
        {},
        element('p', {}, sentenceOf(fact, texts)),
        ...clockLines(fact.clocks, texts),
        ...reasonOf(fact).map((reason) =>
          element('p', {}, `${labels.reason}: `, element('bdi', {}, reason)),
        ),
      ),
    ]),
  )
}

/** Codes, for whoever looks them up: the relay's own of a failure, the verifier's of what is false. */
function reasonOf({ standing, data }: Fact): readonly string[] {
  const refusal = standing === 'contradicted' ? (data['refusal'] ?? data['code']) : undefined
  return [data['reasons'], refusal].flatMap((code) => code ?? [])
}
