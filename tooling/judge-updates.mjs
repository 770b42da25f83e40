/** Days from the day on which a release is out to the day on which it, or a newer one, is taken in: SECURITY.md. */
export const DAYS_TO_UPDATE = 90
const DAY_MS = 86_400_000

/**
 * Holds a report of `npm outdated --all --json` against the days in which a release is taken in: what our own package.json
 * asks for against the newest release, what other packages ask for against the newest that they take. The days are counted
 * from the first release that was passed over. Packages of types are left out, since nothing of them runs.
 *
 * @typedef {{ current?: string, wanted: string, latest: string, dependent: string }} Lag
 * @param {Record<string, Lag | Lag[]>} report
 * @param {{
 *   packages: Record<string, { dev?: boolean, devOptional?: boolean }>,
 *   root: { name: string, dependencies: Readonly<Record<string, string>> },
 *   timesOf: (name: string) => Promise<Readonly<Record<string, string>>>,
 *   today: Date,
 * }} about - `packages`: those of package-lock.json; `root`: what npm calls us, and what we ask for in what is shipped;
 *   `timesOf`: when each version of a package was published, RFC 3339, as far as the registry tells.
 * @returns {Promise<string[]>} what is to be done; empty where the time frame is held.
 */
export async function judgeUpdates(report, { packages, root, timesOf, today }) {
  const shipped = new Set(
    Object.entries(packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
      .map(([path]) => path.split('node_modules/').at(-1)),
  )
  const behind = new Map()
  for (const [name, lags] of Object.entries(report)) {
    if (!shipped.has(name) || name.startsWith('@types/')) continue
    for (const { current, wanted, latest, dependent } of [lags].flat()) {
      const isOurs = dependent === root.name && name in root.dependencies
      const newer = isOurs ? latest : wanted
      if (current === undefined || current === newer) continue
      if (isOurs || shipped.has(dependent))
        behind.set(`${name} ${current} ${newer}`, { name, current, newer })
    }
  }
  const problems = []
  for (const { name, current, newer } of behind.values()) {
    const first = passedOver(await timesOf(name), current, newer)
    const days = first && Math.floor((today.getTime() - Date.parse(first)) / DAY_MS)
    if (days !== undefined && days <= DAYS_TO_UPDATE) continue
    const since = days === undefined ? 'the registry does not tell since when' : `for ${days} days`
    problems.push(
      `${name} ${current}: newer ones up to ${newer} are out, ${since}; ${DAYS_TO_UPDATE} days are allowed`,
    )
  }
  return problems.sort()
}

/** When the first release after `current` came, of those up to `newer`; undefined where nothing is told of that one. */
function passedOver(times, current, newer) {
  if (times[newer] === undefined) return undefined
  return Object.entries(times)
    .filter(([version]) => /^\d+\.\d+\.\d+$/.test(version))
    .filter(([version]) => isBefore(current, version) && !isBefore(newer, version))
    .map(([, time]) => time)
    .concat(times[newer])
    .sort()[0]
}

function isBefore(one, other) {
  const [a, b] = [one, other].map((version) => version.split('-')[0].split('.').map(Number))
  const at = a.findIndex((number, place) => number !== b[place])
  return at !== -1 && a[at] < b[at]
}
