import { join } from 'node:path'
import { SOCKET_PATH } from '#server/contract/socket-events.js'
import type { Clients } from './programs/sockets.js'
import type { Ask } from './support/ask-child.js'
import { furtherOfficers } from './support/further-officers.js'
import { relayUnderLoad } from './support/relay-under-load.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'
import { startProgram } from './support/start-program.js'

/** Row 10: what a relay holds for each client that listens, beside a Socket.IO server without a purpose. */
const CLIENTS = sizeOf('BENCH_CLIENTS', 2000)
/** As many connections as one officer's key may have to one process (server/realtime/officer-sockets.ts). */
const EACH = 8
/** Whoever connects and leaves first: code is compiled and pools are filled before anything counts. */
const WARM_UPS = 400
/** What a process has not collected yet is not what a client costs. */
const COLLECT = ['--expose-gc']
const ANSWER = ['--import', `./${join('.bench', 'programs', 'retained.js')}`]

const relay = await relayUnderLoad({ workers: false, flags: [...COLLECT, ...ANSWER] })
const { origin, folder } = relay
const count = Math.ceil(CLIENTS / EACH)
const officers = await furtherOfficers({ origin, folder, admin: relay.alma }, count)

/** A proof is good once, so each client has its own. */
async function handshakes(clients: number) {
  const made: Record<string, unknown>[] = []
  for (let n = 0; n < clients; n++) {
    const officer = officers[n % officers.length] ?? officers[0]
    if (officer === undefined) break
    const token = await officer.token()
    made.push({ token, proof: await officer.proof('GET', origin + SOCKET_PATH, token) })
  }
  return made
}

type Server = { readonly ask: Ask; readonly origin: string; readonly path: string }

/** KiB for each of the clients that a server holds. */
async function held(
  { ask, ...where }: Server,
  who: (clients: number) => Promise<Clients['handshakes']>,
): Promise<number> {
  const clients = startProgram('sockets')
  const open = async (many: number) =>
    clients.ask('open', JSON.stringify({ ...where, handshakes: await who(many) } satisfies Clients))
  await open(Math.min(WARM_UPS, CLIENTS))
  await clients.ask('close')
  const before = await ask('retained')
  await open(CLIENTS)
  const after = await ask('retained')
  const still = await clients.ask('held')
  if (still !== CLIENTS) throw new Error(`${still} of ${CLIENTS} clients are still connected`)
  await clients.end()
  return (after - before) / CLIENTS
}

const strangers = (clients: number) => Promise.resolve(Array.from({ length: clients }, () => ({})))
const echo = startProgram('echo', {}, COLLECT)
const bareOrigin = `http://127.0.0.1:${await echo.ask('port')}`
const bare = await held({ ask: echo.ask, origin: bareOrigin, path: '/socket.io' }, strangers)
const own = await held({ ask: relay.askRelay, origin, path: SOCKET_PATH }, handshakes)
report([
  {
    row: 10,
    work: `memory of the relay for each of ${CLIENTS.toLocaleString('en')} clients`,
    unit: 'KiB',
    own: [own],
    peer: { name: 'bare Socket.IO', samples: [bare] },
    reach: { atMost: 1.3 },
  },
])
await echo.end()
await relay.end()
process.exit(0)
