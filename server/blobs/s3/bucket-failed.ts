/**
 * The bucket could not be asked, or answered what it should not: an outage for whoever waits, and for the
 * operator a code that says which. Nothing of the answer's text is kept.
 */
export class BucketFailed extends Error {
  override readonly name = 'BucketFailed'
  /** `s3-silent`, `s3-range`, `s3-versioned` (what was deleted is still there), or `s3-` and the status. */
  readonly code: string
  constructor(what: string) {
    super('the bucket did not do what it was asked for')
    this.code = `s3-${what}`
  }
}
