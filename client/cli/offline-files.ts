import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { readTrustList, type TrustList } from '#crypto/directory/trust-list.js'
import type { DocumentClaim } from '#crypto/proof/verify-bundle.js'
import { ClientError } from '../core/client-error.js'
import { cannotRead } from '../files/cannot-read.js'
import { measureFile } from '../files/measure-file.js'
import { trustAt } from '../keystore/trust-at.js'
import type { CommandContext } from './command-context.js'

/** The octets of a file that a command names. @throws ClientError `file-unreadable` */
export async function octetsIn(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(path).catch(cannotRead(path)))
}

/** The trust list that `--trust` names, or that of the home. */
export async function trustFor({ options, global }: CommandContext): Promise<TrustList> {
  const { trust } = options
  if (typeof trust !== 'string') return trustAt(global.home).catch(withoutTrust)
  return readTrustList(fromUtf8(await octetsIn(trust)))
}

/** Whoever only verifies has no home and needs none. */
function withoutTrust(error: unknown): never {
  if (!(error instanceof ClientError)) throw error
  throw new ClientError(
    error.code,
    `no trust list: ${error.message}`,
    'Name one with --trust (the operator of the network publishes it as trust.json).',
  )
}

/** What `--document` names, each measured as a stream. */
export async function documentsOf({ options }: CommandContext): Promise<DocumentClaim[]> {
  const { document = [] } = options
  const measured: DocumentClaim[] = []
  for (const path of [document].flat()) {
    const named = String(path)
    measured.push(await measure(named).catch(cannotRead(named)))
  }
  return measured
}

async function measure(path: string): Promise<DocumentClaim> {
  return { name: basename(path), ...(await measureFile(path)) }
}
