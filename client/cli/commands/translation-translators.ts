import { LanguageTag } from '#crypto/fields/fields.js'
import { servesPair } from '../../core/translation/choose-rotation.js'
import {
  type OfferedTranslator,
  offeredTranslators,
} from '../../core/translation/offered-translators.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { readAuthorities } from '../options/read-authorities.js'
import { terminalOf } from '../terminal-of.js'

/** Who can be handed something, and what speaks for and against them. */
export async function translationTranslators(context: CommandContext): Promise<void> {
  const { from, to, of } = context.options
  const session = await officerSession(context)
  const all = await offeredTranslators(session, readAuthorities('--of', of))
  const pair = LanguageTag.safeParse(from).success && LanguageTag.safeParse(to).success
  const found = pair
    ? all.filter(({ profile }) => servesPair(profile, { from: String(from), to: String(to) }))
    : all
  terminalOf(context).result(
    { translators: found.map(({ linguist, ...rest }) => ({ ...linguist, ...rest })) },
    found.length === 0
      ? ['Nobody is offered. Your administrator offers them with: rogatory officer translator WHO']
      : found.flatMap(translatorLines),
  )
}

const day = (time: string | null) => time?.slice(0, 10) ?? 'none'

function translatorLines(one: OfferedTranslator): readonly string[] {
  const { linguist, name, profile, open, isFull, declared, breached, validTo } = one
  const { pairs, accreditation, clearance, capacity, confidentialitySince } = profile
  return [
    `${name}, ${linguist.authority}${isFull ? ' — full' : ''}${breached ? ' — BREACH' : ''}`,
    `  key          ${linguist.kid}`,
    `  translates   ${pairs.map(({ from, to }) => `${from}→${to}`).join(' ')}`,
    `  accredited   ${accreditation === null ? 'not' : `${accreditation.number}, ${accreditation.body}`}`,
    `  clearance    ${clearance ?? 'none'}`,
    `  has          ${open} of ours, takes ${capacity} at a time`,
    `  undertaking  of confidentiality ${day(confidentialitySince)}; conflicts declared ${day(profile.conflictsDeclared)}`,
    `  last said    ${declared === null ? 'nothing to us yet' : `on accepting: no conflict, ${day(declared.conflictExcluded)}`}`,
    `  until        ${day(validTo)}`,
  ]
}
