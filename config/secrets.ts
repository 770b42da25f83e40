import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError } from './configuration-error.js'
import { flushFolder } from './files/flush-folder.js'
import { readGuardedFile } from './files/read-guarded-file.js'
import { writeFlushed } from './files/write-flushed.js'

/** The relay's own keys and what proves whose they are, as stored: nothing here is parsed further. */
export interface Secrets {
  /** Private JWK of the key that signs evidence. */
  readonly evidenceKey: unknown
  /** Private key of the log's checkpoints. */
  readonly logKey: unknown
  /** Private JWK that signs access tokens. */
  readonly tokenKey: unknown
  /** PKCS#8 PEM of the built-in time-stamping authority. */
  readonly timestampKeyPem: string
  /** Its certificate chain, leaf first. */
  readonly timestampChain: string[]
  /** The relay's directory entry, a signed statement. */
  readonly entry: string
}

const files = {
  evidenceKey: 'evidence-key.json',
  logKey: 'log-key.json',
  tokenKey: 'token-key.json',
  timestampKeyPem: 'timestamp-key.pem',
  timestampChain: 'timestamp-chain.json',
  entry: 'entry.jws',
} as const satisfies Record<keyof Secrets, string>

/** The set in force is what this link points to; replacing a link is atomic, replacing six files is not. */
const CURRENT = 'current'

/** Whether a complete set was saved under `dir`; half a set never is visible. */
export async function hasSecrets(dir: string): Promise<boolean> {
  return stat(join(dir, CURRENT)).then(
    () => true,
    () => false,
  )
}

/** Octets; the longest is a chain of certificates. */
const LONGEST = 256 * 1024

/** How one file of a set is read, by its path. */
type Read = (path: string) => Promise<string>

/**
 * Reads the relay's secrets from `DATA_DIR/relay`.
 *
 * @throws {@link ConfigurationError} for every file that is missing, unreadable, malformed, or that
 * anyone but its owner may read. The text names files and never their content.
 */
export async function loadSecrets(dir: string): Promise<Secrets> {
  return readSet(join(dir, CURRENT), async (path) => {
    const { mode } = await stat(path).catch(unreadable(path))
    if ((mode & 0o077) !== 0) {
      throw new ConfigurationError(`${path} can be read by others; run: chmod 600 '${path}'`)
    }
    return readFile(path, 'utf8').catch(unreadable(path))
  })
}

/**
 * Reads the same files from one folder, as a vault mounts them: they may be read by their group as well.
 *
 * @throws {@link ConfigurationError} as {@link loadSecrets}.
 */
export const loadMountedSecrets = (folder: string): Promise<Secrets> =>
  // Its errors are collected, so that all that is wrong is said at once.
  readSet(folder, (path) =>
    Promise.resolve().then(() => readGuardedFile('RELAY_KEYS_DIR', path, LONGEST)),
  )

/**
 * Reads the entry of the same set and nothing else, for a process that acts with none of the keys.
 *
 * @param dir - `DATA_DIR/relay`.
 * @param mounted - the folder that a vault mounts, in its place.
 * @throws {@link ConfigurationError}
 */
export function loadEntry(dir: string, mounted?: string): Promise<string> {
  const path = join(mounted ?? join(dir, CURRENT), files.entry)
  return readFile(path, 'utf8').catch(unreadable(path))
}

async function readSet(folder: string, readOne: Read): Promise<Secrets> {
  const problems: string[] = []
  const read = async (name: keyof Secrets): Promise<string> => {
    try {
      return await readOne(join(folder, files[name]))
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error
      problems.push(error.message)
      return ''
    }
  }
  const readJson = async (name: keyof Secrets): Promise<unknown> => {
    const text = await read(name)
    try {
      return text === '' ? undefined : (JSON.parse(text) as unknown)
    } catch {
      problems.push(`${join(folder, files[name])} is not JSON`)
      return undefined
    }
  }
  const chain = await readJson('timestampChain')
  const secrets: Secrets = {
    evidenceKey: await readJson('evidenceKey'),
    logKey: await readJson('logKey'),
    tokenKey: await readJson('tokenKey'),
    timestampKeyPem: await read('timestampKeyPem'),
    timestampChain: Array.isArray(chain) ? chain.map(String) : [],
    entry: await read('entry'),
  }
  if (problems.length > 0)
    throw new ConfigurationError("The relay's keys are not usable:", problems)
  return Object.freeze(secrets)
}

const unreadable = (path: string) => (error: unknown) => {
  throw new ConfigurationError(`${path} cannot be read (${codeOf(error)})`)
}

/**
 * Saves a whole set and puts it in force at once: after a crash the old set or the new one is
 * there, never a mixture. Sets that were in force before stay beside it.
 *
 * Files get mode 0600 and their folders 0700; all is flushed to disk before it is put in force.
 */
export async function saveSecrets(dir: string, secrets: Secrets): Promise<void> {
  const name = `set-${new Date().toISOString().replace(/\D/g, '')}-${randomBytes(4).toString('hex')}`
  const folder = join(dir, name)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const key of Object.keys(files) as (keyof Secrets)[]) {
    const value = secrets[key]
    await writeFlushed(
      join(folder, files[key]),
      typeof value === 'string' ? value : JSON.stringify(value),
      0o600,
    )
  }
  await flushFolder(folder)
  await symlink(name, join(dir, `${name}.link`))
  await rename(join(dir, `${name}.link`), join(dir, CURRENT))
  await flushFolder(dir)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
