import { signClientAssertion } from '#crypto/access/client-assertion.js'
import { signProof } from '#crypto/access/proof.js'
import { CLIENT_ASSERTION_TYPE } from '#server/contract/client-assertion-type.js'
import type { Clock } from '#server/domain/ports.js'
import type { SigningKey } from '#crypto/keys/key.js'

/** Sends to `url` what is proved for the public `origin`. */
export const signedIn =
  (url: string, origin: string, clock: Clock) => (officer: { readonly key: SigningKey }) => {
    const { key } = officer
    let held: Promise<string> | undefined

    async function logIn(): Promise<Response> {
      const audience = `${origin}/v1/token`
      const at = clock.now()
      return fetch(`${url}/v1/token`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          dpop: await signProof({ key, method: 'POST', url: audience, at }),
        },
        body: JSON.stringify({
          grant_type: 'client_credentials',
          client_assertion_type: CLIENT_ASSERTION_TYPE,
          client_assertion: await signClientAssertion({ key, audience, at }),
        }),
      })
    }
    const token = () =>
      (held ??= logIn()
        .then((response) => response.json())
        .then(({ access_token }: { access_token: string }) => access_token))

    async function headers(method: string, path: string): Promise<Record<string, string>> {
      const bound = { key, method, url: origin + path, at: clock.now(), token: await token() }
      return { authorization: `DPoP ${bound.token}`, dpop: await signProof(bound) }
    }

    async function send(path: string, init: RequestInit = {}): Promise<Response> {
      const own = await headers(init.method ?? 'GET', path)
      return fetch(url + path, { ...init, headers: { ...own, ...(init.headers as object) } })
    }
    return {
      logIn,
      token,
      headers,
      send,
      post: (path: string, body: unknown, method = 'POST') =>
        send(path, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
    }
  }
export type SignedIn = ReturnType<ReturnType<typeof signedIn>>
