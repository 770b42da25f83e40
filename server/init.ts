import { dirname } from 'node:path'
import { ConfigurationError } from '#config/configuration-error.js'
import { loadConfig } from '#config/load.js'
import { initialiseRelay, trustFile } from './init/initialise-relay.js'

/** `node dist/server/init.js`: what a relay needs before its first start; harmless afterwards. */
try {
  const { relay, folders, mountedKeys } = loadConfig()
  if (mountedKeys !== undefined) {
    throw new ConfigurationError(
      'RELAY_KEYS_DIR is set: the keys are there. To make others, run this without it, elsewhere.',
    )
  }
  const dataFolder = dirname(folders.relay)
  await initialiseRelay({ dataFolder, id: relay.id, origin: relay.origin, at: new Date() })
  console.log(`Relay ${relay.id} is initialised; its trust list is ${trustFile(dataFolder)}`)
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
