import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { io } from 'socket.io-client'
import { Role } from '#crypto/directory/officer-credential.js'
import { endpoints, UPLOADS_PATH } from '#server/contract/endpoints.js'
import { type Operation, operationOf, permissions } from '#server/contract/permissions.js'
import { SOCKET_PATH } from '#server/contract/socket-events.js'
import { requirePermission } from '#server/domain/access/require-permission.js'
import { problemOf } from '#server/http/problem-of.js'
import { silentLogger } from '#server/observability/logger.js'
import { securityHeaders } from '#server/http/security-headers.js'
import { createSocketServer, type SocketServer } from '#server/realtime/socket-server.js'
import { codeOf } from '#test/support/code-of.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'
import type { Officer } from '#test/support/world/officers.js'

/**
 * What docs/roles.md tells people, written out once more: a slip in the code's table is then seen. One
 * letter per role, in the order of `Role`: case, registrar, duty, translator, legal, admin, witness.
 */
const TABLE: Record<Operation, string> = {
  readCredential: 'crdtlaw',
  listSessions: 'crdtlaw',
  endSession: 'crdtlaw',
  listOfficers: 'crd-la-',
  listTranslators: 'crd-la-',
  readVault: 'crd-la-',
  storeVault: '-----a-',
  submitPackage: 'crd----',
  uploadPart: 'crdt---',
  listPackages: 'crd-la-',
  readPackage: 'crd-la-',
  downloadEnvelope: 'crd-la-',
  downloadPart: 'crd-la-',
  acknowledgePackage: 'crd----',
  resealPackage: 'crd----',
  readResealing: 'crd-la-',
  downloadResealedEnvelope: 'crd-la-',
  downloadResealedPart: 'crd-la-',
  listSealed: 'crd-la-',
  readProof: 'crd-la-',
  readAbsence: 'crd-la-',
  readFeed: 'crd-la-',
  listNotices: 'crdtla-',
  askClock: 'crd----',
  listClocks: 'crd-la-',
  readRoster: 'crd-la-',
  publishRoster: '--d--a-',
  actOnAlert: 'crd----',
  listDutyActs: 'crd-la-',
  listen: 'crd-la-',
  listenInPerson: 'crdtla-',
  confirmNotice: 'crd-la-',
  keepDraft: 'crd-la-',
  readDraft: 'crd-la-',
  readDraftVersion: 'crd-la-',
  listDrafts: 'crd-la-',
  discardDraft: 'crd----',
  keepAssignment: 'crd----',
  listAssignments: 'crd-la-',
  assignHandoff: 'crd----',
  actOnHandoff: 'crdt---',
  readHandoff: 'crdtla-',
  listHandoffs: 'crdtla-',
  readHandoffEnvelope: 'crdtla-',
  downloadHandoffPart: 'crdtla-',
  addCosignatures: '------w',
  carryTimestampRequest: 'crd-la-',
}
const ID = '0197c0de-0000-7000-8000-000000000000'

describe('permissions, role by role and operation by operation', () => {
  let http: HttpRelay
  let server: ReturnType<typeof createServer>
  let sockets: SocketServer
  const officers = new Map<Role, Officer>()

  before(async () => {
    http = await httpRelay()
    server = createServer()
    sockets = createSocketServer(server, {
      ...http.useCases,
      judgeStanding: http.relay.judgeStanding,
      confirmNotice: http.relay.confirmNotice,
      clock: http.relay.clock,
      log: silentLogger,
      origin: http.relay.relay.origin,
      headers: securityHeaders(http.relay.relay.origin),
      explain: (error) => problemOf(error, '-', () => false).body,
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    for (const role of Role.options) {
      const officer = await http.relay.xa.officer(`Officer ${role}`, [role])
      await http.relay.publishCredential(officer)
      officers.set(role, officer)
    }
  })
  after(async () => {
    await sockets.close()
    server.close()
    await http.close()
  })

  /** The code of the refusal, undefined if it was let through or failed for another reason than a role. */
  async function refusal(operation: Operation, officer: Officer): Promise<string | undefined> {
    if (operation === 'listenInPerson') return connection(officer)
    if (operation === 'listen') {
      // A translator has a socket, too, in another room: the domain itself is asked.
      return thrownBy(() => requirePermission(officer.claims, 'listen'))
    }
    if (operation === 'confirmNotice') {
      // Whoever may not listen has no socket to confirm on: the domain itself is asked.
      const { authority, officer: id, kid, roles } = officer.claims
      const caller = { authority, officer: id, kid, roles }
      const act = http.relay.confirmNotice(caller, '0'.repeat(64))
      return await codeOf(act)
    }
    const { method, path } =
      operation === 'uploadPart' ? { method: 'post', path: UPLOADS_PATH } : endpoints[operation]
    const address = path
      .replace(':kid', officer.claims.kid)
      .replace(/:package|:part|:draft|:handoff/g, ID)
      .replace(':version', '1')
    const as = http.as(officer)
    const response =
      method === 'get' ? await as.send(address) : await as.post(address, {}, method.toUpperCase())
    const { code } = (await response.json().catch(() => ({}))) as { code?: string }
    expect(response.status === 403, `${operation} ${response.status}`).to.equal(
      code === 'not-permitted',
    )
    return code
  }

  function thrownBy(act: () => void): string | undefined {
    try {
      act()
      return undefined
    } catch (error) {
      return (error as { code?: string }).code
    }
  }

  async function connection(officer: Officer): Promise<string | undefined> {
    const { port } = server.address() as AddressInfo
    const as = http.as(officer)
    const { dpop: proof } = await as.headers('GET', SOCKET_PATH)
    const client = io(`http://127.0.0.1:${port}`, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      auth: { token: await as.token(), proof },
    })
    const code = await new Promise<string | undefined>((resolve) => {
      client.once('connect', () => {
        resolve(undefined)
      })
      client.once('connect_error', (error) => {
        resolve((error as { data?: { code?: string } }).data?.code)
      })
    })
    client.close()
    return code
  }

  for (const operation of Object.keys(TABLE) as Operation[]) {
    it(`${operation}: ${TABLE[operation]}`, async () => {
      const letters = []
      for (const role of Role.options) {
        const officer = officers.get(role)
        if (officer === undefined) throw new TypeError(role)
        const code = await refusal(operation, officer)
        letters.push(code === 'not-permitted' ? '-' : role.slice(0, 1))
      }
      expect(letters.join('')).to.equal(TABLE[operation])
    })
  }

  it('has a row for every endpoint that is for officers, and for no other', () => {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      expect(name in permissions, name).to.equal(endpoint.access === 'officer')
    }
    expect(() => operationOf(endpoints.live)).to.throw(TypeError)
    expect(Object.keys(TABLE)).to.have.members(Object.keys(permissions))
  })

  it('goes by the newest credential, not by the roles in a token', async () => {
    const { signCredential } = await import('#crypto/directory/sign-credential.js')
    const officer = await http.relay.xa.officer('Paula Promoted', ['witness'])
    await http.relay.publishCredential(officer)
    const as = http.as(officer)
    expect((await as.send('/v1/packages?box=inbox')).status).to.equal(403)
    http.relay.setClock(new Date(http.relay.clock.now().getTime() + 6_000))
    const claims = { ...officer.claims, roles: ['case' as const] }
    const credential = await signCredential(claims, http.relay.xa.credentialsKey)
    await http.relay.publishCredential({ credential })
    expect((await as.send('/v1/packages?box=inbox')).status).to.equal(200)
  })
})
