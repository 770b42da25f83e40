import { ConfigurationError } from '#config/configuration-error.js'
import { loadConfig } from '#config/load.js'
import { exitWithParent } from '#config/parent-watch.js'
import { describeError } from './observability/describe-error.js'
import { type Board, startBoard } from './start-board.js'

/** `node dist/server/board.js`: the board of queues, for the operator. One is enough. */
let board: Board | undefined
let ending = false

async function end(): Promise<void> {
  if (ending) return
  ending = true
  await board?.close()
  process.exit(0)
}

process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())
exitWithParent(() => void end())

try {
  board = await startBoard(loadConfig())
} catch (error) {
  // Written for whoever starts it; everything else loses its text, which may hold a password.
  if (error instanceof ConfigurationError) console.error(error.message)
  else console.error(JSON.stringify({ event: 'board.failed', error: describeError(error) }))
  process.exit(1)
}
