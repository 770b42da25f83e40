import { z } from 'zod'
import { HandoffId } from '#crypto/fields/fields.js'
import { endpoint } from '../endpoint.js'
import {
  HandoffEnvelopeParams,
  HandoffPage,
  HandoffParams,
  HandoffPartParams,
  HandoffRecord,
  NewHandoff,
  NewHandoffAct,
} from '../handoff-wire.js'
import { None, PageSize } from '../wire.js'

/** Parts handed to translators, and what becomes of it. */
export const handoffEndpoints = {
  assignHandoff: endpoint({
    method: 'post',
    path: '/v1/handoffs',
    summary: 'Hand parts over to be translated; the same again is answered alike.',
    access: 'officer',
    params: None,
    query: None,
    body: NewHandoff,
    reply: HandoffRecord,
  }),
  actOnHandoff: endpoint({
    method: 'post',
    path: '/v1/handoffs/:handoff/acts',
    summary: 'Accept, decline, return, review, certify, countersign or recall.',
    access: 'officer',
    params: HandoffParams,
    query: None,
    body: NewHandoffAct,
    reply: HandoffRecord,
  }),
  readHandoff: endpoint({
    method: 'get',
    path: '/v1/handoffs/:handoff',
    summary: 'A hand-off with all that was stated about it.',
    access: 'officer',
    params: HandoffParams,
    query: None,
    body: None,
    reply: HandoffRecord,
  }),
  listHandoffs: endpoint({
    method: 'get',
    path: '/v1/handoffs',
    summary: "Of a translator: what has come to them. Of an authority's officers: all of it.",
    access: 'officer',
    params: None,
    query: z.strictObject({ after: HandoffId.optional(), limit: PageSize }),
    body: None,
    reply: HandoffPage,
  }),
  readHandoffEnvelope: endpoint({
    method: 'get',
    path: '/v1/handoffs/:handoff/envelopes/:digest',
    summary: 'A sealed envelope of a hand-off, to whoever may have it now.',
    access: 'officer',
    params: HandoffEnvelopeParams,
    query: None,
    body: None,
    reply: z.strictObject({ envelope: z.string() }),
  }),
  downloadHandoffPart: endpoint({
    method: 'get',
    path: '/v1/handoffs/:handoff/parts/:part',
    summary: 'The ciphertext of a part handed off or given back; ranges are served.',
    access: 'officer',
    params: HandoffPartParams,
    query: None,
    body: None,
    reply: z.string(),
    octets: 'reply',
  }),
} as const
