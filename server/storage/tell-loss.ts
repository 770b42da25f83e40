import type { mongo } from 'mongoose'

/** Codes that a log may hold, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`. */
const CODE = /^[A-Z0-9_]{1,64}$/

/**
 * Tells each loss of a server of MongoDB once, until it answers again: by the code of what failed on the line, TLS
 * included. The error's text may name the address, so it is not passed on.
 */
export function tellLoss(client: mongo.MongoClient, onLost: (code: string) => void): void {
  const said = new Map<string, string>()
  client.on('serverHeartbeatFailed', ({ connectionId, failure }) => {
    const code = codeOf(failure)
    if (said.get(connectionId) === code) return
    said.set(connectionId, code)
    onLost(code)
  })
  client.on('serverHeartbeatSucceeded', ({ connectionId }) => said.delete(connectionId))
}

function codeOf(error: unknown, depth = 3): string {
  if (!(error instanceof Error) || depth === 0) return 'unknown'
  const code = 'code' in error ? String(error.code) : ''
  return CODE.test(code) ? code : codeOf(error.cause, depth - 1)
}
