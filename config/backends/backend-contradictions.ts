import { isVerifiedMongodb } from './is-verified-mongodb.js'
import { mongodbOptions } from './mongodb-options.js'
import type { Backend, Config } from '../schema.js'
import { isLoopback } from '../variables/kinds.js'

/** Options of the driver that say the same as variables of ours. */
const SAID_TWICE = ['tlscafile', 'tlscertificatekeyfile']

/**
 * What is said of the TLS of backends and cannot be so: trust that would never be asked, a certificate without its key.
 *
 * @returns a sentence for each, by the names of variables and without their values.
 */
export function backendContradictions({ backendTls, ...config }: Config): string[] {
  const speaksTls: Readonly<Record<Backend, readonly [boolean, needs: string]>> = {
    MONGODB: [
      isVerifiedMongodb(config.mongodb.reveal()),
      'tls=true in MONGODB_URI, and nothing that turns verification off',
    ],
    REDIS: [config.redis.reveal().startsWith('rediss:'), 'a REDIS_URL that begins with rediss'],
    S3: [config.s3?.endpoint.startsWith('https:') === true, 'an S3_ENDPOINT of https'],
    SMTP: [
      speaksMailTls(config),
      'SMTP_URL, which has to be smtps where it names this very machine',
    ],
  }
  const ours = (Object.keys(speaksTls) as Backend[]).flatMap((backend) => {
    const { authorities, certificate, key } = backendTls[backend]
    const [speaks, needs] = speaksTls[backend]
    return [
      ...(certificate !== '' && key === ''
        ? [`${backend}_TLS_CERTIFICATE needs ${backend}_TLS_KEY`]
        : []),
      ...(certificate === '' && key !== ''
        ? [`${backend}_TLS_KEY needs ${backend}_TLS_CERTIFICATE`]
        : []),
      ...(authorities + certificate + key !== '' && !speaks
        ? [`${backend}_TLS_… needs ${needs}`]
        : []),
    ]
  })
  return [...ours, ...(isSaidTwice({ backendTls, ...config }) ? [SAID] : [])]
}

function speaksMailTls({ mail }: Pick<Config, 'mail'>): boolean {
  const url = mail?.server.reveal()
  return url !== undefined && (url.startsWith('smtps:') || !isLoopback(url))
}

const SAID =
  'MONGODB_URI names files of TLS: name them by MONGODB_TLS_AUTHORITIES and MONGODB_TLS_CERTIFICATE alone'

function isSaidTwice({ mongodb, backendTls }: Pick<Config, 'backendTls' | 'mongodb'>): boolean {
  const given = mongodbOptions(mongodb.reveal())
  return (
    Object.values(backendTls.MONGODB).some((path) => path !== '') &&
    SAID_TWICE.some((name) => given.has(name))
  )
}
