import type { AuthorityFunction, DirectoryEntry } from '#crypto/directory/entry.js'
import type { z } from 'zod'
import { isForm, memberOf, valuesAt } from '../form-value.js'
import { instruments } from '../instruments.js'
import type { PreFlightDraft, PreFlightSides } from './draft.js'
import type { Stated } from './finding.js'

type Function = z.infer<typeof AuthorityFunction>
const forExtradition = ['extradition-request', 'provisional-arrest']
const competences: Readonly<Record<string, readonly Function[]>> = {
  'extradition-request': ['extradition'],
  'provisional-arrest': ['extradition'],
  'proceedings-transfer': ['transfer-of-proceedings', 'mutual-legal-assistance'],
  'emergency-disclosure': ['counter-terrorism-24-7', 'mutual-legal-assistance'],
  'data-preservation': ['counter-terrorism-24-7', 'mutual-legal-assistance'],
  'spontaneous-information': ['counter-terrorism-24-7', 'mutual-legal-assistance'],
}

/** Whether both sides are bound by what the request rests on, and the counterpart does such work. */
export function checkBasis(
  { form, template }: PreFlightDraft,
  { sender, recipient }: PreFlightSides,
): readonly Stated[] {
  const shared = sender.instruments.filter((name) => isNamed(name, recipient.instruments))
  const common = shared.join(', ') || '—'
  const found: Stated[] = []
  const add = (code: Stated['code'], entryField: keyof DirectoryEntry, instrument: string) =>
    found.push({ code, severity: 'should', entryField, sources: [], data: { instrument, common } })

  for (const instrument of treatiesIn(form)) {
    if (!isNamed(instrument, recipient.instruments))
      add('basis-not-theirs', 'instruments', instrument)
    else if (!isNamed(instrument, sender.instruments))
      add('basis-not-ours', 'instruments', instrument)
    else if (
      forExtradition.includes(template.id) &&
      isTreatyThatMayServe(instrument) &&
      !isNamed(instrument, recipient.legalBases)
    ) {
      add('basis-not-sufficient', 'legalBases', instrument)
    }
  }
  const needed = competences[template.id] ?? ['mutual-legal-assistance']
  if (
    template.kind === 'request' &&
    recipient.functions.length > 0 &&
    !recipient.functions.some((each) => needed.includes(each))
  ) {
    const source = { instrument: 'untoc', article: '18 (13)' }
    found.push({
      code: 'not-competent',
      severity: 'should',
      entryField: 'functions',
      sources: [source],
      data: {},
    })
  }
  return found
}

/** The treaties that a form names, in the words of its first version as well. */
function treatiesIn(form: unknown): readonly string[] {
  const named = valuesAt(form, 'legalBasis').filter(isForm)
  return named
    .flatMap((basis) => [memberOf(basis, 'instrument'), memberOf(basis, 'treaty')])
    .filter((name): name is string => typeof name === 'string' && name !== '')
    .map((name) => name.slice(0, 120))
}

/** UNTOC 16 (4) and UNCAC 44 (5) leave it to each Party whether the convention is a basis by itself. */
const isTreatyThatMayServe = (name: string): boolean =>
  spellingsOf(name).some((spelling) => ['untoc', 'uncac'].includes(spelling))

const isNamed = (name: string, names: readonly string[]): boolean =>
  names.some((each) => spellingsOf(each).some((one) => spellingsOf(name).includes(one)))

/** An instrument is the same by its key, its short name or its title in any language. */
function spellingsOf(name: string): readonly string[] {
  const folded = fold(name)
  const known = Object.entries(instruments).find(([key, { short, title }]) =>
    [key, short ?? key, ...Object.values(title)].some((each) => fold(each) === folded),
  )
  return known === undefined ? [folded] : [folded, known[0]]
}
const fold = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
