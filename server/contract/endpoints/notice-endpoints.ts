import { z } from 'zod'
import { endpoint } from '../endpoint.js'
import { Notice, noticeKinds } from '../notice.js'
import { None, PageSize } from '../wire.js'

/** What an authority is told besides evidence. */
export const noticeEndpoints = {
  listNotices: endpoint({
    method: 'get',
    path: '/v1/notices',
    summary: "Notices to the caller's authority, newest first.",
    access: 'officer',
    params: None,
    query: z.strictObject({ kind: z.enum(noticeKinds).optional(), limit: PageSize }),
    body: None,
    reply: z.strictObject({ notices: z.array(Notice) }),
  }),
}
