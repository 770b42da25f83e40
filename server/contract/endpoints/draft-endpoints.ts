import { z } from 'zod'
import { DraftId } from '#crypto/fields/fields.js'
import {
  DraftParams,
  DraftSummary,
  DraftVersionRecord,
  DraftVersionSummary,
  NewDraftVersion,
  VersionQuery,
} from '../draft-wire.js'
import { endpoint } from '../endpoint.js'
import { Cursor, None, PageSize } from '../wire.js'

/** Drafts that the officers of one authority share. */
export const draftEndpoints = {
  keepDraft: endpoint({
    method: 'put',
    path: '/v1/drafts/:draft',
    summary: 'Keep the next version of a draft; refused when somebody else was first.',
    access: 'officer',
    params: DraftParams,
    query: None,
    body: NewDraftVersion,
    reply: DraftVersionSummary,
  }),
  readDraft: endpoint({
    method: 'get',
    path: '/v1/drafts/:draft',
    summary: 'The versions of one draft.',
    access: 'officer',
    params: DraftParams,
    query: None,
    body: None,
    reply: DraftSummary,
  }),
  readDraftVersion: endpoint({
    method: 'get',
    path: '/v1/drafts/:draft/versions/:version',
    summary: 'One version of a draft, sealed as it was kept.',
    access: 'officer',
    params: z.strictObject({ draft: DraftId, version: VersionQuery }),
    query: None,
    body: None,
    reply: DraftVersionRecord,
  }),
  listDrafts: endpoint({
    method: 'get',
    path: '/v1/drafts',
    summary: "The drafts of the caller's authority, in the order of their ids.",
    access: 'officer',
    params: None,
    query: z.strictObject({ after: Cursor.optional(), limit: PageSize }),
    body: None,
    reply: z.strictObject({ drafts: z.array(DraftSummary), next: Cursor.nullable() }),
  }),
  discardDraft: endpoint({
    method: 'delete',
    path: '/v1/drafts/:draft',
    summary: 'Discard a draft of which the newest version is the one named.',
    access: 'officer',
    params: DraftParams,
    query: z.strictObject({ version: VersionQuery }),
    body: None,
    reply: z.strictObject({ draft: DraftId }),
  }),
} as const
