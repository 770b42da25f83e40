import { LinguistProfile } from '#crypto/directory/linguist-profile.js'
import { plainText } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { offerTranslator } from '../../core/translation/offer-translator.js'
import { authorityFolder } from '../authority-folder.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { readDay } from '../options/read-day.js'
import { terminalOf } from '../terminal-of.js'

/** Vouches for what a translator is, so that they are found and chosen; or offers them no more. */
export async function officerTranslator(context: CommandContext, who: string): Promise<void> {
  const profile = context.options['withdraw'] === true ? undefined : profileOf(context.options)
  const session = await officerSession(context)
  const { credentialsKey } = await authorityFolder(context)
  await offerTranslator(session, credentialsKey, who, profile)
  terminalOf(context).result({ officer: who, linguist: profile ?? null }, [
    profile === undefined
      ? `${who} is offered no more`
      : `${who}: ${profile.pairs.map(({ from, to }) => `${from}→${to}`).join(' ')}`,
  ])
}

function profileOf({
  pair,
  accreditation,
  accreditedBy,
  clearance,
  capacity,
  confidentialitySince,
  conflictsDeclared,
}: CommandContext['options']): LinguistProfile {
  const since = (option: string, text: unknown) =>
    typeof text === 'string' ? readDay(option, text).toISOString() : null
  const plain = (text: unknown) => (typeof text === 'string' ? plainText(text) : text)
  const profile = LinguistProfile.safeParse({
    pairs: (Array.isArray(pair) ? (pair as readonly string[]) : []).map((one) => {
      const [from, to] = one.split(':')
      return { from, to }
    }),
    accreditation:
      accreditation === undefined && accreditedBy === undefined
        ? null
        : { body: plain(accreditedBy), number: plain(accreditation) },
    clearance: plain(clearance) ?? null,
    capacity: Number(capacity),
    confidentialitySince: since('--confidentiality-since', confidentialitySince),
    conflictsDeclared: since('--conflicts-declared', conflictsDeclared),
  })
  if (profile.success) return profile.data
  const [where = ''] = profile.error.issues[0]?.path ?? []
  throw new ClientError(
    'usage',
    expected[String(where)] ?? 'an option has another form than expected',
    'Such as: --pair ar:fr en:fr --accreditation 1402 --accredited-by "Court of Appeal" --capacity 3',
  )
}

const expected: Readonly<Record<string, string>> = {
  pairs: '--pair takes FROM:TO, two BCP 47 tags, each pair once',
  accreditation: 'an accreditation is a number and the body that gave it: give both',
  clearance: '--clearance takes up to 80 characters',
  capacity: '--capacity takes 1 to 100',
}
