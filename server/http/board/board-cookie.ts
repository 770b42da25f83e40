import type { IncomingMessage } from 'node:http'

const NAME = '__Host-rogatory-board'
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Strict'
/** 256 bits in base64url. */
const SESSION = /^[A-Za-z0-9_-]{43}$/

/**
 * The cookie of a board's session: for this host alone, which its name demands of the browser (RFC 6265bis §4.1.3.2), out of reach of
 * scripts, and brought along by none but the board's own pages. Browsers take it over HTTPS, and Chromium and Firefox from a
 * loopback address as well.
 */
export const boardCookie = {
  /** The session that a request brings along. */
  in({ headers }: IncomingMessage): string | undefined {
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
    const [value = '', ...others] = pairs
      .filter((pair) => pair.startsWith(`${NAME}=`))
      .map((pair) => pair.slice(NAME.length + 1))
    // Two of one name: one of them is not ours, and nobody can tell which.
    return others.length === 0 && SESSION.test(value) ? value : undefined
  },
  /** The header that gives a session to the browser. */
  given: (session: string): string => `${NAME}=${session}; ${ATTRIBUTES}`,
  /** The header that takes it away. */
  taken: (): string => `${NAME}=; ${ATTRIBUTES}; Max-Age=0`,
}
