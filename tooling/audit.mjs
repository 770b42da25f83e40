import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { judgeAdvisories } from './judge-advisories.mjs'
import { KNOWN_ADVISORIES } from './known-advisories.mjs'
import { root } from './root.mjs'

/**
 * npm run audit: whether known vulnerabilities of the packages that are shipped are within the time frames of SECURITY.md.
 * It asks the registry, so it is no part of `npm run check`: a release, and a timer once a day, run it.
 */
const npm = spawn('npm', ['audit', '--omit=dev', '--json'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const report = JSON.parse(await text(npm.stdout))
if (report.auditReportVersion !== 2) {
  console.error('npm has not answered with a report; nothing is known of the packages')
  process.exit(1)
}
const problems = judgeAdvisories(report, KNOWN_ADVISORIES, new Date())
for (const problem of problems) console.error(problem)
console.log(
  problems.length === 0 ? 'Every time frame is held.' : `${problems.length} to be seen to`,
)
process.exit(problems.length === 0 ? 0 : 1)
