import type { Fact, FactCode } from '#crypto/proof/fact.js'
import { ClientError } from '../core/client-error.js'
import { fill } from '../languages/fill.js'
import { directionOf, type Language, LANGUAGES } from '../languages/language.js'
import { sentenceOf } from '../languages/sentence-of.js'
import { textsOf } from '../languages/texts-of.js'
import { partyName } from '../report/party-name.js'
import type { Report, ReportedPackage } from '../report/report.js'
import { utcTimeIsolated } from '../report/utc-time.js'
import type { Bilingual, Block } from './block.js'

type Order = {
  /** For a language that is none of the six. */
  readonly language: Language
  readonly standing: (language: Language) => readonly [string, string]
}

/** What a court asks of a translation first, in this order. */
const ASKED: readonly FactCode[] = [
  'translation-superseded',
  'translation-certified',
  'translation-reviewed',
  'translation-source',
  'translation-target',
  'original-prevails',
  'custody-unbroken',
]
const CLOCKS = ['declared', 'observed', 'attested', 'witnessed'] as const

/**
 * A page for each certified translation: in the language of the original and in that of the translation, side by
 * side, what is proved of it, when, and which texts they are.
 *
 * @throws {@link ClientError} `translation-uncertified` if nobody is shown to have certified one.
 */
export function translationPages(
  report: Report,
  pkg: ReportedPackage,
  order: Order,
): readonly Block[] {
  const { facts } = report.verdict
  const certified = facts.filter(
    ({ fact, standing }) => fact === 'translation-certified' && standing === 'proved',
  )
  if (certified.length === 0) {
    throw new ClientError(
      'translation-uncertified',
      'the bundle proves no certified translation',
      'Export it with one: rogatory proof PACKAGE --translation HANDOFF',
    )
  }
  return certified.flatMap((fact, place) => [
    ...(place === 0 ? [] : [{ kind: 'new-page' } as const]),
    ...pageOf(fact, report, pkg, order),
  ])
}

function pageOf(
  certified: Fact,
  report: Report,
  pkg: ReportedPackage,
  { language, standing }: Order,
): readonly Block[] {
  const { handoff, from = '', to = '' } = certified.data
  const its = report.verdict.facts
    .filter(({ fact, data }) => ASKED.includes(fact) && data['handoff'] === handoff)
    .toSorted((a, b) => ASKED.indexOf(a.fact) - ASKED.indexOf(b.fact))
  const languages = sidesOf(spokenOf(from, language), spokenOf(to, language))
  const sides = languages.map((one) => sayer(one, { certified, its, report, pkg, standing }))
  const [left, right] = sides
  if (!left || !right) throw new TypeError('two languages')
  const rows = left.map(({ as, text }, n) => ({
    as,
    texts: [text, right[n]?.text ?? ''] as const,
  }))
  return [{ kind: 'bilingual', languages, rows }, digests(its, { from, to }, language)]
}

/** A column that runs from right to left stands on the right, as facing texts do. */
const sidesOf = (source: Language, target: Language): Bilingual['languages'] => {
  const other = source === target ? (source === 'en' ? 'fr' : 'en') : target
  return directionOf(source) === 'rtl' ? [other, source] : [source, other]
}

const spokenOf = (tag: string, otherwise: Language): Language =>
  LANGUAGES.find((one) => one === tag.split('-')[0]) ?? otherwise

/** Languages by their names in the language that tells of them. */
function named(fact: Fact, language: Language): Fact {
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const spoken = Object.entries(fact.data)
    .filter(([key]) => key === 'from' || key === 'to')
    .map(([key, tag]) => [key, names.of(tag) ?? tag])
  return { ...fact, data: { ...fact.data, ...(Object.fromEntries(spoken) as Fact['data']) } }
}

type Told = {
  readonly certified: Fact
  readonly its: readonly Fact[]
  readonly report: Report
  readonly pkg: ReportedPackage
  readonly standing: Order['standing']
}

/** One column. Both have the same rows, whatever their languages. */
function sayer(language: Language, { certified, its, report, pkg, standing }: Told) {
  const texts = textsOf(language)
  const { certificate: words, labels, clocks, verdicts, standings } = texts
  const row = (as: Bilingual['rows'][number]['as'], text: string) => ({ as, text })
  const line = (label: string, value: string) => row('body', `${label}: ${value}`)
  const said = (fact: Fact) => {
    const mark = fact.standing === 'proved' ? '' : `${standings[fact.standing].label}: `
    return row('body', `${mark}${sentenceOf(named(fact, language), texts)}`)
  }
  const verdict = verdicts[report.verdict.verdict].label
  return [
    row('title', words.translationTitle),
    row('subtitle', words.translationSubtitle),
    row('heading', words.whatIsProved),
    ...its.map(said),
    row('heading', words.moments),
    ...CLOCKS.flatMap((clock) => {
      const time = certified.clocks[clock]
      return time === undefined ? [] : [line(clocks[clock].label, utcTimeIsolated(time))]
    }),
    row('heading', words.transmission),
    line(labels.package, pkg.id),
    line(labels.sender, partyName(pkg.sender, language)),
    ...pkg.recipients.map((party) => line(labels.recipient, partyName(party, language))),
    row('body', fill(words.verdict, { verdict })),
    row('heading', words.whatIsNotProved),
    row('body', words.limitTranslation),
    row('body', words.limitPerson),
    row('heading', words.signature),
    ...standing(language).map((text) => row('body', text)),
  ]
}

/** Which texts they are: names where the sender committed to them, and the digests that were certified. */
function digests(
  facts: readonly Fact[],
  { from, to }: { readonly from: string; readonly to: string },
  language: Language,
): Block {
  const { labels } = textsOf(language)
  const nameOf = (item: string | undefined) =>
    facts
      .filter(({ fact, data }) => fact === 'translation-target' && data['item'] === item)
      .map(({ data }) => data['name'] ?? '')
      .join(', ')
  const rows = facts
    .filter(({ fact }) => fact === 'translation-source')
    .flatMap(({ data }) => [
      [`${from}  ${data['name'] ?? ''}`, data['source'] ?? ''],
      [`${to}  ${nameOf(data['item'])}`, data['target'] ?? ''],
    ])
  return { kind: 'table', columns: [34, 66], head: [labels.file, labels.digest], rows }
}
