import type { Urgency } from '#crypto/package/header.js'
import type { Marks } from '#crypto/package/manifest.js'
import type { NamedSession } from '#server/contract/session-wire.js'
import type { OpenedKeys } from '../../../core/session/import-keys.js'
import type { KeptIdentity } from '../../../keystore/indexed-db/identities.js'

type Documents = {
  readonly files: readonly File[]
  /** Names of those that are translations of others. */
  readonly translated: readonly string[]
}

/** What is sealed, as it crosses into the worker: files are handed over by reference, not copied. */
export type Outgoing = Documents & {
  readonly to: readonly string[]
  readonly template: { readonly id: string; readonly version: number }
  readonly form: Readonly<Record<string, unknown>>
  readonly urgency: Urgency
  readonly marks: Marks
  readonly notBefore?: Date
  readonly expires?: Date
  readonly case?: string
  /** The form that this one answers; it is judged by, and not sent again. */
  readonly request?: Readonly<Record<string, unknown>>
  readonly inReplyTo?: { readonly package: string; readonly header: string }
}

/** A package that is passed on, and to whom. */
export type Forwarding = {
  readonly package: string
  readonly to: string
  readonly reasons: string
  /** For colleagues, where it becomes a draft because others have to approve it. */
  readonly title: string
  readonly mustBeApproved: boolean
}

/** Fixes a draft with these documents for approval; `andSend` where nobody has to approve it. */
export type Preparing = Documents & { readonly prepare: string; readonly andSend: boolean }

/** To the worker, once: whose keys, and what to do. The keys cross as they are, not extractable. */
export type Order = {
  readonly identity: KeptIdentity
  readonly keys: OpenedKeys
  /** Of the unlocking: the worker goes on with it, and ends with it. */
  readonly unlockedFor: NamedSession
  readonly work: Work
}

export type Work =
  | { readonly seal: Outgoing }
  | { readonly deliver: string }
  | Preparing
  | { readonly sendDraft: string }
  | { readonly forward: Forwarding }

/** From the worker. Exactly one of `done`, `prepared` and `failed` comes last. */
export type Message =
  | { readonly kind: 'sealing' | 'uploading'; readonly name: string; readonly percent: number }
  | { readonly kind: 'proving' }
  /** From here on a further try delivers this one. `draft`: it is sent as that draft. */
  | { readonly kind: 'sealed'; readonly package: string; readonly draft?: string }
  | {
      readonly kind: 'done'
      readonly package: string
      readonly code: string
      readonly time: string
      readonly reasons: readonly string[]
    }
  | { readonly kind: 'prepared'; readonly draft: string; readonly package: string }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
