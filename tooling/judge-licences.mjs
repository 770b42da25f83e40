/**
 * Holds the licence of every package of a lock file against what is allowed.
 *
 * @param {Record<string, { version?: string, license?: string, dev?: boolean }>} packages - the member
 *   `packages` of package-lock.json.
 * @param {{ shipped: readonly string[], development: readonly string[] }} allowed
 * @param {Record<string, { stated: string | null, licence: string, why: string }>} exceptions
 * @returns {{ list: { name: string, version: string, licence: string, dev: boolean }[], faults: string[] }}
 *   `faults` has a sentence for each package that may not be used, and each exception that does not hold.
 */
export function judgeLicences(packages, allowed, exceptions) {
  const list = []
  const faults = []
  const unused = new Set(Object.keys(exceptions))
  for (const [path, { version = '', license = null, dev = false }] of Object.entries(packages)) {
    if (path === '') continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const exception = Object.hasOwn(exceptions, name) ? exceptions[name] : undefined
    unused.delete(name)
    const isExcepted = exception !== undefined && exception.stated === license
    const licence = isExcepted ? exception.licence : (license ?? 'none stated')
    list.push({ name, version, licence, dev })
    if (isExcepted) continue
    const may = dev ? [...allowed.shipped, ...allowed.development] : allowed.shipped
    if (exception !== undefined) {
      faults.push(`${name}@${version} states ${license} now: look at its exception again`)
    } else if (!isAllowed(licence, may)) {
      const where = dev ? 'for development' : 'in what is shipped'
      faults.push(`${name}@${version} has the licence ${licence}, which is not allowed ${where}`)
    }
  }
  for (const name of unused) faults.push(`the exception for ${name} is not needed any more`)
  list.sort((a, b) => (a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name)))
  return { list, faults }
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** `A OR B`: one of them is enough. `A AND B`: both. Anything nested is for a person to read. */
function isAllowed(expression, may) {
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (/[()]/.test(bare)) return false
  return bare
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => may.includes(licence.trim())))
}
