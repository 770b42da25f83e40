import { DefaultHttpStack, type DetailedError, Upload } from 'tus-js-client'
import { Problem } from '#server/contract/problems.js'
import { UPLOADS_PATH } from '#server/contract/endpoints.js'
import { ClientError } from '../core/client-error.js'
import type { SealedBody, UploadedPart } from '../core/ports.js'
import { RelayProblem } from '../core/relay-problem.js'
import type { Access } from './access.js'
import { askedPatience } from './asked-patience.js'
import { secondsOf } from './exchange.js'
import { beginUpload, requireOwn } from './begin-upload.js'
import type { Line } from './line.js'
import { delayBefore } from './retry.js'

/** One PATCH carries so much, with one proof and one token. */
const PIECE_BYTES = 64 * 1024 * 1024
/** So long nothing may move: a line can be dead without anybody being told. */
const STALLED_MS = 120_000
const RETRY_DELAYS_MS = [200, 1_000, 3_000, 5_000, 10_000]
/** A relay that asks for more patience than this is told of instead of waited for. */
const LONGEST_PATIENCE_S = 30
/** 401: the token had ended. 409, 423: the upload stands elsewhere, or an earlier line still holds it. */
const PASSING = [0, 401, 409, 423, 429]

/**
 * Uploads one sealed part by tus 1.0. Where the relay stands is asked before anything is sent, so
 * neither a broken line nor a second run sends again what has arrived.
 *
 * @throws {@link RelayProblem}, {@link ClientError} `relay-unreachable`, `file-unreadable`
 */
export async function uploadPart(
  origin: string,
  access: Access,
  part: UploadedPart,
  onProgress?: (sent: number) => void,
  line?: Line,
): Promise<void> {
  const uploadUrl = await beginUpload(origin, access, part, line)
  let watch: NodeJS.Timeout | undefined
  /** What the relay asked for when it refused last. */
  let asked: number | undefined
  const uploaded = new Promise<void>((resolve, reject) => {
    const moving = (): void => {
      clearTimeout(watch)
      watch = setTimeout(() => giveUp(brokenOff('nothing moves')), STALLED_MS)
    }
    const upload = new Upload(part.body as unknown as Blob, {
      // Where an upload is given up meanwhile, tus begins it again.
      endpoint: origin + UPLOADS_PATH,
      ...(line && { httpStack: new DefaultHttpStack({ agent: line.agent }) }),
      metadata: { package: part.package, part: part.part, digest: part.digest },
      uploadUrl,
      uploadSize: part.body.length,
      chunkSize: PIECE_BYTES,
      retryDelays: RETRY_DELAYS_MS,
      storeFingerprintForResuming: false,
      fileReader: {
        openFile: (body: SealedBody) =>
          Promise.resolve(pieces(body, (cause) => giveUp(unreadable(cause)))),
      },
      async onBeforeRequest(request) {
        requireOwn(origin, request.getURL())
        if (asked !== undefined) await sleep(patience(asked))
        asked = undefined
        const headers = await access.headers(request.getMethod(), request.getURL())
        for (const [name, value] of Object.entries(headers)) request.setHeader(name, value)
        moving()
      },
      onShouldRetry: (error) => {
        if (isOurs(error.causingError)) {
          asked = askedPatience(error.causingError) / 1000
          return delayBefore(error.causingError, 1) !== undefined
        }
        const status = error.originalResponse?.getStatus() ?? 0
        if (status === 401) access.forget()
        asked = secondsOf(error.originalResponse?.getHeader('Retry-After') ?? null)
        if (asked !== undefined && asked > LONGEST_PATIENCE_S) return false
        return PASSING.includes(status) || status >= 500
      },
      onProgress(sent) {
        moving()
        onProgress?.(sent)
      },
      onSuccess: () => resolve(),
      onError: (error) => reject(uploadError(error)),
    })
    function giveUp(error: ClientError): void {
      reject(error)
      void upload.abort()
    }
    upload.start()
  })
  return uploaded.finally(() => clearTimeout(watch))
}

/** Milliseconds; with jitter, so that clients refused together do not come back together. */
const patience = (seconds: number): number => seconds * 1000 * (1 + Math.random() / 4)
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const pieces = (body: SealedBody, onFailure: (error: unknown) => void) => ({
  size: body.length,
  slice: (start: number, end: number) => {
    const until = Math.min(end, body.length)
    const value = body.slice(start, until, onFailure)
    return Promise.resolve({ value: sized(value, until - start), done: until === body.length })
  },
  close: () => undefined,
})

/** tus-js-client reads a piece's size from the value itself; a Blob has its own. */
const sized = (value: unknown, size: number) =>
  value instanceof Blob ? value : Object.assign(value as object, { size })

function uploadError(error: Error | DetailedError): Error {
  if (error instanceof ClientError || error instanceof RelayProblem) return error
  if ('causingError' in error && isOurs(error.causingError)) return error.causingError
  const response = 'originalResponse' in error ? error.originalResponse : null
  const problem = Problem.safeParse(parsed(response?.getBody()))
  if (problem.success) return new RelayProblem(problem.data)
  return brokenOff(error)
}

const brokenOff = (cause: unknown) =>
  new ClientError(
    'relay-unreachable',
    'the upload of a part broke off',
    'Run the same command again: what has arrived is not sent twice.',
    { cause },
  )

/** A log-in that was refused on the way, for one. */
const isOurs = (error: unknown): error is ClientError | RelayProblem =>
  error instanceof ClientError || error instanceof RelayProblem

function parsed(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '')
  } catch {
    return undefined
  }
}

const unreadable = (cause: unknown) =>
  new ClientError(
    'file-unreadable',
    'a sealed part cannot be read any more',
    'Check the disk; then send the request again.',
    { cause },
  )
