import type { Clocks } from '#crypto/proof/fact.js'
import type { Texts } from '../languages/texts.js'
import type { Moment } from '../report/report.js'
import { utcTime } from '../report/utc-time.js'
import { element } from './element.js'

const CLOCKS = ['declared', 'observed', 'attested', 'witnessed'] as const

/** The clocks that get a column: witnesses only where there are any. */
export const shownClocks = (events: readonly Moment[]): readonly (keyof Clocks)[] =>
  CLOCKS.filter(
    (clock) => clock !== 'witnessed' || events.some(({ clocks }) => clocks.witnessed !== undefined),
  )

export const clockCell = (time: string | undefined, absent: string): HTMLElement | string =>
  time === undefined ? absent : moment(time)

/** Each clock that a fact has, apart from the others, with what it is worth. */
export const clockLines = (read: Clocks, { clocks }: Texts): readonly HTMLElement[] =>
  CLOCKS.flatMap((clock) => {
    const time = read[clock]
    if (time === undefined) return []
    const { label, meaning } = clocks[clock]
    return element('p', { class: 'clock' }, `${label}: `, moment(time), ` (${meaning})`)
  })

const moment = (time: string) =>
  element('time', { datetime: time, dir: 'ltr' }, `${utcTime(time)} UTC`)
