import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ensurePackages } from './ensure-packages.mjs'
import { judgeAdvisories } from './judge-advisories.mjs'
import { judgeUpdates } from './judge-updates.mjs'
import { KNOWN_ADVISORIES } from './known-advisories.mjs'
import { root } from './root.mjs'

/**
 * npm run audit: whether the packages that are shipped are within the time frames of SECURITY.md: for known vulnerabilities, and
 * for releases that are out. It asks the registry, so it is no part of `npm run check`: a release, and a timer once a day, run it.
 */
ensurePackages()
const today = new Date()
const problems = [...(await updatesToTake()), ...(await advisoriesToMend())]
for (const problem of problems) console.error(problem)
console.log(
  problems.length === 0 ? 'Every time frame is held.' : `${problems.length} to be seen to`,
)
process.exit(problems.length === 0 ? 0 : 1)

async function updatesToTake() {
  const { packages } = readJson('package-lock.json')
  const { dependencies, optionalDependencies } = readJson('package.json')
  const report = await npm('outdated', '--all', '--json')
  if (report === undefined)
    return ['npm has not answered with a report; nothing is known of releases']
  return judgeUpdates(report, {
    packages,
    today,
    root: { name: basename(root), dependencies: { ...dependencies, ...optionalDependencies } },
    timesOf: async (name) => (await npm('view', name, 'time', '--json')) ?? {},
  })
}

async function advisoriesToMend() {
  const report = await npm('audit', '--omit=dev', '--json')
  if (report?.auditReportVersion !== 2)
    return ['npm has not answered with a report; nothing is known of vulnerabilities']
  return judgeAdvisories(report, KNOWN_ADVISORIES, today)
}

/** What npm answers; undefined where it failed. That there is something to tell is exit code 1, and no failure. */
async function npm(...args) {
  const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const [answer, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0 && code !== 1) return undefined
  try {
    const report = JSON.parse(answer)
    return 'error' in report ? undefined : report
  } catch {
    // Where there is nothing to tell, some versions of npm tell nothing.
    return answer.trim() === '' && code === 0 ? {} : undefined
  }
}

function readJson(name) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'))
}
