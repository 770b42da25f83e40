import type { PackageId } from '#crypto/fields/fields.js'

/** A deletion that is decided: which package, by which rule, and why now. */
export type Deletion = {
  /** Digest of the header. */
  readonly header: string
  readonly package: PackageId
  /** Digest of the schedule. */
  readonly rule: string
  /** Class, days and the day from which they count, for whoever reads the certificate. */
  readonly text: string
}

/** Deletions between the decision and the certificate: empty but for moments. */
export interface DeletionStore {
  /** Notes the intention of one process; false where another has begun already. Durable on return. */
  intend(deletion: Deletion, process: string): Promise<boolean>
  /** Begins what this process intends; false if that was withdrawn. Once begun it will be completed. */
  begin(header: string, process: string): Promise<boolean>
  /** Withdraws every intention that is not begun: whoever intended it looks at the holds again. */
  withdrawIntended(): Promise<void>
  /** What is begun and not certified. */
  begun(): Promise<readonly Deletion[]>
  /** Certified: nothing is to be repaired any more. */
  done(header: string): Promise<void>
}
