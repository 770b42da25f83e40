/** A time-stamping authority, as it is asked and answers (RFC 3161). */
export type TimestampResponder = {
  /** Names it in the store and in the log of the operator: `built-in`, or the host it is asked at. */
  readonly name: string
  /**
   * The answer to a request, both in DER. Nothing of it is verified. Rejects when the authority does not
   * answer, with a `code` that says why.
   */
  readonly respond: (request: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
}
