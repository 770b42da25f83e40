import { formatWitnessRequest, parseTreeSize } from '#crypto/transparency/witness-request.js'
import type { Witness } from '#server/domain/log/ports.js'

const TIME_LIMIT_MS = 10_000
/** Sixty-four lines of cosignatures. */
const MAX_ANSWER_OCTETS = 64 * 1024
const SIZE_TYPE = 'text/x.tlog.size'

/** Why a witness elsewhere gave no cosignature. */
class WitnessUnavailable extends Error {
  override readonly name = 'WitnessUnavailable'
  readonly code: string
  constructor(code: string) {
    super('the witness gave no answer that could be used')
    this.code = code
  }
}

/**
 * A witness that is asked over HTTP (C2SP tlog-witness). Answers are bounded in time and size, redirects
 * are not followed.
 *
 * @param prefix - its submission prefix.
 */
export function httpWitness(prefix: string, timeLimitMs = TIME_LIMIT_MS): Witness {
  const { host, pathname } = new URL(prefix)
  const path = pathname.replace(/\/$/, '')
  return {
    name: host + path,
    async addCheckpoint(request) {
      const url = new URL(prefix)
      url.pathname = `${path}/add-checkpoint`
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: formatWitnessRequest(request),
        redirect: 'error',
        signal: AbortSignal.timeout(timeLimitMs),
      })
      const text = await readBounded(response)
      if (response.status === 200) return { outcome: 'cosigned', lines: text }
      if (response.status === 422) return { outcome: 'conflict', remembers: undefined }
      if (response.status !== 409) throw new WitnessUnavailable(`http-${response.status}`)
      const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
      const remembers = type === SIZE_TYPE ? parseTreeSize(text.replace(/\n$/, '')) : undefined
      return { outcome: 'conflict', remembers }
    },
  }
}

async function readBounded({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > MAX_ANSWER_OCTETS) throw new WitnessUnavailable('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length).toString('utf8')
}
