import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ClientError } from '../core/client-error.js'

/** Beside the built code; or, when the sources run, where the build puts it. */
const PLACES = ['../verifier', '../../dist/client/verifier']

/**
 * The page that verifies bundles, as one HTML file.
 *
 * @throws {@link ClientError} `file-unreadable` if nothing was built yet.
 */
export async function verifierPage(): Promise<Uint8Array<ArrayBuffer>> {
  for (const place of PLACES) {
    const path = join(import.meta.dirname, place, 'rogatory-verifier.html')
    const page = await readFile(path).catch(() => undefined)
    if (page) return new Uint8Array(page)
  }
  throw new ClientError(
    'file-unreadable',
    'the verification page has not been built',
    'Run "npm run build" once.',
  )
}
