import { toBase64Url, toUtf8 } from '../bytes/bytes.js'
import { digestOf } from '../bytes/sha256.js'
import { entrySealingKey } from '../directory/entry-key.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { sealEnvelope } from '../envelope/seal-envelope.js'
import { checkPart } from './check-part.js'
import { commitManifest } from './commit-manifest.js'
import { commitPart } from './commit-part.js'
import type { SealInput } from './draft.js'
import type { Header } from './header.js'
import type { Manifest } from './manifest.js'
import { signHeader, signManifest } from './sign-statements.js'

export type SealedPackage = {
  /** Statement, for the relay and everybody after it. */
  readonly header: string
  /** Statement, for the sender's own files; the recipients find it in the envelope. */
  readonly manifest: string
  readonly envelope: string
}

/**
 * Seals a package: signs the manifest, encrypts it to every recipient and to the sender's own
 * authority, commits the header to all of it and signs that. Parts were encrypted before.
 *
 * @throws {@link CryptoError} `package/manifest`, `package/header` if the draft makes none (no or doubled
 *   recipients, the sender among them, an expiry in the past, …); `package/part` if a ciphertext has not
 *   its plaintext's length; `directory/key` if an entry has no `envelopes` key in force.
 *
 * @example
 * ```ts
 * const { header, envelope } = await sealPackage({ draft, sender, recipients, parts, key, at: new Date() })
 * ```
 */
export async function sealPackage(input: SealInput): Promise<SealedPackage> {
  const { sender, recipients, parts, key, at } = input
  for (const part of parts) checkPart(part.manifest, { ...part.sealed, part: part.manifest.part })
  const keyOf = ({ entry }: { entry: VerifiedEntry }) => entrySealingKey(entry, at)
  const keys = await Promise.all(recipients.map(keyOf))

  const kids = keys.map(({ kid }) => kid)
  const claims = manifestOf(input, kids)
  const manifest = await signManifest(claims, key)
  const sealed = await sealEnvelope(toUtf8(manifest), [...keys, await keyOf(sender)])
  const header = await signHeader(
    headerOf(input, {
      envelope: { length: toUtf8(sealed).length, digest: await digestOf(sealed) },
      manifest: await commitManifest(claims.salt, await digestOf(manifest)),
      parts: await Promise.all(claims.parts.map(commitPart)),
    }),
    key,
  )
  return { header, manifest, envelope: sealed }
}

function manifestOf(input: SealInput, kids: readonly string[]): Manifest {
  const { draft, sender, recipients, parts, at } = input
  return {
    package: draft.package,
    case: draft.case,
    sender: sender.entry.payload.authority,
    recipients: recipients.map(({ entry }, i) => ({ ...named(entry), kid: kids[i] ?? '' })),
    template: draft.template,
    form: draft.form,
    inReplyTo: draft.inReplyTo,
    marks: draft.marks,
    salt: newSalt(),
    created: at.toISOString(),
    parts: parts.map(({ manifest }) => ({ ...manifest, salt: newSalt() })),
  }
}

const newSalt = () => toBase64Url(crypto.getRandomValues(new Uint8Array(32)))

type Commitments = Pick<Header, 'envelope' | 'manifest'> & { readonly parts: readonly string[] }

function headerOf(input: SealInput, commitments: Commitments): Header {
  const { draft, sender, recipients, parts, at } = input
  return {
    package: draft.package,
    case: draft.case,
    sender: sender.entry.payload.authority,
    senderEntry: sender.entry.digest,
    recipients: recipients.map(({ entry }) => named(entry)),
    urgency: draft.urgency,
    created: at.toISOString(),
    notBefore: draft.notBefore?.toISOString() ?? null,
    expires: draft.expires?.toISOString() ?? null,
    envelope: commitments.envelope,
    parts: parts.map(({ manifest: { part }, sealed }, i) => ({
      part,
      ...sealed,
      commitment: commitments.parts[i] ?? '',
    })),
    manifest: commitments.manifest,
  }
}

const named = ({ payload, digest }: VerifiedEntry) => ({
  authority: payload.authority,
  entry: digest,
})
