import type { PackageId, PartId } from '#crypto/fields/fields.js'
import { endpoints } from '../contract/endpoints.js'
import type { Caller } from '../contract/wire.js'
import type { NoteBlobServed } from '../domain/blobs/note-blob-served.js'
import type { OpenBlob, OpenedBlob } from '../domain/blobs/open-blob.js'
import type { Logger } from '../observability/logger.js'
import { contextOf, type RequestContext } from '../observability/request-context.js'
import type { Afterwards } from './afterwards.js'
import { authenticateRequest } from './authenticate-request.js'
import { type BlobType, sendBlob } from './send-blob.js'
import { parsePart, type Route, routeOf } from './serve.js'
import { servedSoFar } from './served-so-far.js'

export type BlobAccess = {
  readonly openBlob: OpenBlob
  readonly noteBlobServed: NoteBlobServed
  readonly afterwards: Afterwards
  readonly log: Logger
}

/**
 * Serves envelopes or parts to officers, and notes when the last octet of one has gone out after all
 * octets before it: the observation that evidence E.1 rests on.
 */
export function serveBlob(
  name: 'downloadEnvelope' | 'downloadPart',
  type: BlobType,
  { openBlob, noteBlobServed, afterwards, log }: BlobAccess,
): Route {
  const served = servedSoFar()

  async function note(
    caller: Caller,
    blob: OpenedBlob,
    context: Partial<RequestContext>,
  ): Promise<void> {
    try {
      await noteBlobServed(caller, blob)
    } catch (error) {
      // The octets are out and the answer is complete: only the operator can still be told.
      const what = { digest: blob.facts.header, recipient: caller.authority }
      log.error('handover.unrecorded', { ...context, ...what }, error)
    }
  }

  return (door) =>
    routeOf(endpoints[name], async (request, response) => {
      const caller = await authenticateRequest(door, request, name)
      const { package: pkg, part } = whichBlob(name, { ...request.params })
      const blob = await openBlob(caller, pkg, part)
      const sent = await sendBlob(request, response, blob, type)
      if (sent === undefined) return
      const what = `${caller.authority}/${blob.facts.header}/${blob.blob}`
      const whole = served.note(what, sent.range, blob.length, sent.holdsBefore)
      if (whole) afterwards.add(note(caller, blob, contextOf(request)))
    })
}

function whichBlob(
  name: 'downloadEnvelope' | 'downloadPart',
  params: object,
): { package: PackageId; part: 'envelope' | PartId } {
  return name === 'downloadPart'
    ? parsePart('path', endpoints.downloadPart.params, params)
    : { ...parsePart('path', endpoints.downloadEnvelope.params, params), part: 'envelope' }
}
