import type { DisclosedPackage, DisclosureIndex } from '../core/disclosure/disclosure-index.js'
import type { CoverTexts } from '../languages/disclosure/cover-texts.js'
import { coverTextsOf } from '../languages/disclosure/cover-texts-of.js'
import { fill } from '../languages/fill.js'
import type { Language } from '../languages/language.js'
import { leftToRight } from '../languages/left-to-right.js'
import { textsOf } from '../languages/texts-of.js'
import { utcTime, utcTimeIsolated } from '../report/utc-time.js'
import { type Block, textsIn } from './block.js'
import { createDocument, octetsOf } from './typeset/document.js'
import type { FontFiles } from './typeset/faces.js'
import { fontsFor } from './typeset/fonts-for.js'
import { pageSetter } from './typeset/page-setter.js'
import { mainScript, textSetter } from './typeset/text-setter.js'

/** The cover of a disclosure pack, as PDF: its index for people, in the language of the court. */
export async function disclosureCover(
  index: DisclosureIndex,
  language: Language,
  fonts: FontFiles,
): Promise<Uint8Array<ArrayBuffer>> {
  const blocks = coverBlocks(index, language)
  const { page } = textsOf(language).certificate
  const { title } = coverTextsOf(language)
  const texts = [...blocks.flatMap(textsIn), page]
  const doc = createDocument({
    title: `${title}: ${index.case}`,
    language,
    at: new Date(index.made),
    fonts: await fontsFor(texts, mainScript(language), fonts),
  })
  const pages = pageSetter(doc, textSetter(doc, language), (one) => textSetter(doc, one))
  for (const block of blocks) pages.add(block)
  pages.foot((number, count) => fill(page, { page: String(number), pages: String(count) }))
  pages.end()
  return octetsOf(doc)
}

/** What the cover says, in the order of reading. */
export function coverBlocks(index: DisclosureIndex, language: Language): readonly Block[] {
  const words = coverTextsOf(language)
  const { officer, authority, made } = index
  const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
  const list = (items: readonly string[]): Block => ({
    kind: 'list',
    items: items.length > 0 ? items : [words.nothing],
  })
  const at = utcTime(made)
  return [
    {
      kind: 'title',
      text: words.title,
      subtitle: say(words.subtitle, { case: index.case, officer, authority, at }),
    },
    { kind: 'paragraph', text: words.about },
    heading(words.exchanged),
    {
      kind: 'table',
      columns: [7, 20, 35, 22, 16],
      head: words.columns,
      rows: index.packages.map((one, place) => rowOf(one, place + 1, words)),
    },
    heading(words.withheld),
    list(index.packages.flatMap((one, place) => withheldIn(one, place + 1, officer, words))),
    heading(words.absent),
    list(
      index.absent.map(({ package: id, why }) =>
        say(why === 'shut' ? words.shut : words.notHeld, { package: id }),
      ),
    ),
    heading(words.marks),
    list(index.packages.flatMap((one, place) => marksOf(one, String(place + 1), words))),
    heading(words.check),
    list(words.checks),
    heading(words.limits),
    list(words.limitations),
  ]
}

function rowOf(
  { submitted, sender, recipients, signedBy, said, content, package: id }: DisclosedPackage,
  number: number,
  words: CoverTexts,
): readonly string[] {
  const parties = [leftToRight(`${sender} > ${recipients.join(', ')}`), leftToRight(id)]
  return [
    String(number),
    utcTimeIsolated(submitted),
    [...parties, say(words.signedBy, { name: signedBy })].join('\n'),
    said === null ? words.notDisclosed : leftToRight(said.template),
    words.content[content],
  ]
}

function withheldIn(
  { withheld, form, documents }: DisclosedPackage,
  place: number,
  officer: string,
  words: CoverTexts,
): readonly string[] {
  const number = String(place)
  return [
    ...(withheld === null ? [] : [say(words.withheldPackage, { number, reason: withheld })]),
    ...(form?.withheld ? [say(words.withheldForm, { number, reason: form.withheld })] : []),
    ...documents.flatMap(({ position, sealed, commitment, withheld: reason, redacted }) =>
      reason === null
        ? []
        : [
            say(words.withheldDocument, {
              number,
              position: String(position),
              octets: String(sealed),
              commitment,
              reason,
            }),
            ...(redacted ? [say(words.redacted, { path: redacted.path, officer })] : []),
          ],
    ),
  ]
}

function marksOf(
  { said, despiteMarks }: DisclosedPackage,
  number: string,
  words: CoverTexts,
): readonly string[] {
  if (said === null) return []
  const { tlp, classification, uses, retainUntil, onwardTransfer } = said.marks
  const marks = [
    tlp,
    classification,
    ...(uses ? [`uses: ${uses.join(', ')}`] : []),
    ...(retainUntil === undefined ? [] : [`retainUntil: ${retainUntil}`]),
    ...(onwardTransfer === undefined ? [] : [`onwardTransfer: ${onwardTransfer}`]),
  ].filter((one) => one !== null)
  return [
    ...(marks.length === 0 ? [] : [say(words.marked, { number, marks: marks.join('; ') })]),
    ...(despiteMarks === null ? [] : [say(words.despite, { number, reason: despiteMarks })]),
  ]
}

/** Ids, names and reasons keep their own direction wherever they stand (UAX #9 §2.4). */
const say = (text: string, values: Readonly<Record<string, string>>): string =>
  fill(
    text,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, `\u2068${value}\u2069`]),
    ),
  )
