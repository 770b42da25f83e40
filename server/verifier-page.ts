import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from './domain/errors.js'

/** The page that verifies bundles: one HTML file, the octets that `rogatory verifier` writes. */
export type VerifierPage = {
  readonly octets: Buffer
  /** Hex SHA-256. */
  readonly digest: string
  /** The policy that stands in the page itself: its own script and styles, nothing else. */
  readonly policy: string
}

/** Beside the built code; or, when the sources run, where the build puts it. */
const PLACES = ['../client/verifier', '../dist/client/verifier']
const POLICY = /<meta http-equiv="content-security-policy" content="([^"]+)">/

/**
 * Reads the page when it is first asked for, and keeps it.
 *
 * @returns a reader that throws {@link Refusal} `unavailable` if nothing was built.
 */
export function verifierPage(): () => Promise<VerifierPage> {
  let page: VerifierPage | undefined
  return async () => (page ??= await read())
}

async function read(): Promise<VerifierPage> {
  for (const place of PLACES) {
    const path = join(import.meta.dirname, place, 'rogatory-verifier.html')
    const octets = await readFile(path).catch(() => undefined)
    const policy = POLICY.exec(octets?.toString('utf8') ?? '')?.[1]
    if (octets === undefined || policy === undefined) continue
    return { octets, policy, digest: createHash('sha256').update(octets).digest('hex') }
  }
  throw new Refusal('unavailable', 'the verification page has not been built')
}
