import { mongodbOptions } from './mongodb-options.js'

/** Options of the driver that turn verification off, whatever they are set to. */
const UNVERIFIED = ['tlsinsecure', 'tlsallowinvalidcertificates', 'tlsallowinvalidhostnames']

/** Whether an address of MongoDB means TLS, and the other side is verified. */
export function isVerifiedMongodb(uri: string): boolean {
  const given = mongodbOptions(uri)
  if (UNVERIFIED.some((name) => given.has(name))) return false
  const said = ['tls', 'ssl'].flatMap((name) => given.get(name) ?? [])
  // An address of DNS (mongodb+srv) means TLS unless it says otherwise.
  if (said.length === 0) return uri.startsWith('mongodb+srv:')
  return said.every((value) => value === 'true')
}
