import { z } from 'zod'
import { Digest } from '#crypto/fields/fields.js'
import { AssignmentNotice } from './assignment-wire.js'
import { DraftNotice } from './draft-wire.js'
import { Notice } from './notice.js'
import { FeedEvent } from './wire.js'

/** Relay to client. */
export const serverEvents = {
  /** An event of the caller's authority, as it happens. */
  event: FeedEvent,
  /**
   * A draft of the caller's authority has changed. Best-effort: after a line that broke for up to two minutes what was
   * missed comes when it can, else never. The list is what counts.
   */
  draft: DraftNotice,
  /** Who has a case of the caller's authority has changed. As best-effort as a draft. */
  assignment: AssignmentNotice,
  /**
   * A notice to the caller's authority, or to a translator in person: translators hear no other. As best-effort as a
   * draft, and kept: see `listNotices`.
   */
  notice: Notice,
} as const

/** Client to relay, each acknowledged with `{ ok: true }` or a problem. */
export const clientEvents = {
  /** "This notice reached a person or system of ours": becomes evidence D.3. */
  notified: z.strictObject({ digest: Digest }),
} as const

/** Handshake `auth`: the access token and a DPoP proof for GET of the socket's path, `ath` bound. */
export const Handshake = z.strictObject({
  token: z.string().max(4096),
  proof: z.string().max(4096),
  after: z.number().int().min(-1).optional().describe('Replay events whose leaf index is greater.'),
  // Added by Socket.IO's client when its line broke.
  pid: z.string().max(64).optional().describe('Of the connection that broke.'),
  offset: z.string().max(64).optional().describe('Of the last announcement that it heard.'),
})
export const SOCKET_PATH = '/v1/socket'

/** The room in which the sockets of one authority are, in every relay process. */
export const roomOf = (authority: string): string => `authority/${authority}`

/** The room of one officer's key: who belongs to no authority's room is told in person. */
export const personalRoomOf = (kid: string): string => `officer/${kid}`

/** Between relay processes: announcements were lost somewhere, so the feed is replayed to every client. */
export const RESUME = 'resume'

/** Between relay processes: the session of this id is over. */
export const SESSION_ENDED = 'session-ended'
