import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { CryptoError } from '#crypto/errors.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { DirectoryRecord } from '../contract/wire.js'
import { type AcceptancePorts, withAllEvidence } from './accept-statement.js'
import { Refusal } from './errors.js'

type Ports = Pick<AcceptancePorts, 'directory' | 'relay' | 'clock'>
type Query = { readonly after?: string | undefined; readonly limit: number }
export type ListAuthorities = ReturnType<typeof listAuthorities>

/**
 * The newest entry of each authority, by authority id, each with evidence X.1.
 *
 * @throws {@link Refusal} `malformed-request` if the cursor is none of ours.
 */
export function listAuthorities(ports: Ports) {
  return async ({
    after,
    limit,
  }: Query): Promise<{ entries: DirectoryRecord[]; next: string | null }> => {
    const from = after === undefined ? undefined : readCursor(after)
    const found = await ports.directory.currentEntries(from, limit + 1)
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      entries: await withAllEvidence(ports, page),
      next: found.length > limit && last ? toBase64Url(toUtf8(last.authority)) : null,
    }
  }
}

function readCursor(text: string): AuthorityId {
  try {
    const parsed = AuthorityId.safeParse(fromUtf8(fromBase64Url(text)))
    if (parsed.success) return parsed.data
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
  }
  throw new Refusal('malformed-request', 'the cursor is none of this relay')
}
