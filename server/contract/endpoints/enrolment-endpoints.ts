import { z } from 'zod'
import { Digest } from '#crypto/fields/fields.js'
import { endpoint } from '../endpoint.js'
import { EnrolmentPage, EnrolmentRecord, None, Statement } from '../wire.js'

/** How an authority comes to be known to the relay. */
export const enrolmentEndpoints = {
  applyForEnrolment: endpoint({
    method: 'post',
    path: '/v1/enrolments',
    summary: 'Apply for the enrolment of an authority, with the invitation of the operator.',
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ invitation: Statement, application: Statement }),
    reply: EnrolmentRecord,
  }),
  readEnrolment: endpoint({
    method: 'get',
    path: '/v1/enrolments/:application',
    summary: 'What has become of an application, by its digest.',
    access: 'public',
    params: z.strictObject({ application: Digest }),
    query: None,
    body: None,
    reply: EnrolmentRecord,
  }),
  listEnrolments: endpoint({
    method: 'post',
    path: '/v1/enrolments/waiting',
    summary: "Applications that wait for a decision, to the operator's inquiry.",
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ inquiry: Statement }),
    reply: EnrolmentPage,
  }),
  decideEnrolment: endpoint({
    method: 'post',
    path: '/v1/enrolments/decisions',
    summary: "The operator's decision about an application; the first one stands.",
    access: 'self-authenticating',
    params: None,
    query: None,
    body: z.strictObject({ decision: Statement }),
    reply: EnrolmentRecord,
  }),
} as const
