import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Meters } from './meters.js'

/** A gauge that is read when Prometheus asks. Its labels are ids and codes, never content or names. */
export type Metric = {
  readonly name: string
  readonly help: string
  readonly labels: readonly string[]
  readonly read: () => Promise<
    readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]
  >
}

/** What else is answered on the port, by path. */
type Pages = Readonly<
  Record<string, () => Promise<{ readonly status: number; readonly body: unknown }>>
>

export type Metrics = { readonly port: number; close(): Promise<void> }

/** Prometheus waits ten seconds unless it is told otherwise; what hangs must not take the rest with it. */
const READ_MS = 4000

/**
 * Serves metrics to Prometheus at `/metrics`, in its text format. Whoever reaches the port may read them.
 *
 * A gauge that cannot be read now has no value, and `rogatory_metric_unread` says so without a text: the
 * others are wanted most while something is out of order.
 *
 * @param meters - what this process counted itself.
 * @param pages - answers in JSON, such as those of probes that cannot speak with the public port.
 */
export async function serveMetrics(
  metrics: readonly Metric[],
  { host, port }: { readonly host: string; readonly port: number },
  meters?: Meters,
  pages: Pages = {},
): Promise<Metrics> {
  const { Gauge, Registry } = await import('prom-client')
  const registry = new Registry()
  const unread = new Gauge({
    name: 'rogatory_metric_unread',
    help: 'Whether the metric could not be read just now, as while MongoDB does not answer.',
    labelNames: ['metric'],
    registers: [registry],
  })
  const readAll = metrics.map(({ name, help, labels, read }) => {
    const gauge = new Gauge({ name, help, labelNames: [...labels], registers: [registry] })
    return async () => {
      const values = await withinTime(read()).catch(() => undefined)
      unread.set({ metric: name }, values === undefined ? 1 : 0)
      gauge.reset()
      // Without labels a gauge would show 0 after a reset, which is a claim.
      if (values === undefined && labels.length === 0) gauge.remove()
      for (const each of values ?? []) gauge.set({ ...each.labels }, each.value)
    }
  })
  const scrape = async () => {
    await Promise.all(readAll.map((read) => read()))
    return [await registry.metrics(), await meters?.text()].filter(Boolean).join('\n')
  }
  const answers = new Map([
    ['/metrics', async () => ({ status: 200, type: registry.contentType, text: await scrape() })],
    ...Object.entries(pages).map(([path, page]) => [path, () => inJson(page)] as const),
  ])
  const server = createServer((request, response) => {
    const answer = answers.get(request.method === 'GET' ? (request.url ?? '') : '')
    if (answer === undefined) {
      response.writeHead(404).end()
      return
    }
    answer().then(
      ({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text),
      () => response.writeHead(503).end(),
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close').catch(() => undefined)
    },
  }
}

async function inJson(page: Pages[string]) {
  const { status, body } = await page()
  return { status, type: 'application/json', text: JSON.stringify(body) }
}

async function withinTime<T>(reading: Promise<T>): Promise<T | undefined> {
  const limit = new AbortController()
  try {
    return await Promise.race([
      reading,
      sleep(READ_MS, undefined, { signal: limit.signal, ref: false }).catch(() => undefined),
    ])
  } finally {
    limit.abort()
  }
}
