import { z } from 'zod'
import { EntryFilter } from '#crypto/directory/entry-filter.js'
import { endpoint } from '../endpoint.js'
import {
  Accepted,
  AuthorityParams,
  AuthorityRecord,
  Cursor,
  DirectoryRecord,
  None,
  PageSize,
  Statement,
} from '../wire.js'

/** Entries of authorities, and their suspension. */
export const directoryEndpoints = {
  listAuthorities: endpoint({
    method: 'get',
    path: '/v1/directory',
    summary: 'The entries in force, by authority id; those that fit what is sought.',
    access: 'public',
    params: None,
    query: EntryFilter.extend({ after: Cursor.optional(), limit: PageSize }),
    body: None,
    reply: z.strictObject({ entries: z.array(DirectoryRecord), next: Cursor.nullable() }),
  }),
  readAuthority: endpoint({
    method: 'get',
    path: '/v1/directory/:authority',
    summary: 'Every version of one entry, with suspensions and revocations.',
    access: 'public',
    params: AuthorityParams,
    query: None,
    body: None,
    reply: AuthorityRecord,
  }),
  publishEntry: endpoint({
    method: 'post',
    path: '/v1/directory',
    summary: 'Publish a directory entry; answered with evidence X.1.',
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ entry: Statement }),
    reply: Accepted,
  }),
  publishSuspension: endpoint({
    method: 'post',
    path: '/v1/suspensions',
    summary:
      "Suspend an authority, or lift it, by the operator's statement; answered with evidence X.4.",
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ suspension: Statement }),
    reply: Accepted,
  }),
} as const
