import { z } from 'zod'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { ClockRule } from '../../case/clocks/clock-rule.js'
import { defaultRules } from '../../case/clocks/default-rules.js'
import { type CaseClock, deriveClocks } from '../../case/clocks/derive-clocks.js'
import { registerClocks } from '../../case/register/register-clocks.js'
import { type LoadedCase, manifestIn } from './load-case.js'
import type { Session } from '../session/session.js'

const Named = z.array(z.object({ instrument: z.string().optional(), kind: z.string().optional() }))
const named = (list: unknown, member: 'instrument' | 'kind'): readonly string[] =>
  (Named.safeParse(list).data ?? []).flatMap((one) => one[member] ?? [])

/**
 * Every clock of a case, those of obligations included, counted by the calendars that both authorities publish in their entries.
 *
 * @param own - the authority's own rules, which go before the defaults.
 * @throws as `directory.current`
 */
export async function caseClocks(
  { directory }: Session,
  loaded: LoadedCase,
  own: readonly ClockRule[] = [],
): Promise<readonly CaseClock[]> {
  const { view, register } = loaded
  const parties = new Set(
    view.requests.flatMap(({ requesting, threads }) => [
      requesting,
      ...threads.map(({ counterpart }) => counterpart),
    ]),
  )
  const entries = new Map(
    await Promise.all(
      [...parties].map(async (one) => [one, (await directory.current(one)).payload] as const),
    ),
  )
  const calendar = (authority: AuthorityId) => {
    const entry = entries.get(authority)
    if (entry === undefined) throw new TypeError('every party was looked up')
    return entry
  }
  const calendarsOf = (requesting: AuthorityId, requested: AuthorityId) => ({
    requesting: calendar(requesting),
    requested: calendar(requested),
  })
  const ofStates = deriveClocks(view, {
    rules: [...own, ...defaultRules],
    calendarsOf,
    askedIn: (request) => {
      const form = manifestIn(loaded, request)?.form ?? {}
      return {
        instruments: named(form['legalBasis'], 'instrument'),
        assistance: named(form['assistance'], 'kind'),
      }
    },
  })
  return [...ofStates, ...registerClocks(register, calendarsOf)]
}
