import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError } from '../../configuration-error.js'

/**
 * Claims a data folder for this process until it is released or the process dies.
 *
 * Two engines on one folder destroy it, so the claim must end with its holder and at no other time. A
 * lock file cannot promise that; a bound socket can. On Linux its name is abstract (unix(7)): the
 * kernel frees it, whatever kills the process, and there is nothing to clean up.
 *
 * @throws {@link ConfigurationError} when another process holds the folder.
 */
export async function holdFolder(folder: string): Promise<{ release(): void }> {
  const name = socketName(folder)
  const owner = join(folder, 'owner.json')
  const server = (await bind(name)) ?? (await bindStale(name))
  if (server === undefined) throw new ConfigurationError(heldBy(owner, folder))
  server.unref()
  writeFileSync(owner, JSON.stringify({ pid: process.pid }), { mode: 0o600 })
  return {
    release() {
      rmSync(owner, { force: true })
      server.close()
    },
  }
}

function socketName(folder: string): string {
  const digest = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)
  return process.platform === 'linux'
    ? `\0rogatory-${digest}`
    : join(tmpdir(), `rogatory-${digest}.sock`)
}

async function bind(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(name, () => resolve(server))
  })
}

/** A named socket outlives its process; one that nobody answers on is removed and bound again. */
async function bindStale(name: string): Promise<Server | undefined> {
  if (name.startsWith('\0') || (await answers(name))) return undefined
  rmSync(name, { force: true })
  return bind(name)
}

async function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function heldBy(owner: string, folder: string): string {
  let holder = 'another process'
  try {
    holder = `process ${(JSON.parse(readFileSync(owner, 'utf8')) as { pid: number }).pid}`
  } catch {
    // The holder is only just starting, or just ending.
  }
  return `${holder} already uses the services in ${folder}; end it first (Ctrl-C where it runs)`
}
