import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'
import type { Issued } from './tls-authority.js'

/**
 * TLS in front of a service of the test run that speaks none, as a backend of an operator's speaks it: it shows a
 * certificate, and lets nobody in who cannot show one of `clients`.
 *
 * @param target - host and port, such as of a URL.
 */
export async function tlsDoor(
  target: { readonly hostname: string; readonly port: string },
  shown: Issued,
  clients: { readonly certificate: string },
) {
  const lines = new Set<TLSSocket>()
  const letting = ({ certificate }: { readonly certificate: string }) => ({
    ...shown.pem,
    ca: readFileSync(certificate),
  })
  const server = createServer(
    { ...letting(clients), requestCert: true, rejectUnauthorized: true },
    (inner) => {
      const outer = connect(Number(target.port), target.hostname)
      lines.add(inner)
      inner.on('close', () => outer.destroy()).on('error', () => outer.destroy())
      outer.on('close', () => inner.destroy()).on('error', () => inner.destroy())
      inner.pipe(outer).pipe(inner)
    },
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    /** `127.0.0.1` and the port. */
    host: `127.0.0.1:${port}`,
    /** From now on it lets others in, and everybody has to come anew. */
    turn(others: { readonly certificate: string }) {
      server.setSecureContext(letting(others))
      for (const line of lines) line.destroy()
    },
    async close() {
      for (const line of lines) line.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
