/** So long before it locks one is told (WCAG 2.2.1 asks for 20 seconds); it is looked every ten. */
const WARN_MS = 70_000

export const isClosing = (until: Date, now: Date): boolean =>
  until.getTime() - now.getTime() <= WARN_MS
