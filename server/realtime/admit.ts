import type { Socket } from 'socket.io'
import { Handshake, SOCKET_PATH } from '../contract/socket-events.js'
import type { Authorised, AuthoriseRequest } from '../domain/access/authorise-request.js'
import { Refusal } from '../domain/errors.js'

export type Admission = Authorised & { readonly after: number | undefined }

/**
 * Lets a socket in: the same token and proof as over HTTP, the proof made for GET of the socket's path.
 *
 * Who has no role that listens to an authority is told in person only: see `isMember`.
 *
 * @throws {@link Refusal} `malformed-request` and whatever `authoriseRequest` refuses.
 */
export async function admit(
  authoriseRequest: AuthoriseRequest,
  origin: string,
  socket: Socket,
): Promise<Admission> {
  const handshake = Handshake.safeParse(socket.handshake.auth)
  if (!handshake.success) {
    throw new Refusal('malformed-request', 'the handshake needs a token and a proof')
  }
  const { token, proof, after } = handshake.data
  const request = { token, proof, method: 'GET', url: origin + SOCKET_PATH } as const
  return { ...(await authoriseRequest({ ...request, operation: 'listenInPerson' })), after }
}
