import { ConfigurationError } from '#config/configuration-error.js'
import { loadConfig } from '#config/load.js'
import { exitWithParent } from '#config/parent-watch.js'
import { describeError } from './observability/describe-error.js'
import { type Relay, startRelay } from './relay.js'

/** `node dist/server/main.js`: one relay process. As many as wanted may run over one MongoDB and Redis. */
let relay: Relay | undefined
let ending = false

async function end(): Promise<void> {
  if (ending) return
  ending = true
  await relay?.close()
  process.exit(0)
}

process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())
// Without this it would end the process, as nobody expects of a service.
process.on('SIGHUP', () => relay?.renewTls())
exitWithParent(() => void end())

try {
  relay = await startRelay(loadConfig())
} catch (error) {
  // Written for whoever starts it; everything else loses its text, which may hold a password.
  if (error instanceof ConfigurationError) console.error(error.message)
  else console.error(JSON.stringify({ event: 'relay.failed', error: describeError(error) }))
  process.exit(1)
}
