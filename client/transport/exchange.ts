import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { Problem } from '#server/contract/problems.js'
import { ClientError } from '../core/client-error.js'
import { gatherOctets } from '../core/packages/gather-octets.js'
import { RelayProblem } from '../core/relay-problem.js'
import type { Line } from './line.js'
import { unreachable } from './unreachable.js'

/** A page of 200 packages with all their evidence stays well below. */
const ANSWER = { maxBytes: 64 * 1024 * 1024, maxDepth: 16 }
/** From the first octet sent to the last one answered, where both fit into memory. */
const PATIENCE_MS = 60_000

/**
 * One HTTP exchange: a good answer, or an error that says whose fault it is. The body is still to be read.
 *
 * @param line - undefined: by the platform's own means.
 * @throws {@link RelayProblem}; {@link ClientError} `relay-unreachable`, `certificate-refused`, `relay-answer`
 *   if it leads elsewhere.
 */
export async function exchange(url: string, init: RequestInit, line?: Line): Promise<Response> {
  const by = line?.fetch ?? fetch
  const response = await reached(url, by(url, { ...init, redirect: 'manual' }))
  if (isRedirect(response)) throw await elsewhere(url, response)
  if (response.ok || isAnswer(response)) return response
  throw await problemOf(url, response)
}

/**
 * One exchange whose answer is JSON, bounded and with one meaning.
 *
 * @throws {@link RelayProblem}; {@link ClientError} `relay-unreachable` also if the answer breaks off
 *   or takes more than a minute, `relay-answer` if it is no JSON.
 */
export async function exchangeJson(url: string, init: RequestInit, line?: Line): Promise<unknown> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  return readJson(url, await exchange(url, { ...init, signal }, line))
}

/** A browser shows no more of one than its type. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400)

/** Tokens, proofs and sealed parts go to the address that the profile names and to no other. */
async function elsewhere(url: string, { body }: Response): Promise<ClientError> {
  await body?.cancel()
  return new ClientError(
    'relay-answer',
    `${new URL(url).origin} leads to another address, which is not followed`,
    'Check the address of the relay with its operator.',
  )
}

/** A signed rejection (evidence A.2) has an error's status and an answer's body. */
const isAnswer = ({ status, headers }: Response): boolean =>
  status === 422 && /^application\/json\b/.test(headers.get('content-type') ?? '')

async function readJson(url: string, { body }: Response): Promise<unknown> {
  const octets = await octetsOf(url, body)
  try {
    return parseJson(fromUtf8(octets), ANSWER)
  } catch (cause) {
    throw new ClientError(
      'relay-answer',
      `what ${new URL(url).origin} answers is not what a relay answers`,
      'Check the address of the relay.',
      { cause },
    )
  }
}

async function octetsOf(url: string, body: ReadableStream<Uint8Array> | null) {
  if (body === null) return new Uint8Array()
  try {
    return await gatherOctets(body, ANSWER.maxBytes)
  } catch (error) {
    throw error instanceof ClientError ? error : unreachable(url, error)
  }
}

async function problemOf(url: string, response: Response): Promise<RelayProblem> {
  const { status, headers } = response
  const body = await readJson(url, response).catch(() => undefined)
  const problem = Problem.safeParse(body)
  return new RelayProblem(
    problem.success && problem.data.status === status
      ? problem.data
      : { type: 'about:blank', title: `the relay answers with HTTP status ${status}`, status },
    secondsOf(headers.get('retry-after')),
  )
}

/** RFC 9110 §10.2.3: seconds, or a date. */
export function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined
  const seconds = /^\d{1,6}$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}

async function reached<T>(url: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw error instanceof ClientError ? error : unreachable(url, error)
  }
}
