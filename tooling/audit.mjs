import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { judgeAdvisories } from './judge-advisories.mjs'
import { judgeUpdates } from './judge-updates.mjs'
import { KNOWN_ADVISORIES } from './known-advisories.mjs'
import { root } from './root.mjs'

/**
 * npm run audit: whether the packages that are shipped are within the time frames of SECURITY.md: for known vulnerabilities, and
 * for releases that are out. It asks the registry, so it is no part of `npm run check`: a release, and a timer once a day, run it.
 */
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
  return judgeUpdates(await npm('outdated', '--all', '--json'), {
    packages,
    root: { name: basename(root), dependencies: { ...dependencies, ...optionalDependencies } },
    daysOut: async (name, version) => {
      const released = (await npm('view', name, 'time', '--json'))[version]
      if (released === undefined) return undefined
      return Math.floor((today.getTime() - Date.parse(released)) / 86_400_000)
    },
  })
}

async function advisoriesToMend() {
  const report = await npm('audit', '--omit=dev', '--json')
  if (report.auditReportVersion !== 2)
    return ['npm has not answered with a report; nothing is known of vulnerabilities']
  return judgeAdvisories(report, KNOWN_ADVISORIES, today)
}

/** What npm answers, which tells by its exit code whether there is something to tell. */
async function npm(...args) {
  const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse((await text(child.stdout)) || '{}')
}

function readJson(name) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'))
}
