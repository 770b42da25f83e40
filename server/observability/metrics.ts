import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Gauge, Registry } from 'prom-client'

/** A gauge that is read when Prometheus asks. Its labels are ids and codes, never content or names. */
export type Metric = {
  readonly name: string
  readonly help: string
  readonly labels: readonly string[]
  readonly read: () => Promise<
    readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]
  >
}

export type Metrics = { readonly port: number; close(): Promise<void> }

/**
 * Serves metrics to Prometheus at `/metrics`, in its text format. Whoever reaches the port may read them.
 *
 * What cannot be read now is answered with 503 and no text.
 */
export async function serveMetrics(
  metrics: readonly Metric[],
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Metrics> {
  const registry = new Registry()
  for (const { name, help, labels, read } of metrics) {
    registry.registerMetric(
      new Gauge({
        ...{ name, help, registers: [], labelNames: [...labels] },
        async collect() {
          const values = await read()
          this.reset()
          for (const each of values) this.set({ ...each.labels }, each.value)
        },
      }),
    )
  }
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
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
