import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FeedListener, Relay, SealedBody } from '#client/core/ports.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import {
  type AuthorityId,
  type CaseId,
  type DraftId,
  type HandoffId,
  PackageId,
  PartId,
} from '#crypto/fields/fields.js'
import { Refusal } from '#server/domain/errors.js'
import { endpoints, type EndpointName } from '#server/contract/endpoints.js'
import type { BlobStore } from '#server/domain/ports.js'
import type { UseCases } from '#server/http/use-cases.js'
import { problemOf } from '#server/http/problem-of.js'
import { callerOf, type FakeRelay } from '../fake-relay.js'
import type { Officer } from '../world/officers.js'
import type { Interruptions } from './interruptions.js'

type Octets = AsyncIterable<Uint8Array>

/** What a dishonest relay makes of its answers. */
export type Lies = {
  answers: Partial<Record<EndpointName, (answer: never) => unknown>>
  downloads: (name: string, octets: Octets) => Octets
}
export const honest = (): Lies => ({ answers: {}, downloads: (_name, octets) => octets })

export type Listening = { readonly after: number; readonly listener: FeedListener; closed: boolean }

/** Whatever an operation takes; the contract has checked that it is what this one takes. */
type Given = {
  readonly params: {
    readonly authority: AuthorityId
    readonly package: PackageId
    readonly part?: PartId
    readonly draft: DraftId
    readonly case: CaseId
    readonly handoff: HandoffId
    readonly version?: number
    readonly recipient: AuthorityId
    readonly digest?: string
    readonly kid?: string
    readonly application?: string
  }
  readonly query?: object
  readonly body: never
}

type Parts = {
  readonly relay: FakeRelay
  readonly useCases: UseCases
  readonly sealed: Map<string, Buffer>
  readonly lies: Lies
  readonly listening: Listening[]
  readonly interruptions: Interruptions
}

