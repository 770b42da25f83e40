import { fromUtf8 } from '../bytes/bytes.js'
import { digestOf } from '../bytes/sha256.js'
import { parseJson } from '../canonical/parse-json.js'
import type { Revocation } from '../directory/revocation.js'
import { type OfficerAct, verifyAct } from '../directory/verify-act.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { openEnvelope } from '../envelope/open-envelope.js'
import { recipientsOf } from '../envelope/recipients-of.js'
import { CryptoError } from '../errors.js'
import type { OpeningKey } from '../keys/key.js'
import { readStatement } from '../statement/read-statement.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { DraftContainer, DraftVersion, type Prepared } from './draft-version.js'

type Own = {
  /** From the vault. */
  readonly keys: readonly OpeningKey[]
  /** Every version of the authority's entry: one of them vouched for the officer. */
  readonly entries: readonly VerifiedEntry[]
  readonly revocations: readonly VerifiedStatement<Revocation>[]
}

export type OpenedDraftVersion = {
  readonly version: OfficerAct<DraftVersion>
  /** As it stands in the version; nothing of it is verified but that the version names its header. */
  readonly prepared: Prepared | null
}

const BOUNDS = { maxBytes: 4 * 1024 * 1024, maxDepth: 8 }

/**
 * Opens a version of a draft and verifies whose it is. The moment is the one that the officer declares,
 * for there is no other: a draft proves nothing to anybody outside, and what is sent is signed anew.
 *
 * @throws {@link CryptoError} `envelope/recipient` if it is sealed to none of our keys, `drafts/version` if
 *   it is no version of a draft of this authority, or comes with another package than it names;
 *   `directory/…`, `statement/…`, `envelope/…`.
 */
export async function openDraftVersion(sealed: string, own: Own): Promise<OpenedDraftVersion> {
  const kids = recipientsOf(sealed)
  const key = own.keys.find(({ kid }) => kids.includes(kid))
  if (!key) throw new CryptoError('envelope/recipient', 'the draft is sealed to none of our keys')
  const { statement, credential, prepared } = readContainer(await openEnvelope(sealed, key))
  const version = await verify(statement, credential, own)
  const { authority, prepared: named } = version.payload
  if (authority !== version.credential.payload.authority) {
    throw refused('signed by an officer of another authority')
  }
  if (named !== (prepared && (await digestOf(prepared.header)))) {
    throw refused('the version comes with another package than the one it names')
  }
  return { version, prepared }
}

function readContainer(octets: Uint8Array) {
  const container = DraftContainer.safeParse(parsed(octets))
  if (container.success) return container.data
  throw refused('not a version of a draft')
}

function parsed(octets: Uint8Array): unknown {
  try {
    return parseJson(fromUtf8(octets), BOUNDS)
  } catch {
    return undefined
  }
}

async function verify(statement: string, credential: string, { entries, revocations }: Own) {
  const { payload } = await readStatement(statement)
  const claimed = DraftVersion.safeParse(payload)
  if (!claimed.success) throw refused('not a version of a draft')
  const at = new Date(claimed.data.declared)
  const expected = { typ: 'rogatory-draft', payload: DraftVersion } as const
  let last: unknown = refused('nobody vouches for its officer')
  for (const entry of entries.toReversed()) {
    try {
      return await verifyAct(statement, expected, { credential, entry, at, revocations })
    } catch (error) {
      // An older version of the entry may hold the key that vouched then.
      last = error
      if (!(error instanceof CryptoError) || !VOUCHING.includes(error.code)) break
    }
  }
  throw last
}

const VOUCHING = ['directory/key', 'directory/credential']

const refused = (message: string) => new CryptoError('drafts/version', message)
