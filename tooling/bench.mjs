import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages } from './ensure-packages.mjs'

/**
 * npm run bench [-- NAME…]: every test/load/NAME.bench.ts, one after the other, each in a process of
 * its own, against services of its own.
 */
ensurePackages()
const [{ build }, { provideTestServices }, { run }, { root }] = await Promise.all([
  import('./build.mjs'),
  import('./test-services.mjs'),
  import('./run.mjs'),
  import('./root.mjs'),
])
const wanted = process.argv.slice(2)
const files = readdirSync(join(root, 'test', 'load'))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort()
if (files.length === 0) {
  console.error(`no benchmark is called ${wanted.join(' or ')}; they are test/load/*.bench.ts`)
  process.exit(1)
}
await build()
const services = await provideTestServices('bench')
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void services.stop().finally(() => process.exit(130)))
}
const failed = []
for (const file of files) {
  console.log(`\n${file}`)
  const args = ['--import', 'tsx', '--conditions=source', '--expose-gc', join('test', 'load', file)]
  const code = await run('node', args, { env: { ...process.env, ...services.env } })
  if (code !== 0) failed.push(file)
}
await services.stop()
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
