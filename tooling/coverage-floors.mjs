import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './root.mjs'

/**
 * Branches that must be tested, in percent, by folder. What these folders decide is what a court
 * relies on. A floor only ever rises. 100 is out of reach while mocha loads tests through `require`:
 * the wrapper around each file has branches of its own (docs/divergences.md).
 */
const FLOORS = { 'crypto/': 80, 'server/domain/': 60 }

/**
 * Looks at c8's JSON summary and says which of those folders is below its floor, and where.
 *
 * @returns {boolean} whether none is.
 */
export function coverageFloors() {
  const summary = join(root, 'coverage', 'coverage-summary.json')
  if (!existsSync(summary)) return true
  const files = Object.entries(JSON.parse(readFileSync(summary, 'utf8'))).map(([file, figures]) => [
    relative(root, file),
    figures.branches,
  ])
  return Object.entries(FLOORS)
    .map(([folder, floor]) => isAbove(folder, floor, files))
    .every(Boolean)
}

function isAbove(folder, floor, files) {
  const inside = files.filter(([file]) => file.startsWith(folder))
  const sum = (key) => inside.reduce((total, [, branches]) => total + branches[key], 0)
  const percent = (100 * sum('covered')) / Math.max(1, sum('total'))
  console.log(`Branches in ${folder}: ${percent.toFixed(1)}% tested, floor ${floor}%`)
  if (percent >= floor) return true
  for (const [file, { covered, total }] of inside.filter(([, { pct }]) => pct < floor)) {
    console.log(`  ${file}: ${covered} of ${total}`)
  }
  return false
}
