import { type ClockKind, ClockRule, type Duration } from '../../case/clocks/clock-rule.js'

/** A rule as it stands in the form. */
export type RuleDraft = {
  readonly kind: ClockKind
  /** Id of an authority; empty for all. */
  readonly counterpart: string
  readonly instrument: string
  readonly urgency: '' | 'routine' | 'urgent' | 'emergency'
  readonly count: string
  readonly unit: Duration['unit']
  readonly calendars: Duration['calendars']
  readonly rolls: boolean
  /** Hours before the end, between commas. */
  readonly warnHours: string
  readonly source: string
}

export const EMPTY_RULE: RuleDraft = {
  kind: 'decision',
  counterpart: '',
  instrument: '',
  urgency: '',
  count: '',
  unit: 'days',
  calendars: 'requested',
  rolls: false,
  warnHours: '',
  source: '',
}

/** The field of the form that each member of a rule is written in. */
const FIELD_OF: Readonly<Record<string, keyof RuleDraft>> = {
  counterpart: 'counterpart',
  instrument: 'instrument',
  duration: 'count',
  warnHours: 'warnHours',
  source: 'source',
}

/** The rule, or the fields of the form in which it is not right yet. */
export function ruleOf(
  draft: RuleDraft,
): { readonly rule: ClockRule } | { readonly wrong: readonly (keyof RuleDraft)[] } {
  const { kind, urgency, unit, calendars, rolls } = draft
  const [counterpart, instrument] = [draft.counterpart.trim(), draft.instrument.trim()]
  const hours = draft.warnHours.split(/[,;،，\s]+/u).filter((one) => one !== '')
  const read = ClockRule.safeParse({
    kind,
    ...(counterpart !== '' && { counterpart }),
    ...(instrument !== '' && { instrument }),
    ...(urgency !== '' && { urgency: [urgency] }),
    duration: { count: numberIn(draft.count), unit, calendars, rolls },
    warnHours: hours.map(numberIn),
    source: draft.source.trim(),
  })
  if (read.success) return { rule: read.data }
  const fields = read.error.issues.map(({ path }) => FIELD_OF[String(path[0])] ?? 'count')
  return { wrong: [...new Set(fields)] }
}

const numberIn = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)
