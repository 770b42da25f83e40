import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { Downgrade } from '#crypto/downgrade/downgrade.js'
import {
  DOWNGRADE_MEDIA_TYPE,
  DowngradeRecord,
  MAX_DOWNGRADE_BYTES,
} from '#crypto/downgrade/downgrade-record.js'
import type { Redactions } from '#crypto/downgrade/redactions.js'
import { verifyDowngrade } from '#crypto/downgrade/verify-downgrade.js'
import { CryptoError } from '#crypto/errors.js'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { ClientError } from '../client-error.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { Session } from '../session/session.js'

export type ReceivedDowngrade =
  | {
      readonly verified: true
      readonly downgrade: Downgrade
      /** Who signed it. */
      readonly officer: string
      readonly redactions: Redactions
      /** Whether the package is marked as what it was released as. */
      readonly marked: boolean
    }
  /** Nothing of it is to be believed. */
  | { readonly verified: false; readonly code: string; readonly problem: string }

/** Whether a document says from which classification others of its package were released. */
export const isDowngrade = ({ mediaType, length }: ManifestPart): boolean =>
  mediaType === DOWNGRADE_MEDIA_TYPE && length <= MAX_DOWNGRADE_BYTES

/**
 * Verifies a downgrade that came with a package, against its documents as they were sent: who released
 * them, from what, when, by what authority, and what was taken out.
 *
 * @param octets - the document, as it was opened and verified.
 */
export async function receivedDowngrade(
  { directory }: Session,
  { manifest, record }: Pick<ReadPackage, 'manifest' | 'record'>,
  octets: Uint8Array,
): Promise<ReceivedDowngrade> {
  try {
    const parsed = DowngradeRecord.safeParse(
      parseJson(fromUtf8(octets), { maxBytes: MAX_DOWNGRADE_BYTES, maxDepth: 12 }),
    )
    const claimed = parsed.success
      ? Downgrade.safeParse((await readStatement(parsed.data.downgrade)).payload).data
      : undefined
    if (parsed.data === undefined || claimed === undefined) {
      throw new CryptoError('downgrade/statement', 'it is no record of a downgrade')
    }
    const at = new Date(record.submitted)
    const entry = await directory.at(claimed.authority, at)
    await directory.requireLogged(entry)
    const revocations = await directory.revocations(claimed.authority)
    const documents = manifest.parts.map(({ digest }) => digest)
    const { payload, credential } = await verifyDowngrade(parsed.data, documents, {
      entry,
      at,
      revocations,
    })
    return {
      verified: true,
      downgrade: payload,
      officer: credential.payload.name,
      redactions: parsed.data.redactions,
      marked: manifest.marks.classification === payload.to,
    }
  } catch (error) {
    if (error instanceof CryptoError || error instanceof ClientError) {
      return { verified: false, code: error.code, problem: error.message }
    }
    if (!(error instanceof TypeError)) throw error
    return { verified: false, code: 'downgrade/statement', problem: 'it is no text' }
  }
}
