/**
 * The address of a service, which may carry a password.
 *
 * `shown` is safe to log; `reveal()` is for the driver only. A logger that serialises the whole
 * configuration skips functions, so it can only ever print `shown`.
 */
export interface Address {
  readonly shown: string
  reveal(): string
}

/** Wraps an address, keeping scheme, host and path for the logs. */
export function address(text: string): Address {
  return Object.freeze({ shown: withoutSecrets(text), reveal: () => text })
}

/**
 * A password may hold any character, unescaped by mistake, so everything before the last at-sign goes;
 * options can carry secrets as well (`tlsCertificateKeyFilePassword`).
 */
function withoutSecrets(text: string): string {
  return text.replace(/\/\/.*@/s, '//***@').replace(/\?.*$/s, '?…')
}
