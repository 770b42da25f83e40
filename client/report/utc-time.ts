import { leftToRight } from '../languages/left-to-right.js'

/** A moment as people of every language read it, in UTC: `2026-03-01 09:00:00.000`. */
export const utcTime = (time: string): string => time.replace('T', ' ').replace('Z', '')

/** The same, kept from left to right (UAX #9 §2.4) wherever it stands. */
export const utcTimeIsolated = (time: string): string => leftToRight(utcTime(time))
