/** What is wrong with the log as it is stored, as a closed set. */
export type LogFaultCode =
  | 'log/checkpoint-missing'
  | 'log/checkpoint-unreadable'
  | 'log/forked'
  | 'log/leaf-missing'
  | 'log/leaf-rewritten'
  | 'log/tile-missing'
  | 'log/tile-rewritten'
  | 'log/root-mismatch'
  | 'log/shorter'

/**
 * What is stored is not the log that was signed. Nothing may be signed any more before a person has
 * looked: retrying would only publish the damage. Unlike an outage, this never passes by itself.
 */
export class LogFault extends Error {
  override readonly name = 'LogFault'
  readonly code: LogFaultCode

  constructor(code: LogFaultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
