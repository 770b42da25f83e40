import { type ClockRule, ClockRules } from './clock-rule.js'

/** Rules for clocks as a file holds them, a JSON list; undefined for anything else. */
export function readClockRules(text: string): readonly ClockRule[] | undefined {
  try {
    return ClockRules.parse(JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}
