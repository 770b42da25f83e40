import { signClientAssertion } from '#crypto/access/client-assertion.js'
import { signProof } from '#crypto/access/proof.js'
import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { CLIENT_ASSERTION_TYPE } from '#server/contract/client-assertion-type.js'
import type { NamedSession } from '#server/contract/session-wire.js'
import { endpoints } from '#server/contract/endpoints.js'
import type { AccessSession } from '../core/session/access-session.js'
import { RelayProblem } from '../core/relay-problem.js'
import { checkedAnswer } from './checked-answer.js'
import { exchangeJson } from './exchange.js'
import type { Line } from './line.js'

/** A token is renewed this long before it ends, so that no request meets its last second. */
const RENEW_BEFORE_MS = 30_000

export type Access = {
  /** The token, logging in for one when there is none that lasts. */
  readonly token: () => Promise<string>
  /** A DPoP proof for one request with that token. It is good once. */
  readonly proof: (method: string, url: string, token: string) => Promise<string>
  /** Headers of one request: token and proof. */
  readonly headers: (method: string, url: string) => Promise<Record<string, string>>
  /** Drops the token, as after "token-expired". */
  readonly forget: () => void
}

/**
 * An officer's access to a relay: logs in by client assertion (RFC 7523) when needed and proves
 * possession of the same key with every request (DPoP, RFC 9449).
 *
 * @param session - whose tokens these are; without one, each token is a session of its own.
 */
export function access(
  origin: string,
  key: SigningKey,
  now: () => Date,
  {
    line,
    session,
  }: { readonly line?: Line | undefined; readonly session?: AccessSession | undefined } = {},
): Access {
  type Login = { readonly token: string; readonly until: number }
  let current: { readonly login: Promise<Login>; until: number } | undefined

  let hasBegun = false

  async function logIn(): Promise<Login> {
    if (session === undefined) return logInTo(undefined)
    const named = await session.named()
    const login = await begin(named, session).catch(async (error: unknown) => {
      if (!(error instanceof RelayProblem) || !mayGoOn(error.code, session)) throw error
      if (session.next === undefined) throw error
      return begin(await session.next(named), session)
    })
    hasBegun = true
    return login
  }

  /** A security key is touched where the relay demands it, which it does not of whoever goes on with a session. */
  const begin = (named: NamedSession, by: AccessSession): Promise<Login> =>
    logInTo(named).catch(async (error: unknown) => {
      if (!(error instanceof RelayProblem) || error.code !== 'security-key-required') throw error
      if (by.touch === undefined || error.securityKeys.length === 0) throw error
      return logInTo(named, await by.touch(named, error.securityKeys))
    })

  /** One that somebody has ended while it was in use stays ended. */
  const mayGoOn = (code: string, { goesOn }: AccessSession): boolean =>
    code === 'session-expired' ? goesOn || !hasBegun : code === 'session-ended' && !hasBegun

  async function logInTo(
    session: NamedSession | undefined,
    touched?: SecurityKeyAssertion,
  ): Promise<Login> {
    const url = origin + endpoints.issueToken.path
    const init: RequestInit = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        dpop: await signProof({ key, method: 'POST', url, at: now() }),
      },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_assertion_type: CLIENT_ASSERTION_TYPE,
        client_assertion: await signClientAssertion({ key, audience: url, at: now() }),
        ...(session === undefined ? {} : { session }),
        ...(touched === undefined ? {} : { security_key: touched }),
      }),
    }
    const body: unknown = await exchangeJson(url, init, line)
    const reply = checkedAnswer('issueToken', body)
    return { token: reply.access_token, until: now().getTime() + reply.expires_in * 1000 }
  }

  async function token(): Promise<string> {
    if (current === undefined || current.until - now().getTime() <= RENEW_BEFORE_MS) {
      // Whoever comes while it is under way shares it; how long it lasts shows when it is done.
      const begun = { login: logIn(), until: Infinity }
      current = begun
      begun.login.then(
        ({ until }) => (begun.until = until),
        () => {
          if (current === begun) current = undefined
        },
      )
    }
    return (await current.login).token
  }

  const proof = (method: string, url: string, bound: string) =>
    signProof({ key, method, url, at: now(), token: bound })

  return {
    token,
    proof,
    async headers(method, url) {
      const bound = await token()
      return { authorization: `DPoP ${bound}`, dpop: await proof(method, url, bound) }
    },
    forget() {
      // One that is under way is fresh already.
      if (current?.until !== Infinity) current = undefined
    },
  }
}
