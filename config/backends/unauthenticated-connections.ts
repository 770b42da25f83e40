import { mongodbOptions } from './mongodb-options.js'
import type { Config } from '../schema.js'

/**
 * Connections to MongoDB and Redis on which nobody would be told who asks: with REQUIRE_TLS each of them keeps a process
 * from starting (ASVS 5.0, V13.2.1).
 *
 * @returns a sentence for each, by the name of its variable and without its value.
 */
export function unauthenticatedConnections({ mongodb, redis, backendTls }: Config): string[] {
  const unknown: readonly (readonly [isSo: boolean, what: string])[] = [
    [
      !isAccount(mongodb.reveal(), backendTls.MONGODB.certificate !== ''),
      'MONGODB_URI has no user with a password, nor authMechanism=MONGODB-X509 with MONGODB_TLS_CERTIFICATE',
    ],
    [
      new URL(redis.reveal()).password === '' && backendTls.REDIS.certificate === '',
      'REDIS_URL has no password, and REDIS_TLS_CERTIFICATE is not set',
    ],
  ]
  return unknown.flatMap(([isSo, what]) => (isSo ? [`with REQUIRE_TLS: ${what}`] : []))
}

/** Other mechanisms of the driver have what they show from their surroundings. */
function isAccount(uri: string, showsCertificate: boolean): boolean {
  const given = mongodbOptions(uri)
  const mechanism = given.get('authmechanism')?.toUpperCase()
  if (mechanism === 'MONGODB-X509') return showsCertificate || given.has('tlscertificatekeyfile')
  // The driver's default without a user is nobody.
  const isOther = mechanism !== undefined && mechanism !== 'DEFAULT'
  return isOther || /^mongodb(\+srv)?:\/\/[^@/:]+:[^@/]+@/.test(uri)
}
