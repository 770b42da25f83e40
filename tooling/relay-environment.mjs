import { setTimeout as sleep } from 'node:timers/promises'
import { choosePort, freeNear } from './choose-port.mjs'

const READY_WITHIN_MS = 60_000

/** The port of the board of queues, where it is free: `rogatory operator board` looks for it there. */
const USUAL_BOARD = 9480

/** What is not set gets a value for trying on one machine; what is set stays as it is. */
export async function relayEnvironment({
  port,
  folder,
  services,
  hasExample = false,
  hasBoard = false,
}) {
  const host = process.env['RELAY_HOST'] || '127.0.0.1'
  const asked = port ?? (isSet('RELAY_PORT') ? Number(process.env['RELAY_PORT']) : undefined)
  const chosen = await choosePort(asked, host, folder)
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  return {
    RELAY_ID: 'zz.relay',
    RELAY_ORIGIN: `http://127.0.0.1:${chosen}`,
    // The authority that is built in costs nobody anything, and whoever tries things should not wait.
    ...(isSet('TIMESTAMP_URLS') ? {} : { TIMESTAMP_INTERVAL_SECONDS: '5' }),
    ...(hasExample ? { EXAMPLE_IDENTITIES: 'true' } : {}),
    ...(hasBoard ? { BOARD_PORT: String(await freeNear(USUAL_BOARD, '127.0.0.1')) } : {}),
    ...given,
    RELAY_HOST: host,
    RELAY_PORT: String(chosen),
    DATA_DIR: folder,
    MONGODB_URI: services.mongodbUri,
    REDIS_URL: services.redisUrl,
    ROGATORY_SUPERVISED: '1',
  }
}

/** Resolves when the relay says that everything it needs answers. */
export async function untilReady(env, signal) {
  const host =
    env.RELAY_HOST === '0.0.0.0' || env.RELAY_HOST === '::' ? '127.0.0.1' : env.RELAY_HOST
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${env.RELAY_PORT}/health/ready`
  const until = performance.now() + READY_WITHIN_MS
  while (performance.now() < until) {
    signal.throwIfAborted()
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.status === 200) return
    await sleep(50)
  }
  throw new Error(`the relay was not ready within ${READY_WITHIN_MS / 1000} s; its log says why`)
}

/** Whether a variable says anything: one that is set to nothing counts as not set. */
export function isSet(name) {
  return (process.env[name] ?? '').trim() !== ''
}
