import type { RefusalCode } from '../contract/problems.js'

/** The relay understood and will not do it, now or on retry. Anything else thrown is a bug or an outage. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode

  constructor(code: RefusalCode, detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.code = code
  }
}
