import { freePort } from '#config/services/processes/free-port.js'
import { constellation } from './constellation.js'
import { gate } from './gate.js'
import { type CodeFrom, type ProductProcess, startProcess } from './product-process.js'
import { relayProxy } from './relay-proxy.js'

export type Fleet = Awaited<ReturnType<typeof fleet>>

type Wanted = {
  readonly relays: number
  readonly workers: number
  readonly env?: Readonly<Record<string, string>>
} & Pick<NonNullable<Parameters<typeof constellation>[0]>, 'services' | 'prepare'>

/**
 * The product on several machines: relays behind one public origin, workers beside each other, over
 * one MongoDB, one Redis and one folder of blobs. Which relay serves what, `prefer` says.
 */
export async function fleet({ relays: count, workers: hands, env = {}, ...more }: Wanted) {
  const ports = await Promise.all(Array.from({ length: count }, freePort))
  const proxy = await relayProxy(ports)
  const door = await gate(`http://127.0.0.1:${proxy.port}`)
  const originPort = Number(new URL(door.url).port)
  const environment = (i: number) => ({ ...env, RELAY_PORT: String(ports[i]) })
  const all = await constellation({ ...more, originPort, env: environment(0) })

  const everyProcess: ProductProcess[] = [all.running.relay, all.running.workers]
  const start = (script: string, from: CodeFrom, own: NodeJS.ProcessEnv) => {
    const started = startProcess(script, from, { ...all.env, ...own })
    everyProcess.push(started)
    return started
  }
  const startRelay = (i: number, from: CodeFrom = 'dist') =>
    start('server/main', from, environment(i))
  const startWorkers = (from: CodeFrom = 'dist') => start('workers/main', from, {})
  const further = Array.from({ length: count - 1 }, (_, i) => startRelay(i + 1))
  const relays = [all.running.relay, ...further]
  const workers = [all.running.workers, ...Array.from({ length: hands - 1 }, () => startWorkers())]
  await Promise.all([
    ...relays.map((relay) => relay.said('relay.listening')),
    ...workers.map((worker) => worker.said('worker.started')),
  ])

  return {
    all,
    prefer: proxy.prefer,
    /** Between clients and relays. */
    door,
    relays: relays as readonly ProductProcess[],
    workers: workers as readonly ProductProcess[],
    /** Those that are gone, too. */
    everyProcess: everyProcess as readonly ProductProcess[],
    relay(i: number): ProductProcess {
      const relay = relays[i]
      if (relay === undefined) throw new RangeError(`there is no relay ${i}`)
      return relay
    },
    async restartRelay(i: number, from?: CodeFrom) {
      relays[i] = startRelay(i, from)
      await relays[i].said('relay.listening')
    },
    async restartWorkers(i: number, from?: CodeFrom) {
      workers[i] = startWorkers(from)
      await workers[i].said('worker.started')
    },
    async close() {
      await Promise.all([...relays, ...workers].map((one) => one.stop()))
      await door.shut()
      proxy.close()
      await all.close()
    },
  }
}
