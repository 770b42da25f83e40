import { toBase64Url } from '#crypto/bytes/bytes.js'
import type { NamedSession } from '#server/contract/session-wire.js'

const random = () => toBase64Url(crypto.getRandomValues(new Uint8Array(16)))

/** @param client - of the sessions before, in this browser profile or home folder. */
export const newSession = (
  kind: NamedSession['kind'],
  client: string = random(),
): NamedSession => ({ id: random(), client, kind })
