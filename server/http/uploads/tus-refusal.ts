import type { RefusalCode } from '../../contract/problems.js'
import { Refusal } from '../../domain/errors.js'

/** What tus answers with a bare status means one of our refusals. */
const CODES: Readonly<Record<number, RefusalCode>> = {
  403: 'malformed-request',
  404: 'upload-unknown',
  409: 'upload-conflict',
  410: 'upload-unknown',
  412: 'malformed-request',
  413: 'too-large',
}

/** The refusal behind an error answer of `@tus/server`, whose texts are fixed and name headers at most. */
export function tusRefusal(status: number, text: string): Refusal {
  const code = CODES[status] ?? (status < 500 ? 'malformed-request' : 'unavailable')
  return new Refusal(code, text.trim().slice(0, 200) || 'the tus protocol does not allow this')
}
