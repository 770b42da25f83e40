/** Days from the day on which a release is out to the day on which it is taken in: SECURITY.md. */
export const DAYS_TO_UPDATE = 90

/**
 * Holds a report of `npm outdated --all --json` against the days in which a release is taken in: what our own package.json
 * asks for against the newest release, what other packages ask for against the newest that they take. Packages of types are
 * left out, since nothing of them runs.
 *
 * @typedef {{ current?: string, wanted: string, latest: string, dependent: string }} Lag
 * @param {Record<string, Lag | Lag[]>} report
 * @param {{
 *   packages: Record<string, { dev?: boolean, devOptional?: boolean }>,
 *   root: { name: string, dependencies: Readonly<Record<string, string>> },
 *   daysOut: (name: string, version: string) => Promise<number | undefined>,
 * }} about - `packages`: those of package-lock.json; `root`: what npm calls us, and what we ask for in what is shipped;
 *   `daysOut`: whole days since a version was published, if the registry tells.
 * @returns {Promise<string[]>} what is to be done; empty where the time frame is held.
 */
export async function judgeUpdates(report, { packages, root, daysOut }) {
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
  const problems = [...behind.values()].map(async ({ name, current, newer }) => {
    const days = await daysOut(name, newer)
    if (days !== undefined && days <= DAYS_TO_UPDATE) return []
    const since = days === undefined ? 'the registry does not tell since when' : `for ${days} days`
    return [`${name} ${current}: ${newer} is out, ${since}; ${DAYS_TO_UPDATE} days are allowed`]
  })
  return (await Promise.all(problems)).flat().sort()
}
