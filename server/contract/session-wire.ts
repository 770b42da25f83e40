import { z } from 'zod'
import { Kid, OfficerId, Timestamp } from '#crypto/fields/fields.js'

/** 128 bits, base64url without padding. */
const Random128 = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/)

/** Names one session. Whoever knows it can do nothing with it but for the holder of the session's key. */
export const SessionId = Random128
export type SessionId = z.infer<typeof SessionId>

export const ClientKind = z.enum(['browser', 'command'])
export type ClientKind = z.infer<typeof ClientKind>

/** The session that a token is asked for in: made up by the client when keys are unlocked. */
export const NamedSession = z.strictObject({
  id: SessionId,
  client: Random128.describe('This browser profile or home folder.'),
  kind: ClientKind,
})
export type NamedSession = z.infer<typeof NamedSession>

/** Who or what has ended a session before its time. */
export const SessionEnding = z.enum(['officer', 'administrator', 'next', 'limit'])
export type SessionEnding = z.infer<typeof SessionEnding>

/**
 * A session as its officer, and the administrator of the authority, see it. `kind` is null where the client did not
 * say; `isNewClient`: nothing was known of the client when it signed in; `renewed`: its newest token was issued, so it was
 * used then or later; `ends` by itself; `ended` before its time.
 */
export const SessionRecord = z.strictObject({
  id: SessionId,
  kid: Kid,
  officer: OfficerId,
  kind: ClientKind.nullable(),
  isNewClient: z.boolean(),
  began: Timestamp,
  renewed: Timestamp,
  ends: Timestamp,
  isLive: z.boolean(),
  ended: z.strictObject({ at: Timestamp, by: SessionEnding }).nullable(),
})
export type SessionRecord = z.infer<typeof SessionRecord>
