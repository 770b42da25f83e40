import { z } from 'zod'
import { endpoint } from '../endpoint.js'
import {
  DutyActItem,
  DutyActRecord,
  DutyActs,
  None,
  PackageParams,
  SignedRoster,
  StandingRoster,
} from '../wire.js'

/** Who is on duty around the clock. */
export const dutyEndpoints = {
  readRoster: endpoint({
    method: 'get',
    path: '/v1/roster',
    summary: "The duty roster of the caller's authority; no other authority gets it.",
    access: 'officer',
    params: None,
    query: None,
    body: None,
    reply: StandingRoster,
  }),
  publishRoster: endpoint({
    method: 'put',
    path: '/v1/roster',
    summary: 'Replace the duty roster by its next version (role duty or admin).',
    access: 'officer',
    params: None,
    query: None,
    body: SignedRoster,
    reply: z.strictObject({ version: z.number().int().min(1) }),
  }),
  actOnAlert: endpoint({
    method: 'post',
    path: '/v1/packages/:package/duty',
    summary:
      'Take over the alert of an urgent package, or stand it down; the same act again is answered alike.',
    access: 'officer',
    params: PackageParams,
    query: None,
    body: DutyActItem,
    reply: DutyActRecord,
  }),
  listDutyActs: endpoint({
    method: 'get',
    path: '/v1/packages/:package/duty',
    summary:
      "What officers of the caller's authority did about an alert; no other authority gets it.",
    access: 'officer',
    params: PackageParams,
    query: None,
    body: None,
    reply: DutyActs,
  }),
} as const
