/** Days from the day on which an advisory was first seen to the day on which no release has it: SECURITY.md. */
export const DAYS = { critical: 3, high: 14, moderate: 60, low: 180, info: 180 }

/**
 * Holds a report of `npm audit --json` (version 2) against what is known and since when.
 *
 * @param {{ vulnerabilities?: Record<string, { via: (string | { url: string, severity: keyof typeof DAYS })[] }> }} report
 * @param {readonly { id: string, seen: string, why: string }[]} known - `seen`: a day, such as 2026-11-29.
 * @param {Date} today
 * @returns {string[]} what is to be done; empty where every time frame is held.
 */
export function judgeAdvisories(report, known, today) {
  const found = new Map()
  for (const [name, { via }] of Object.entries(report.vulnerabilities ?? {})) {
    for (const one of via) {
      if (typeof one !== 'string') found.set(one.url.split('/').at(-1), { name, ...one })
    }
  }
  const problems = [...found].flatMap(([id, { name, severity }]) => {
    const noted = known.find((one) => one.id === id)
    if (noted === undefined)
      return [`${id} of ${name} (${severity}) is not noted: mend it, or note it with this day`]
    const days = Math.floor((today.getTime() - Date.parse(noted.seen)) / 86_400_000)
    const most = DAYS[severity]
    return days <= most
      ? []
      : [`${id} of ${name} (${severity}) was seen ${days} days ago, ${most} are allowed`]
  })
  const gone = known.filter(({ id }) => !found.has(id))
  return [
    ...problems,
    ...gone.map(({ id }) => `${id} is noted and found no more: take it off the list`),
  ]
}
