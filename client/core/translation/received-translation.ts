import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { CryptoError } from '#crypto/errors.js'
import type { ManifestPart } from '#crypto/package/manifest.js'
import type { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import {
  MAX_TRANSLATION_BYTES,
  TRANSLATION_MEDIA_TYPE,
} from '#crypto/translation/translation-record.js'
import { ClientError } from '../client-error.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { Session } from '../session/session.js'
import { type Certified, certifiedOf } from './certified-of.js'
import { readRecord } from './translation-record.js'

export type ReceivedTranslation =
  | {
      readonly verified: true
      readonly certified: CertifiedTranslation
      readonly translator: OfficerCredential
      readonly reviewer: Certified['reviewer']
      /** When the relay recorded the certified statement. */
      readonly at: string
      /** Which document is which: ids of parts. `original` is null where fields of the form were translated. */
      readonly pairs: readonly { readonly original: string | null; readonly translation: string }[]
    }
  /** Nothing of it is to be believed. */
  | { readonly verified: false; readonly code: string; readonly problem: string }

/** Whether a document says which others of its package are translations. */
export const isTranslationRecord = ({ mediaType, length }: ManifestPart): boolean =>
  mediaType === TRANSLATION_MEDIA_TYPE && length <= MAX_TRANSLATION_BYTES

/**
 * Verifies the translations that came with a package against their originals: who certified them, that it stood
 * when it was sent and is in the log, and that both came as they were certified, octet for octet.
 *
 * @param octets - the record, as it was opened and verified.
 */
export async function receivedTranslation(
  session: Session,
  { manifest }: Pick<ReadPackage, 'manifest'>,
  octets: Uint8Array,
): Promise<ReceivedTranslation> {
  try {
    const open = await readRecord(session, octets)
    const { statement, at, reviewer } = certifiedOf(open)
    const { payload: certified, credential } = statement
    for (const one of [open.handoff, statement]) await requireLogged(session, one)
    const pairs = certified.items.map(({ sealed, source, target }) => ({
      original: sealed === null ? null : partWith(manifest.parts, source, 'an original').part,
      translation: partWith(manifest.parts, target, 'a translation').part,
    }))
    const translator = credential.payload
    return { verified: true, certified, translator, reviewer, at, pairs }
  } catch (error) {
    if (!(error instanceof CryptoError) && !(error instanceof ClientError)) throw error
    return { verified: false, code: error.code, problem: error.message }
  }
}

/** A statement of a linguist, who may be of any authority, is in the log as those of the directory are. */
const requireLogged = (
  { directory }: Session,
  {
    statement,
    digest,
    typ,
    credential,
  }: Certified['statement'] | Awaited<ReturnType<typeof readRecord>>['handoff'],
) => directory.requireLogged({ statement, digest, typ, payload: credential.payload })

function partWith(parts: readonly ManifestPart[], digest: string, what: string): ManifestPart {
  const found = parts.find((part) => part.digest === digest)
  if (found) return found
  throw new CryptoError('translation/content', `${what} that it names did not come, or was altered`)
}
