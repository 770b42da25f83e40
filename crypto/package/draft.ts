import type { VerifiedEntry } from '../directory/verify-entry.js'
import type { SigningKey } from '../keys/key.js'
import type { Header } from './header.js'
import type { Manifest, ManifestPart } from './manifest.js'

/** What the sender decides about a package. */
export type Draft = Pick<
  Manifest,
  'package' | 'case' | 'template' | 'form' | 'inReplyTo' | 'marks'
> &
  Pick<Header, 'urgency'> & {
    readonly notBefore: Date | null
    readonly expires: Date | null
  }

/** A part that is encrypted already: what it was, and the length and digest of its ciphertext. */
export type DraftPart = {
  readonly manifest: Omit<ManifestPart, 'salt'>
  readonly sealed: { readonly length: number; readonly digest: string }
}

/** All that sealing takes. */
export type SealInput = {
  readonly draft: Draft
  readonly sender: { readonly entry: VerifiedEntry }
  readonly recipients: readonly { readonly entry: VerifiedEntry }[]
  readonly parts: readonly DraftPart[]
  /** The drafting officer's own key. */
  readonly key: SigningKey
  /** The sender's clock. */
  readonly at: Date
}
