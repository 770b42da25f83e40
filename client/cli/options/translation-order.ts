import { LanguageTag } from '#crypto/fields/fields.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import { ClientError } from '../../core/client-error.js'
import { listOfficers } from '../../core/officers/list-officers.js'
import type { Session } from '../../core/session/session.js'
import { chooseRotation, servesPair } from '../../core/translation/choose-rotation.js'
import type { HandoffOrder } from '../../core/translation/hand-off.js'
import type { HandoffSource } from '../../core/translation/handoff-source.js'
import {
  type OfferedTranslator,
  offeredTranslators,
} from '../../core/translation/offered-translators.js'
import { planTurns } from '../../core/translation/plan-turns.js'
import { readAuthorities } from './read-authorities.js'
import type { CommandContext } from '../command-context.js'
import { readTime } from './read-time.js'
import { terminalOf } from '../terminal-of.js'

type Options = CommandContext['options']

/** Everything of a hand-off but its source: who, in which order, until when, what for. */
export async function translationOrder(
  context: CommandContext,
  session: Session,
  { pair }: Pick<Handoff, 'pair'>,
): Promise<Pick<HandoffOrder, 'pair' | 'purpose' | 'turns' | 'reviewer'>> {
  const { options } = context
  const offered = await offeredTranslators(session, readAuthorities('--of', options['of']))
  const second = options['reviewer']
  const reviewer = typeof second === 'string' ? await kidOf(session, offered, second) : undefined
  const kids = await kidsOf(context, session, { offered, reviewer }, pair)
  const times = (option: '--due' | '--accept-by' | '--remind', value: Options[string]) =>
    listOf(value).map((text) => readTime(option, text))
  const turns = planTurns(kids.length, session.platform.now(), {
    due: times('--due', options['due']),
    acceptBy: times('--accept-by', options['acceptBy']),
    remind: times('--remind', options['remind']),
  })
  return {
    pair,
    purpose: String(options['purpose']),
    turns: turns.map((turn, n) => ({ translator: kids[n] ?? '', ...turn })),
    ...(reviewer !== undefined && { reviewer }),
  }
}

/** Both languages; that of the original is the form's where none is named. */
export function pairOf({ from, to }: Options, { form }: Pick<HandoffSource, 'form'>) {
  const said = form['languages']
  const original =
    typeof said === 'object' && said !== null && !Array.isArray(said) ? said['original'] : undefined
  return { from: language('--from', from ?? original), to: language('--to', to) }
}

function language(option: string, tag: unknown): string {
  const parsed = LanguageTag.safeParse(tag)
  if (parsed.success) return parsed.data
  throw new ClientError(
    'usage',
    tag === undefined ? `${option} is missing` : `${option} names no language`,
    'Give a BCP 47 tag such as ar, fr or en-GB.',
  )
}

type People = {
  readonly offered: readonly OfferedTranslator[]
  /** Their key: nobody is asked to review their own work. */
  readonly reviewer: string | undefined
}

async function kidsOf(
  context: CommandContext,
  session: Session,
  { offered, reviewer }: People,
  pair: Handoff['pair'],
): Promise<readonly string[]> {
  const { translator, rotation } = context.options
  const named = listOf(translator)
  if ((named.length === 0) === (rotation === undefined)) {
    throw new ClientError(
      'usage',
      'name translators, or have a rotation made',
      'Give --translator WHO…, in the order in which they are asked, or --rotation NUMBER.',
    )
  }
  if (named.length === 0) {
    const others = offered.filter(({ linguist }) => linguist.kid !== reviewer)
    const chosen = chooseRotation(others, pair, Number(rotation))
    if (chosen.length < Number(rotation)) {
      terminalOf(context).warn(`! of ${String(rotation)} only ${chosen.length} can take it on now`)
    }
    return chosen.map(({ linguist }) => linguist.kid)
  }
  const kids: string[] = []
  for (const who of named) {
    const kid = await kidOf(session, offered, who)
    if (kid === reviewer || kids.includes(kid)) {
      throw new ClientError(
        'usage',
        `${who} is named twice: each is asked once, and nobody reviews their own work`,
        'Name every translator once, and somebody else with --reviewer.',
      )
    }
    kids.push(kid)
    const known = offered.find(({ linguist }) => linguist.kid === kid)
    for (const doubt of known === undefined ? [] : doubtsAbout(known, pair)) {
      terminalOf(context).warn(`! ${known?.name ?? who}: ${doubt}`)
    }
  }
  return kids
}

/** What an officer may not have seen; the officer decides all the same. */
const doubtsAbout = (known: OfferedTranslator, pair: Handoff['pair']): readonly string[] => [
  ...(servesPair(known.profile, pair) ? [] : [`does not offer ${pair.from} to ${pair.to}`]),
  ...(known.isFull ? [`has as many hand-offs of ours already as they take (${known.open})`] : []),
  ...(known.profile.confidentialitySince === null ? ['no undertaking of confidentiality'] : []),
  ...(known.breached ? ['a hand-off of ours was taken back from them for a breach'] : []),
]

const KID = /^[A-Za-z0-9_-]{43}$/

async function kidOf(
  session: Session,
  offered: readonly OfferedTranslator[],
  who: string,
): Promise<string> {
  if (KID.test(who)) return who
  const own = await listOfficers(session)
  const kids = new Set([
    ...offered.filter(({ name }) => name === who).map(({ linguist }) => linguist.kid),
    ...own
      .filter(({ standing, claims }) => standing === 'active' && claims.name === who)
      .map(({ claims }) => claims.kid),
  ])
  const [kid] = kids
  if (kid !== undefined && kids.size === 1) return kid
  throw new ClientError(
    'officer-unknown',
    kids.size === 0 ? `no translator is called “${who}”` : `several are called “${who}”`,
    'Name the key: rogatory translation translators',
  )
}

const listOf = (option: Options[string]): readonly string[] =>
  Array.isArray(option) ? (option as readonly string[]) : []
