import { join } from 'node:path'
import { provideServices } from '../dist/config/services/provide-services.js'
import { keepProcess } from './keep-process.mjs'
import { isSet, relayEnvironment, untilReady } from './relay-environment.mjs'
import { root } from './root.mjs'
import { runToEnd } from './run-to-end.mjs'
import { untilStopped } from './until-stopped.mjs'

export const PRODUCT = {
  init: 'dist/server/init.js',
  relay: 'dist/server/main.js',
  workers: 'dist/workers/main.js',
  board: 'dist/server/board.js',
  example: 'dist/client/example/main.js',
}

/**
 * Services, then the relay's keys, then relay and workers, then the example; and the same backwards
 * when it is over. Every child dies with this process, whatever kills it.
 *
 * @param {typeof PRODUCT} [product] - the scripts to run; tests bring their own.
 * @returns {Promise<number>} the exit code.
 */
export async function supervise({ port, example, quiet }, product = PRODUCT) {
  const say = (line) => quiet || console.log(line)
  const warn = (line) => console.error(line)
  const isProduction = isSet('MONGODB_URI') && isSet('REDIS_URL')
  const graceMs = 1000 * (Number(process.env['SHUTDOWN_GRACE_SECONDS']) || 20) + 2000
  const processes = []
  let services
  const stop = untilStopped({
    onFirst: () => say('Stopping; press Ctrl-C again to stop at once.'),
    onSecond() {
      for (const kept of processes) kept.kill()
      for (const pid of [services?.mongo.pid(), services?.redis.pid()]) endAtOnce(pid)
      process.exit(130)
    },
  })
  // What is still being waited for when this is over must not keep the process alive.
  const over = new AbortController()
  const until = AbortSignal.any([stop.signal, over.signal])
  try {
    const folder = process.env['DATA_DIR'] || join(root, '.rogatory')
    services = await provideServices({ root, env: process.env, report: say })
    const hasExample = example ?? !isProduction
    const env = await relayEnvironment({
      port,
      folder,
      services,
      hasExample,
      hasBoard: !isProduction,
    })
    const hasBoard = Number(env.BOARD_PORT ?? 0) !== 0
    stop.signal.throwIfAborted()
    await runToEnd('The initialisation of the relay', product.init, env, until)
    const keep = (name, script) => keepProcess({ name, script, env, folder, report: warn })
    processes.push(await keep('relay', product.relay))
    processes.push(await keep('workers', product.workers))
    if (hasBoard) processes.push(await keep('board', product.board))
    const gaveUp = Promise.race(
      processes.map((kept) => kept.ended.then(() => new Promise(() => {}))),
    )
    gaveUp.catch(() => undefined)
    await Promise.race([untilReady(env, until), gaveUp])
    say(`Relay: ${env.RELAY_ORIGIN}, logs in ${join(folder, 'logs')}`)
    if (hasExample) {
      const printed = runToEnd('The example', product.example, env, until)
      say(`\n${(await Promise.race([printed, gaveUp])).trimEnd()}\n`)
    }
    if (hasBoard) say(boardLine(env, folder))
    say('Ready. Ctrl-C stops everything.')
    await Promise.race([stop.requested, gaveUp])
    return 0
  } catch (error) {
    if (stop.signal.aborted) return 0
    warn(error instanceof Error ? error.message : String(error))
    return 1
  } finally {
    over.abort()
    await Promise.all(processes.map((kept) => kept.stop(graceMs)))
    await services?.stop()
    stop.end()
    say('Stopped.')
  }
}

/** Whose key opens it: the operator's, which `init` has made beside the relay's. */
function boardLine({ BOARD_PORT, BOARD_ORIGIN }, folder) {
  const origin = BOARD_ORIGIN || `http://127.0.0.1:${BOARD_PORT}`
  const key = join(folder, 'operator', 'operator-key.json')
  return `Queues: npx rogatory operator board --board ${origin} --operator-key '${key}'`
}

function endAtOnce(pid) {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}
