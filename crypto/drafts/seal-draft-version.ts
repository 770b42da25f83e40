import { toUtf8 } from '../bytes/bytes.js'
import { canonicalize } from '../canonical/canonicalize.js'
import { entrySealingKey } from '../directory/entry-key.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { sealEnvelope } from '../envelope/seal-envelope.js'
import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { DraftContainer, DraftVersion, type Prepared } from './draft-version.js'

type By = {
  readonly key: SigningKey
  /** Statement: the officer's own. */
  readonly credential: string
  /** The officer's authority's, in force at `at`. */
  readonly entry: VerifiedEntry
  readonly at: Date
}

/**
 * Signs a version of a draft and seals it to the authority's own `envelopes` key: whoever opens its mail
 * opens its drafts, newcomers too, and nobody who has left opens a new one once that key is replaced.
 *
 * @param prepared - the package whose header the version names, or null.
 * @returns The sealed version, as the relay keeps it.
 * @throws {@link CryptoError} `drafts/version` if it is none; `directory/key` if the entry has no
 *   `envelopes` key in force; `envelope/malformed` beyond 4 MiB.
 */
export async function sealDraftVersion(
  version: DraftVersion,
  prepared: Prepared | null,
  { key, credential, entry, at }: By,
): Promise<string> {
  const payload = checked(DraftVersion, version, 'drafts/version')
  const container = checked(
    DraftContainer,
    {
      format: 'rogatory-draft',
      version: 1,
      statement: await signStatement({ typ: 'rogatory-draft', payload, key }),
      credential,
      prepared,
    },
    'drafts/version',
  )
  return sealEnvelope(toUtf8(canonicalize(container)), [await entrySealingKey(entry, at)])
}
