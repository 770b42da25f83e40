import type { PackageId, PartId } from '#crypto/fields/fields.js'
import { endpoints } from '../../contract/endpoints.js'
import type { OpenResealed } from '../../domain/resealing/open-resealed.js'
import { authenticateRequest } from '../authenticate-request.js'
import { sendBlob } from '../send-blob.js'
import { parsePart, type Route, routeOf } from '../serve.js'

/** Serves envelope or parts of a copy that was sealed anew: no evidence rests on it. */
export const downloadResealedRoute =
  (name: 'downloadResealedEnvelope' | 'downloadResealedPart', openResealed: OpenResealed): Route =>
  (door) =>
    routeOf(endpoints[name], async (request, response) => {
      const caller = await authenticateRequest(door, request, name)
      const { part, ...copy } = whichBlob(name, { ...request.params })
      const blob = await openResealed(caller, copy, part)
      const type = part === 'envelope' ? 'application/jose+json' : 'application/octet-stream'
      await sendBlob(request, response, blob, type)
    })

const whichBlob = (
  name: 'downloadResealedEnvelope' | 'downloadResealedPart',
  params: object,
): { readonly package: PackageId; readonly version: number; readonly part: 'envelope' | PartId } =>
  name === 'downloadResealedPart'
    ? parsePart('path', endpoints.downloadResealedPart.params, params)
    : {
        ...parsePart('path', endpoints.downloadResealedEnvelope.params, params),
        part: 'envelope',
      }
