export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
/** 365 days: for how long something is good, never where something falls in a calendar. */
export const YEAR_MS = 365 * DAY_MS
/**
 * What two clocks that are set by NTP, well or badly, may differ by. What is declared further from the relay's clock is
 * refused, and certificates and entries begin as much earlier, so that no clock finds them in the future.
 */
export const CLOCK_SKEW_MS = 5 * 60_000
