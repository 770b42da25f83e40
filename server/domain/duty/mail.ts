/** A short text to people. It names no counterpart, no package and no content: mail travels in the clear. */
export type MailMessage = {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** The same for the same notice and target: a mailbox can tell that what comes twice is one. */
  readonly id: string
}

/** The server said no for good: another attempt is answered the same. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
  constructor() {
    super('the mail server refused it')
  }
}

export interface Mail {
  /**
   * Resolves once the mail server has taken responsibility (RFC 5321 §4.2.5).
   *
   * @throws {@link MailRefused}; anything else is an outage.
   */
  send(message: MailMessage): Promise<void>
}
