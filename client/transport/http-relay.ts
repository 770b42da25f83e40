import type { SigningKey } from '#crypto/keys/key.js'
import { endpoints } from '#server/contract/endpoints.js'
import { ClientError } from '../core/client-error.js'
import type { AccessSession } from '../core/session/access-session.js'
import type { Relay } from '../core/ports.js'
import { access } from './access.js'
import { addressOf } from './address.js'
import { checkedAnswer } from './checked-answer.js'
import { download } from './download.js'
import { exchange, exchangeJson } from './exchange.js'
import type { Line } from './line.js'
import { retry } from './retry.js'
import { withAccess } from './with-access.js'

/**
 * A relay over HTTPS and WebSocket.
 *
 * @param key - The officer's signing key; without one only the public operations answer.
 * @param line - undefined: by the platform's own means.
 * @param session - that tokens are asked for in; undefined: each is a session of its own.
 */
export function httpRelay(
  origin: string,
  key: SigningKey | undefined,
  now: () => Date,
  line?: Line,
  session?: AccessSession,
): Relay {
  const officer = key === undefined ? undefined : access(origin, key, now, { line, session })

  return {
    call: (name, input = {}) =>
      retry(async () => {
        const { method, path, access: who } = endpoints[name]
        const url = addressOf(origin, path, input.params, input.query)
        const body: unknown = await withAccess(
          who === 'officer' ? required(officer) : undefined,
          method.toUpperCase(),
          url,
          (headers) =>
            exchangeJson(
              url,
              {
                method: method.toUpperCase(),
                headers: {
                  accept: 'application/json',
                  ...headers,
                  ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
                },
                ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
              },
              line,
            ),
        )
        return checkedAnswer(name, body)
      }),

    download(name, { params }) {
      const { path, access: who } = endpoints[name]
      const url = addressOf(origin, path, params, undefined)
      return download(url, (wanted) =>
        withAccess(who === 'officer' ? required(officer) : undefined, 'GET', url, (headers) =>
          exchange(url, { headers: { ...headers, ...wanted } }, line),
        ),
      )
    },

    // Most commands neither upload nor listen; what does takes as long to load as all the rest.
    async upload(part, onProgress) {
      const { uploadPart } = await import('./upload.js')
      return uploadPart(origin, required(officer), part, onProgress, line)
    },
    async listen(position, listener) {
      const { listenToSocket } = await import('./listen.js')
      return listenToSocket(origin, required(officer), position, listener, line)
    },
  }
}

function required<T>(officer: T | undefined): T {
  if (officer !== undefined) return officer
  throw new ClientError(
    'credential-missing',
    'this needs an officer’s key',
    'Name a keystore, or create one with: rogatory keys create',
  )
}
