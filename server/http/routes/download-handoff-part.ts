import { endpoints } from '../../contract/endpoints.js'
import type { OpenHandoffPart } from '../../domain/translation/open-handoff-part.js'
import { authenticateRequest } from '../authenticate-request.js'
import { sendBlob } from '../send-blob.js'
import { parsePart, type Route, routeOf } from '../serve.js'

/** No evidence rests on what was served of a hand-off: its translator says what was received. */
export const downloadHandoffPartRoute =
  (openHandoffPart: OpenHandoffPart): Route =>
  (door) =>
    routeOf(endpoints.downloadHandoffPart, async (request, response) => {
      const caller = await authenticateRequest(door, request, 'downloadHandoffPart')
      const params = { ...request.params }
      const { handoff, part } = parsePart('path', endpoints.downloadHandoffPart.params, params)
      const blob = await openHandoffPart(caller, handoff, part)
      await sendBlob(request, response, blob, 'application/octet-stream')
    })
