import type { ClockRule } from '../../case/clocks/clock-rule.js'

/** What becomes of the rules that are kept at that moment. */
export type RuleChange = (rules: readonly ClockRule[]) => readonly ClockRule[]

/** One more, as the last that is tried. */
export const withRule =
  (rule: ClockRule): RuleChange =>
  (rules) => [...rules, rule]

/** Without the first that says the same: where it stands may have changed in another tab. */
export function withoutRule(rule: ClockRule): RuleChange {
  const said = JSON.stringify(rule)
  return (rules) => {
    const at = rules.findIndex((one) => JSON.stringify(one) === said)
    return at < 0 ? rules : rules.toSpliced(at, 1)
  }
}