/** The relay as one officer reaches it: the real use-cases without a network, honest unless told. */
export function portRelay(parts: Parts, officer?: Officer): Relay {
  const { relay, useCases, sealed, lies, listening, interruptions } = parts
  const caller = () => {
    if (officer === undefined) throw new Refusal('unauthenticated', 'no officer')
    return callerOf(officer)
  }
  const ask = async (name: EndpointName, given: object): Promise<unknown> => {
    const { params, query, body } = given as Given
    const endpoint = endpoints[name]
    const asked = endpoint.query.parse(query ?? {}) as never
    switch (name) {
      case 'listAuthorities':
        return useCases.listAuthorities(asked)
      case 'readAuthority':
        return useCases.readAuthority(params.authority)
      case 'publishEntry':
        return { evidence: await useCases.publishEntry(body) }
      case 'publishCredential':
        return { evidence: await useCases.publishCredential(body) }
      case 'publishRevocation':
        return { evidence: await useCases.publishRevocation(body) }
      case 'listSchedules':
        return useCases.listSchedules()
      case 'publishRetention':
        return { evidence: await useCases.publishRetention(body) }
      case 'publishHold':
        return useCases.publishHold(body)
      case 'listHolds':
        return useCases.listHolds(body)
      case 'readOperations':
        return useCases.readOperations(body)
      case 'readAudit':
        return useCases.readAudit(endpoints.readAudit.body.parse(body))
      case 'applyForEnrolment':
        return useCases.applyForEnrolment(body)
      case 'readEnrolment':
        return useCases.readEnrolment(params.application ?? '')
      case 'readCredential':
        return useCases.readCredential(params.kid ?? '')
      case 'readInclusion': {
        const found = await useCases.proveInclusion(
          params.digest ?? '',
          (asked as { size?: number }).size,
        )
        return { checkpoint: found.checkpoint, index: found.index, path: found.path }
      }
      case 'readConsistency':
        return useCases.proveConsistency(asked)
      case 'listOfficers':
        return { officers: await useCases.listOfficers(caller()) }
      case 'listTranslators':
        return { translators: await useCases.listTranslators(params.authority) }
      case 'readRoster':
        return useCases.readRoster(caller())
      case 'publishRoster':
        return useCases.publishRoster(caller(), body)
      case 'listNotices':
        return useCases.listNotices(caller(), asked)
      case 'readVault':
        return useCases.readVault(caller())
      case 'storeVault':
        return useCases.storeVault(caller(), body)
      case 'listDrafts':
        return useCases.listDrafts(caller(), asked)
      case 'readDraft':
        return useCases.readDraft(caller(), params.draft)
      case 'readDraftVersion':
        return useCases.readDraftVersion(caller(), params.draft, params.version ?? 0)
      case 'keepDraft':
        return useCases.keepDraft(caller(), params.draft, body)
      case 'keepAssignment':
        return useCases.keepAssignment(caller(), params.case, body)
      case 'listAssignments':
        return useCases.listAssignments(caller(), asked)
      case 'discardDraft':
        return useCases.discardDraft(caller(), params.draft, (asked as { version: number }).version)
      case 'submitPackage':
        return { evidence: (await useCases.submitPackage(caller(), body)).evidence }
      case 'listPackages':
        return useCases.listPackages(caller(), asked)
      case 'readPackage':
        return useCases.readPackage(caller(), params.package)
      case 'resealPackage':
        return { evidence: await useCases.resealPackage(caller(), params.package, body) }
      case 'readResealing':
        return useCases.readResealing(caller(), params.package)
      case 'listSealed':
        return useCases.listSealed(caller(), asked)
      case 'acknowledgePackage':
        return { evidence: await useCases.acknowledgePackage(caller(), params.package, body) }
      case 'actOnAlert':
        return useCases.actOnAlert(caller(), params.package, body)
      case 'listDutyActs':
        return useCases.listDutyActs(caller(), params.package)
      case 'askClock':
        return useCases.askClock(caller(), body)
      case 'listClocks':
        return useCases.listClocks(caller(), asked)
      case 'assignHandoff':
        return useCases.assignHandoff(caller(), body)
      case 'actOnHandoff':
        return useCases.actOnHandoff(caller(), params.handoff, body)
      case 'readHandoff':
        return useCases.readHandoff(caller(), params.handoff)
      case 'listHandoffs':
        return useCases.listHandoffs(caller(), asked)
      case 'readHandoffEnvelope':
        return useCases.readHandoffEnvelope(caller(), params.handoff, params.digest ?? '')
      case 'readProof':
        return useCases.assembleProof(
          caller(),
          params.package,
          (asked as { covering?: number }).covering,
        )
      case 'readAbsence':
        return useCases.stateAbsence(caller(), params.package, params.recipient)
      default:
        throw new Error(`this relay does not know ${name}`)
    }
  }

  return {
    call: (async (name: EndpointName, input: object = {}) => {
      const answer = await interruptions.effect(name, () => asProblems(() => ask(name, input)))
      const lie = lies.answers[name]
      const told = lie === undefined ? answer : await lie(structuredClone(answer) as never)
      return endpoints[name].reply.parse(told)
    }) as Relay['call'],

    async *download(name, { params }) {
      if (name === 'readCheckpoint') {
        yield* lies.downloads(
          name,
          once(toUtf8((await asProblems(() => useCases.readCheckpoint())).note)),
        )
        return
      }
      const { package: id, part, handoff, version } = params as Given['params']
      if (name === 'downloadHandoffPart') {
        const wanted = PartId.parse(part)
        const found = await asProblems(() => useCases.openHandoffPart(caller(), handoff, wanted))
        yield* lies.downloads(name, found.read() as Octets)
        return
      }
      if (version !== undefined) {
        const copy = { package: id, version }
        const found = await asProblems(() =>
          useCases.openResealed(caller(), copy, part ?? 'envelope'),
        )
        const octets = found.read()
        yield* lies.downloads(name, octets instanceof Uint8Array ? once(octets) : octets)
        return
      }
      const opened = await asProblems(() => useCases.openBlob(caller(), id, part ?? 'envelope'))
      const octets = opened.read()
      // That it was handed over is for a test to state, as all that follows a submission.
      yield* lies.downloads(name, octets instanceof Uint8Array ? once(octets) : octets)
    },

    upload: ({ package: id, part, digest, body }, onProgress) =>
      interruptions.effect('upload', () => {
        const octets = octetsOf(body)
        const found = createHash('sha256').update(octets).digest('hex')
        if (found !== digest) throw problem(new Refusal('part-mismatch', 'another digest'))
        const key = { sender: caller().authority, package: PackageId.parse(id) }
        sealed.set(digest, octets)
        relay.upload({ ...key, part: PartId.parse(part), digest }, octets.length)
        onProgress?.(octets.length)
      }),

    listen(after, listener) {
      const listens = { after, listener, closed: false }
      listening.push(listens)
      return Promise.resolve({ close: () => (listens.closed = true) })
    },
  }
}

/** Real octets behind the fake store of lengths. */
export const sealedBlobs = (blobs: BlobStore, sealed: ReadonlyMap<string, Buffer>): BlobStore => ({
  find: (key) => blobs.find(key),
  read: ({ digest }) => Readable.from([sealed.get(digest) ?? Buffer.alloc(0)]),
})

const octetsOf = (body: SealedBody) => body.slice(0, body.length, () => undefined) as Buffer

async function* once(octets: Uint8Array) {
  await Promise.resolve()
  yield octets
}

async function asProblems<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Refusal ? problem(error) : error
  }
}
const problem = (refusal: Refusal) => new RelayProblem(problemOf(refusal, '-', () => false).body)
