import { ConfigurationError } from '#config/configuration-error.js'
import { loadConfig } from '#config/load.js'
import { exitWithParent } from '#config/parent-watch.js'
import { describeError } from '#server/observability/describe-error.js'
import { startWorkers, type Workers } from './start-workers.js'

/** `node dist/workers/main.js`: all workers in one process. As many as wanted may run. */
let workers: Workers | undefined
let ending = false

async function end(): Promise<void> {
  if (ending) return
  ending = true
  await workers?.close()
  process.exit(0)
}

process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())
exitWithParent(() => void end())

try {
  workers = await startWorkers(loadConfig())
} catch (error) {
  // Written for whoever starts it; everything else loses its text, which may hold a password.
  if (error instanceof ConfigurationError) console.error(error.message)
  else console.error(JSON.stringify({ event: 'worker.failed', error: describeError(error) }))
  process.exit(1)
}
