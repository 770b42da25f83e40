import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from 'node:net'
import { freePort } from '#config/services/processes/free-port.js'
import { redisProgram } from '#config/services/redis/redis-program.js'
import { checkout } from '#test/support/constellation/product-process.js'
import type { Issued } from './tls-authority.js'

/**
 * A real Redis that speaks TLS and nothing else, and lets nobody in who cannot show a certificate of `clients`.
 * Undefined where the server of this machine was built without TLS.
 */
export async function tlsRedis(
  folder: string,
  shown: Issued,
  clients: { readonly certificate: string },
) {
  const home = join(checkout, '.services')
  const at = { home, folder, env: process.env, report: () => undefined }
  const { command, env } = await redisProgram(at)
  const port = await freePort()
  const words = {
    port: '0',
    'tls-port': String(port),
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    'tls-cert-file': shown.certificate,
    'tls-key-file': shown.key,
    'tls-ca-cert-file': clients.certificate,
    'tls-auth-clients': 'yes',
  }
  const args = Object.entries(words).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn(command, args, { env, stdio: 'ignore' })
  const ended = once(child, 'exit').then(() => 'ended' as const)
  for (;;) {
    const state = await Promise.race([ended, answers(port)])
    if (state === 'ended') return undefined
    if (state) break
    await sleep(10)
  }
  return {
    host: `127.0.0.1:${port}`,
    async close() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const line = connect(port, '127.0.0.1')
    line.once('connect', () => resolve(true)).once('error', () => resolve(false))
    line.once('connect', () => line.destroy())
  })
