import type { Clocks, Fact, Verdict } from '#crypto/proof/fact.js'
import type { PackageState } from '#crypto/evidence/package-state.js'
import type { Urgency } from '#crypto/package/header.js'
import type { StatementType } from '#crypto/statement/types.js'

/** A verdict with what its reader wants to see beside it, in no language yet. */
export type Report = {
  readonly verdict: Verdict
  /** The file that was verified. */
  readonly bundle: { readonly digest: string; readonly octets: number }
  /** As the header says; undefined if it cannot be read. */
  readonly package: ReportedPackage | undefined
  /** Events with at least one clock, in the order of the facts. */
  readonly moments: readonly Moment[]
  /** From each signature that holds to a root. */
  readonly chains: readonly KeyChain[]
  readonly log: ReportedLog | undefined
  /** Every statement of the bundle, in its order. */
  readonly statements: readonly { readonly type: StatementType; readonly digest: string }[]
  /** What the verification rests on. */
  readonly roots: readonly ReportedRoot[]
}

export type Party = {
  readonly authority: string
  /** By language tag; only of a party that is identified. */
  readonly names: Readonly<Record<string, string>>
}

export type ReportedPackage = {
  readonly id: string
  readonly case: string
  readonly urgency: Urgency
  readonly parts: number
  readonly sender: Party
  readonly relay: Party | undefined
  readonly recipients: readonly (Party & { readonly state: PackageState | undefined })[]
}

export type Moment = {
  readonly fact: Fact
  readonly recipient: string | undefined
  readonly clocks: Clocks
}

export type KeyChain = {
  /** What was signed: the fact that shows it. */
  readonly act: Fact
  readonly authority: string
  /** Absent where the party itself signed: the relay. */
  readonly officer:
    { readonly name: string; readonly id: string; readonly credential: string } | undefined
  readonly key: string | undefined
  readonly entry: { readonly digest: string; readonly version: string }
  readonly certificate: {
    readonly subject: string
    readonly fingerprint: string
    readonly status: 'good' | 'unknown'
  }
  readonly root: { readonly subject: string; readonly fingerprint: string }
}

export type ReportedLog = {
  readonly origin: string
  readonly size: string
  /** SHA-256 over the checkpoint's octets: what the time-stamps are over. */
  readonly checkpoint: string
  /** The time-stamp that attests it, if one does. */
  readonly stamp: ReportedStamp | undefined
}

export type ReportedStamp = {
  readonly authority: string
  readonly serial: string
  readonly at: string
  /** Of the relay's own authority, or good only by a renewal of it: the operator's own clock. */
  readonly isOperators: boolean
}

export type ReportedRoot = {
  readonly subject: string
  readonly fingerprint: string
  readonly isFor: 'identities' | 'time-stamps'
}
