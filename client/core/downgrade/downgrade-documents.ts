import { z } from 'zod'
import { toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import type { Downgrade } from '#crypto/downgrade/downgrade.js'
import type { DowngradeRecord } from '#crypto/downgrade/downgrade-record.js'
import { RedactionReason, type Redactions } from '#crypto/downgrade/redactions.js'
import { signDowngrade } from '#crypto/downgrade/sign-downgrade.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import { text, plainText } from '#crypto/fields/fields.js'
import { commitManifest } from '#crypto/package/commit-manifest.js'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { ClientError } from '../client-error.js'
import { documentOf } from '../drafting/document-of.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { DocumentSource } from '../ports.js'
import type { Session } from '../session/session.js'

/** What was taken out, as whoever did it lists it: of which released document, where, why, and what. */
export const RedactionList = z
  .array(
    z.strictObject({
      document: z.string().min(1).max(200),
      place: z.string().transform(plainText).pipe(text(200)),
      reason: RedactionReason,
      /** The text that stood there. Only a commitment to it leaves this machine. */
      removed: z.string().max(1_000_000).nullable().default(null),
    }),
  )
  .max(1000)
export type RedactionList = z.output<typeof RedactionList>

export type WantedDowngrade = Pick<Downgrade, 'by' | 'basis' | 'decided' | 'from' | 'to'> & {
  readonly documents: readonly {
    /** A file; or name and SHA-256 of a document of `of`, as its manifest has them: nothing of it is read then. */
    readonly original: DocumentSource | Pick<ManifestPart, 'name' | 'digest'>
    readonly released: DocumentSource
  }[]
  readonly redactions: RedactionList
  /** The package that holds the originals, where there is one. */
  readonly of?: Pick<ReadPackage, 'manifest' | 'record'>
}

export type MadeDowngrade = {
  /** To be sent with the released documents. */
  readonly record: DowngradeRecord
  /**
   * What shows which originals they were, sealed to the own authority: salts and digests. To be kept with
   * the originals, and shown to whoever may see those.
   */
  readonly sealed: string
}

/**
 * Releases versions of classified documents for official use. The originals are read to be committed to,
 * and stay where they are: neither they nor their digests are in what is to be sent.
 *
 * @throws ClientError `draft-invalid` where redactions are of no released document, or nothing was changed.
 */
export async function downgradeDocuments(
  session: Session,
  wanted: WantedDowngrade,
): Promise<MadeDowngrade> {
  const { officer, directory, platform } = session
  const digester = (length: number) => platform.digester(length)
  const pairs = []
  for (const { original, released } of wanted.documents) {
    const was = 'digest' in original ? original : await documentOf(original, digester)
    const is = await documentOf(released, digester)
    if (was.digest === is.digest) throw unchanged(released.name)
    pairs.push({ was, is, salt: newSalt() })
  }
  const list = await committed(wanted.redactions)
  const redactions = redactionsOf(
    list,
    pairs.map(({ is }) => is),
  )
  const now = platform.now()
  const downgrade = await signDowngrade(
    {
      by: plainText(wanted.by),
      basis: plainText(wanted.basis),
      decided: wanted.decided,
      from: plainText(wanted.from),
      to: plainText(wanted.to),
      authority: officer.authority,
      original: wanted.of
        ? { package: wanted.of.manifest.package, header: wanted.of.record.header.digest }
        : null,
      documents: await Promise.all(
        pairs.map(async ({ was, is, salt }) => ({
          original: await commitManifest(salt, was.digest),
          released: is.digest,
        })),
      ),
      declared: now.toISOString(),
    },
    redactions,
    officer.signingKey,
  )
  const kept = {
    format: 'rogatory-downgrade-originals',
    version: 1,
    downgrade: await digestOf(downgrade),
    documents: pairs.map(({ was, is, salt }) => ({
      name: was.name,
      original: was.digest,
      released: is.digest,
      salt,
    })),
    redactions: list.map(({ document, place, salt, removed }) => ({
      document,
      place,
      salt,
      removed,
    })),
  }
  const key = await entrySealingKey(await directory.current(officer.authority), now)
  return {
    record: {
      format: 'rogatory-downgrade',
      version: 1,
      downgrade,
      redactions,
      credential: officer.credential.statement,
    },
    sealed: await sealEnvelope(toUtf8(canonicalize(kept)), [key]),
  }
}

const newSalt = () => toBase64Url(crypto.getRandomValues(new Uint8Array(32)))

type Committed = RedactionList[number] & {
  readonly salt: string | null
  readonly commitment: string | null
}

const committed = (list: RedactionList): Promise<readonly Committed[]> =>
  Promise.all(
    list.map(async (one) => {
      if (one.removed === null) return { ...one, salt: null, commitment: null }
      const salt = newSalt()
      return { ...one, salt, commitment: await commitManifest(salt, await digestOf(one.removed)) }
    }),
  )

function redactionsOf(
  list: readonly Committed[],
  released: readonly { readonly name: string; readonly digest: string }[],
): Redactions {
  const strange = list.find(({ document }) => !released.some(({ name }) => name === document))
  if (strange !== undefined) {
    throw new ClientError(
      'draft-invalid',
      'a redaction is of a document that is not released',
      `Name one of: ${released.map(({ name }) => name).join(', ')}`,
    )
  }
  return {
    format: 'rogatory-redactions',
    version: 1,
    documents: released.map(({ name, digest }) => ({
      released: digest,
      redactions: list
        .filter(({ document }) => document === name)
        .map(({ place, reason, commitment }) => ({ place, reason, removed: commitment })),
    })),
  }
}

const unchanged = (name: string) =>
  new ClientError(
    'draft-invalid',
    `${name} is the original, octet for octet: nothing was released from it`,
    'Name the version that may be released, and the original, in the same order.',
  )
