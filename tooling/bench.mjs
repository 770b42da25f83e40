import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages } from './ensure-packages.mjs'

/**
 * npm run bench [-- NAME…]: every test/load/NAME.bench.ts, one after the other, each in a process of
 * its own, against services of its own. What is measured is dist/, as `npm start` runs it.
 */
ensurePackages()
const [{ build }, { compileBenchmarks }, { provideTestServices }, { run }, { root }] =
  await Promise.all([
    import('./build.mjs'),
    import('./compile-benchmarks.mjs'),
    import('./test-services.mjs'),
    import('./run.mjs'),
    import('./root.mjs'),
  ])
const wanted = process.argv.slice(2)
const names = readdirSync(join(root, 'test', 'load'))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map((name) => name.replace(/\.ts$/, ''))
  .sort()
if (names.length === 0) {
  console.error(`no benchmark is called ${wanted.join(' or ')}; they are test/load/*.bench.ts`)
  process.exit(1)
}
await build()
const compiled = await compileBenchmarks()
const services = await provideTestServices('bench')
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void services.stop().finally(() => process.exit(130)))
}
const failed = []
for (const name of names) {
  console.log(`\n${name}`)
  const args = ['--enable-source-maps', '--expose-gc', join(compiled, `${name}.js`)]
  const code = await run('node', args, { env: { ...process.env, ...services.env } })
  if (code !== 0) failed.push(name)
}
await services.stop()
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
