import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A question to a loopback port, and how the octets of a good answer begin or end. */
export interface Probe {
  readonly port: number
  /** Base64, so that it can travel as JSON. */
  readonly question: string
  /** Base64 of octets that the answer must contain. */
  readonly answer: string
}

/** Asks again and again until the answer is the right one. Rejects when the time is over. */
export async function untilReady(probe: Probe, timeoutMs: number): Promise<void> {
  const until = performance.now() + timeoutMs
  while (!(await ask(probe))) {
    if (performance.now() > until) throw new Error(`no answer within ${timeoutMs / 1000} s`)
    await sleep(25)
  }
}

async function ask(probe: Probe): Promise<boolean> {
  const expected = Buffer.from(probe.answer, 'base64')
  return new Promise((resolve) => {
    let seen = Buffer.alloc(0)
    const socket = connect(probe.port, '127.0.0.1')
    socket.setTimeout(1000, () => socket.destroy())
    socket.on('connect', () => socket.write(Buffer.from(probe.question, 'base64')))
    socket.on('data', (chunk) => {
      seen = Buffer.concat([seen, chunk])
      if (seen.includes(expected)) socket.destroy()
      else if (seen.length > 65_536) socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(seen.includes(expected)))
  })
}
