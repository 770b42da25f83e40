import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages } from './ensure-packages.mjs'
import { root } from './root.mjs'

/**
 * npm test [-- [--slow] SPEC… MOCHA-OPTION…]: mocha under c8, against a real MongoDB and a real Redis.
 * The last line is always `N passed, N failed`; what failed is told again just before it, where a reader who
 * only has the end of a long output finds it.
 */
ensurePackages()
const [{ build }, { coverageFloors }, { provideTestServices }, { run }] = await Promise.all([
  import('./build.mjs'),
  import('./coverage-floors.mjs'),
  import('./test-services.mjs'),
  import('./run.mjs'),
])

const slow = process.argv.includes('--slow')
const given = process.argv.slice(2).filter((argument) => argument !== '--slow')
const specs = given.length > 0 ? given : [slow ? 'test/**/*.slow.ts' : 'test/**/*.test.ts']
const whole = !slow && given.length === 0

await build()
const services = await provideTestServices('test').catch((error) => {
  console.error(error.message)
  return undefined
})
if (services === undefined) {
  console.log('0 passed, 1 failed')
  process.exit(1)
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void services.stop().finally(() => process.exit(130)))
}

const counts = { passing: 0, failing: 0, pending: 0 }
const told = []
const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', ...mochaOptions(slow)]
const env = { ...process.env, ...services.env }
let code = await (whole ? runWhole() : listen(specs, { env }))
await services.stop()
if (whole && code === 0) code = coverageFloors() ? 0 : 1

const failed = counts.failing + (code !== 0 && counts.failing === 0 ? 1 : 0)
if (whole && told.length > 0) console.log(['', 'What failed, once more:', ...told].join('\n'))
const skipped = counts.pending > 0 ? `, ${counts.pending} skipped` : ''
console.log(`${counts.passing} passed, ${failed} failed${skipped}`)
process.exit(failed === 0 ? 0 : 1)

/**
 * The whole suite in stages, three of which run at once: those that wait for processes and browsers every now and then
 * beside all that remains, which keeps a core busy. More at once are not sooner done on two cores, and have everything
 * wait for everything. Each test has a database and a name space of its own; `dist` is built in the first stage only.
 * Coverage is asked of the whole suite; a part of it covers a part of the code.
 */
async function runWhole() {
  const coverage = join(root, 'coverage', 'tmp')
  rmSync(coverage, { recursive: true, force: true })
  const builders = ['command-line', 'demo', 'faults', 'forms', 'npm-start', 'several-machines']
  const started = ['test/tooling/**/*.test.ts', ...builders.map((n) => `test/e2e/${n}.test.ts`)]
  const processes = ['test/e2e/**/*.test.ts']
  const [browsers, more] = halves(testsIn('test/browser'))
  const next = ['test/workers/**/*.test.ts', 'test/conformance/**/*.test.ts']
  /** Each stage takes what none before it, in this list, has taken. */
  const stages = [started, processes, browsers, more, next, specs]
  const stage = (of) => {
    const earlier = stages.slice(0, stages.indexOf(of)).flat()
    return listen([...of, ...earlier.flatMap((spec) => ['--ignore', spec])], {
      env: { ...env, NODE_V8_COVERAGE: coverage },
      isHeld: of !== started,
    })
  }
  const waiting = [started, processes, specs, browsers, more, next]
  const codes = []
  const lane = async () => {
    for (let of = waiting.shift(); of !== undefined; of = waiting.shift())
      codes.push(await stage(of))
  }
  await Promise.all([lane(), lane(), lane()])
  const ended = Math.max(...codes)
  return ended === 0 ? run('c8', ['report', '--check-coverage']) : ended
}

function testsIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`)
    .sort()
}

/** What is alike stands together in the alphabet, and is as slow: each half has every other. */
function halves(files) {
  return [0, 1].map((half) => files.filter((_, at) => at % 2 === half))
}

/** Runs mocha and hears it out: counts what it counts, keeps what it tells of failures, and why else it ended. */
async function listen(specs, options) {
  let isTelling = false
  const onLine = (line) => {
    const match = /^ {2}(\d+) (passing|failing|pending)\b/.exec(line)
    if (match !== null) counts[match[2]] += Number(match[1])
    isTelling ||= match?.[2] === 'failing'
    if (isTelling) told.push(line)
  }
  const code = await run('node', [...mocha, ...specs], { ...options, onLine })
  if (code !== 0 && !isTelling)
    told.push(`  mocha ended with ${code}, and named no test: ${specs[0]}`)
  return code
}

/**
 * Without require(esm) mocha imports the tests, and tsx leaves them modules. Loaded by `require` each
 * file would be wrapped as CommonJS, and the branches of the wrapper would count as the file's own.
 */
function mochaOptions(isSlow) {
  const timeout = isSlow ? '600000' : '120000'
  return [
    '-n',
    'import=tsx',
    '-n',
    'conditions=source',
    '-n',
    'no-experimental-require-module',
    '--timeout',
    timeout,
    '--forbid-only',
    '--exit',
  ]
}
