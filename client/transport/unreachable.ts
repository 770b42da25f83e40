import { ClientError } from '../core/client-error.js'

/**
 * Why there was no answer, as far as TLS says. Browsers tell nobody; there it is always the network.
 *
 * @param cause - What fetch has thrown.
 */
export function unreachable(url: string, cause: unknown): ClientError {
  const { origin } = new URL(url)
  const code = codeOf(cause)
  if (ALERT.test(code)) {
    return new ClientError(
      'certificate-refused',
      `${origin} demands a TLS certificate, and ${code.endsWith('_REQUIRED') ? 'none was shown' : 'refuses the one shown'}`,
      'Name one that it accepts: --tls-certificate and --tls-key, or tls in profile.json.',
      { cause },
    )
  }
  if (UNTRUSTED.test(code)) {
    return new ClientError(
      'relay-unreachable',
      `the TLS certificate of ${origin} is not good (${code})`,
      'Check the address. If its operator has an authority of its own, name it: --tls-authorities, or tls in profile.json.',
      { cause },
    )
  }
  if (code === 'UND_ERR_SOCKET' && url.startsWith('https:')) {
    // Node's fetch keeps the alert to itself.
    return new ClientError(
      'relay-unreachable',
      `${origin} hangs up before it answers`,
      'Try again: nothing is lost. If it goes on, it may demand a TLS certificate: --tls-certificate and --tls-key, or tls in profile.json.',
      { cause },
    )
  }
  return new ClientError(
    'relay-unreachable',
    `no answer from ${origin}`,
    'Check the network and the address of the relay, then try again: nothing is lost.',
    { cause },
  )
}

/** What OpenSSL calls the alerts that are about our certificate (RFC 8446, 6.2). */
const ALERT = /^ERR_SSL_.*ALERT_(CERTIFICATE_|BAD_CERTIFICATE|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE)/
const UNTRUSTED =
  /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|ERR_TLS_CERT_|INVALID_CA|INVALID_PURPOSE)/

/** Of the innermost cause: fetch wraps what the socket says. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error.cause !== undefined) return codeOf(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
