import type { RefusalCode } from '../contract/problems.js'

/** The relay understood and will not do it, now or on retry. Anything else thrown is a bug or an outage. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  /** Credentials of WebAuthn, any of which would have done. */
  readonly securityKeys: readonly string[] | undefined

  constructor(
    code: RefusalCode,
    detail: string,
    { securityKeys, ...options }: ErrorOptions & Partial<Pick<Refusal, 'securityKeys'>> = {},
  ) {
    super(detail, options)
    this.code = code
    this.securityKeys = securityKeys
  }
}
