import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/**
 * The relay's port: the one asked for, else the one of the last start, else 8080 or, where that is
 * taken, a free one, which is then kept: what clients remember of the relay holds its address.
 */
export async function choosePort(asked, host, folder) {
  const memory = join(folder, 'port')
  const remembered = asked ?? read(memory)
  if (remembered !== undefined) {
    if (await isFree(remembered, host)) return remember(memory, remembered)
    throw new Error(
      `port ${remembered} on ${host} is taken by another program; end it or choose: npm start -- --port N`,
    )
  }
  return remember(memory, await freeNear(8080, host))
}

/** The usual port or, where that is taken, a free one. */
export async function freeNear(usual, host) {
  return (await isFree(usual, host)) ? usual : freePort(host)
}

function read(path) {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

function remember(path, port) {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
  writeFileSync(path, `${port}\n`)
  return port
}

function isFree(port, host) {
  return bound(port, host).then(
    () => true,
    () => false,
  )
}

const freePort = (host) => bound(0, host)

function bound(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const { port: taken } = server.address()
      server.close(() => resolve(taken))
    })
  })
}
