import type { Role } from '#crypto/directory/officer-credential.js'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import { ROSTER_KEEPERS } from '#crypto/duty/roster-statement.js'
import { type EndpointName, endpoints } from './endpoints.js'

type OfficerEndpoint = {
  [N in EndpointName]: (typeof endpoints)[N]['access'] extends 'officer' ? N : never
}[EndpointName]

/** Whatever an officer can ask for: over HTTP, by tus, or over the socket. */
export type Operation =
  OfficerEndpoint | 'uploadPart' | 'listen' | 'listenInPerson' | 'confirmNotice'

/** Who belongs to the authority. A translator often does not, and a witness only watches the log. */
export const MEMBERS: readonly Role[] = [...CORRESPONDENTS, 'legal', 'admin']
const EVERYBODY: readonly Role[] = [...MEMBERS, 'translator', 'witness']

/**
 * Who may do what: the only place that says so. An officer needs one of the roles named. The types
 * see to it that no endpoint for officers is without a row; docs/roles.md shows it to people.
 */
export const permissions = {
  readCredential: EVERYBODY,
  listSessions: EVERYBODY,
  endSession: EVERYBODY,
  listOfficers: MEMBERS,
  listTranslators: MEMBERS,
  readVault: MEMBERS,
  storeVault: ['admin'],
  submitPackage: CORRESPONDENTS,
  uploadPart: [...CORRESPONDENTS, 'translator'],
  listPackages: MEMBERS,
  readPackage: MEMBERS,
  downloadEnvelope: MEMBERS,
  downloadPart: MEMBERS,
  acknowledgePackage: CORRESPONDENTS,
  resealPackage: CORRESPONDENTS,
  readResealing: MEMBERS,
  downloadResealedEnvelope: MEMBERS,
  downloadResealedPart: MEMBERS,
  listSealed: MEMBERS,
  readProof: MEMBERS,
  readAbsence: MEMBERS,
  readFeed: MEMBERS,
  listNotices: [...MEMBERS, 'translator'],
  askClock: CORRESPONDENTS,
  listClocks: MEMBERS,
  readRoster: MEMBERS,
  publishRoster: ROSTER_KEEPERS,
  actOnAlert: CORRESPONDENTS,
  listDutyActs: MEMBERS,
  listen: MEMBERS,
  listenInPerson: [...MEMBERS, 'translator'],
  confirmNotice: MEMBERS,
  keepDraft: MEMBERS,
  readDraft: MEMBERS,
  readDraftVersion: MEMBERS,
  listDrafts: MEMBERS,
  discardDraft: CORRESPONDENTS,
  keepAssignment: CORRESPONDENTS,
  listAssignments: MEMBERS,
  assignHandoff: CORRESPONDENTS,
  actOnHandoff: [...CORRESPONDENTS, 'translator'],
  readHandoff: [...MEMBERS, 'translator'],
  listHandoffs: [...MEMBERS, 'translator'],
  readHandoffEnvelope: [...MEMBERS, 'translator'],
  downloadHandoffPart: [...MEMBERS, 'translator'],
  addCosignatures: ['witness'],
  carryTimestampRequest: MEMBERS,
} as const satisfies Record<Operation, readonly Role[]>

const names = new Map<object, string>(
  Object.entries(endpoints).map(([name, endpoint]) => [endpoint, name]),
)

/**
 * The operation that an endpoint for officers is.
 *
 * @throws TypeError for any other object.
 */
export function operationOf(endpoint: object): Operation {
  const name = names.get(endpoint)
  if (name !== undefined && name in permissions) return name as Operation
  throw new TypeError('not an endpoint for officers')
}
