import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensurePackages } from './ensure-packages.mjs'
import { root } from './root.mjs'

/**
 * npm run demo: the story on one screen. Services, relay and workers of its own, in a folder of its
 * own that is removed afterwards; the second half runs when all of them are stopped. DEMO_BULK_MIB is
 * the size of its largest document, 200 when not set.
 *
 * npm run demo:translation: an Arabic request, French and English targets, one hand-off passed on; to its end.
 */
ensurePackages()
const { build } = await import('./build.mjs')
await build()
const [{ provideServices }, { keepProcess }, { relayEnvironment, untilReady }, { run }] =
  await Promise.all([
    import('../dist/config/services/provide-services.js'),
    import('./keep-process.mjs'),
    import('./relay-environment.mjs'),
    import('./run.mjs'),
  ])
const { PRODUCT } = await import('./supervise.mjs')
const { runToEnd } = await import('./run-to-end.mjs')

const GRACE_MS = 10_000
const isTranslation = process.argv[2] === 'translation'
const folder = mkdtempSync(join(tmpdir(), 'rogatory-demo-'))
const dataSet = `demo-${process.pid}`
const processes = []
const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort())
const story = (half, env) => run('node', ['dist/client/example/demo.js', half], { env })
let code = 1
let env
try {
  console.log(
    `\nRogatory, ${isTranslation ? 'a translation and who had the text' : 'from sealing to proof'}\n`,
  )
  const services = await provideServices({
    root,
    dataSet,
    env: { ...process.env, MONGODB_URI: '', REDIS_URL: '' },
    report: (line) => console.log(line),
  })
  try {
    env = await relayEnvironment({
      port: undefined,
      folder,
      services,
    })
    // A court that watches need not wait a minute for a time-stamp.
    env.TIMESTAMP_INTERVAL_SECONDS = '1'
    await runToEnd('The initialisation of the relay', PRODUCT.init, env, interrupted.signal)
    for (const name of ['relay', 'workers']) {
      const script = PRODUCT[name]
      processes.push(await keepProcess({ name, script, env, folder, report: console.error }))
    }
    await untilReady(env, interrupted.signal)
    console.log()
    code = await story(isTranslation ? 'translation' : 'exchange', env)
  } finally {
    await Promise.all(processes.map((kept) => kept.stop(GRACE_MS)))
    await services.stop()
  }
  if (code === 0 && !isTranslation) code = await story('prove', env)
} catch (error) {
  if (!interrupted.signal.aborted) console.error(error instanceof Error ? error.message : error)
} finally {
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(root, '.services', dataSet), { recursive: true, force: true })
}
process.exit(code)
