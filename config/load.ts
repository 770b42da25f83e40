import type { z } from 'zod'
import { ConfigurationError } from './configuration-error.js'
import { backendContradictions } from './backends/backend-contradictions.js'
import { type Given, withSecretFiles } from './files/with-secret-files.js'
import { plainConnections } from './backends/plain-connections.js'
import { type Config, environment, fromEnvironment } from './schema.js'
import { unauthenticatedConnections } from './backends/unauthenticated-connections.js'
import { isLoopback } from './variables/kinds.js'

/**
 * Reads the configuration, or refuses to start and says everything that is wrong at once.
 *
 * The only place in the code base that reads `process.env`. A variable that is set to nothing counts
 * as not set, as compose files and unit files cannot leave one out.
 *
 * @throws {@link ConfigurationError} naming every wrong or missing variable. Values are never
 * repeated: an address may hold a password.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''))
  const { env: given, problems } = withSecretFiles(set)
  const parsed = environment.safeParse(given)
  if (!parsed.success || problems.length > 0) {
    throw new ConfigurationError(
      'The configuration is not usable (docs/configuration.md lists every variable):',
      [...problems, ...problemsOf(parsed.error, given)],
    )
  }
  const disordered = contradictions(fromEnvironment(parsed.data))
  if (disordered.length > 0) {
    throw new ConfigurationError('The configuration contradicts itself:', disordered)
  }
  return deepFreeze(fromEnvironment(parsed.data))
}

/** A file that was named and cannot be used has been spoken of. */
function problemsOf(error: z.ZodError | undefined, given: Given): string[] {
  return (error?.issues ?? [])
    .map(({ path: [name], message }) => ({ name: String(name), message }))
    .filter(({ name }) => given[name] !== undefined || given[`${name}_FILE`] === undefined)
    .map(({ name, message }) =>
      given[name] === undefined ? `${name} is not set` : `${name}: ${message}`,
    )
}

function contradictions(config: Config): string[] {
  const { urgentProvisionalMs, urgentFinalMs } = config.nonDelivery
  const disordered =
    urgentProvisionalMs < urgentFinalMs
      ? []
      : ['NON_DELIVERY_URGENT_PROVISIONAL_HOURS must be less than NON_DELIVERY_URGENT_FINAL_HOURS']
  const exposed =
    config.offersExample && !isLoopback(config.relay.origin)
      ? ['EXAMPLE_IDENTITIES gives keys away: it is for an origin on a loopback address only']
      : []
  return [
    ...disordered,
    ...exposed,
    ...contradictionsOfTls(config),
    ...contradictionsOfS3(config),
    ...backendContradictions(config),
    ...(config.requiresTls
      ? [...plainConnections(config), ...unauthenticatedConnections(config)]
      : []),
  ]
}

function contradictionsOfTls({ tls, relay }: Config): string[] {
  if (tls === undefined) return []
  return [
    ...(tls.certificate === '' ? ['TLS_KEY and TLS_CLIENT_AUTHORITIES need TLS_CERTIFICATE'] : []),
    ...(tls.key === '' ? ['TLS_CERTIFICATE needs TLS_KEY'] : []),
    ...(relay.origin.startsWith('https:') ? [] : ['with TLS_CERTIFICATE, RELAY_ORIGIN is https']),
  ]
}

/** Octets that S3 takes in one request (PutObject): 5 GiB. */
const S3_LONGEST = 5 * 1024 ** 3

function contradictionsOfS3({ s3, limits }: Config): string[] {
  if (s3 === undefined) return []
  const needed = {
    S3_BUCKET: s3.bucket,
    S3_ACCESS_KEY_ID: s3.accessKeyId,
    S3_SECRET_ACCESS_KEY_FILE: s3.secretAccessKeyFile,
  }
  const missing = Object.entries(needed).filter(([, value]) => value === '')
  return [
    ...missing.map(([name]) => `S3_ENDPOINT needs ${name}`),
    ...(limits.partBytes > S3_LONGEST
      ? [`with S3_ENDPOINT, MAX_PART_BYTES must be at most ${S3_LONGEST} (5 GiB)`]
      : []),
  ]
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value) as unknown[]) {
    if (typeof inner === 'object' && inner !== null) deepFreeze(inner)
  }
  return Object.freeze(value)
}
