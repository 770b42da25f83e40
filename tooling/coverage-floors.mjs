import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { transformSync } from 'esbuild'
import { root } from './root.mjs'

/**
 * Branches that must be tested, in percent, by folder. What these folders decide is what a court
 * relies on. A floor only ever rises.
 */
const FLOORS = { 'crypto/': 96, 'server/domain/': 93 }

/**
 * Looks at c8's JSON summary and says which of those folders is below its floor, and where.
 *
 * @returns {boolean} whether none is.
 */
export function coverageFloors() {
  const summary = join(root, 'coverage', 'coverage-summary.json')
  if (!existsSync(summary)) return true
  const files = Object.entries(JSON.parse(readFileSync(summary, 'utf8')))
    .filter(([file]) => file !== 'total' && hasCode(file))
    .map(([file, figures]) => [relative(root, file), figures.branches])
  return Object.entries(FLOORS)
    .map(([folder, floor]) => isAbove(folder, floor, files))
    .every(Boolean)
}

/** Types leave nothing to run; c8 counts a file that was never loaded as one branch missed. */
const hasCode = (file) =>
  transformSync(readFileSync(file, 'utf8'), { loader: 'ts' }).code.trim() !== ''

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
