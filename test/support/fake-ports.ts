import { Readable } from 'node:stream'
import type { AssignmentAnnouncer } from '#server/domain/assignments/assignment-store.js'
import type { DraftAnnouncer } from '#server/domain/drafts/draft-store.js'
import type { SessionAnnouncer } from '#server/domain/sessions/session-store.js'
import type { NoticeAnnouncer } from '#server/domain/notices/notice-store.js'
import type {
  Announcer,
  BlobKey,
  BlobRemoval,
  BlobStore,
  Clock,
  Outbox,
  ReplayGuard,
  StoredPackage,
} from '#server/domain/ports.js'
import { memoryAssignmentStore } from './memory/memory-assignment-store.js'
import { memoryDraftStore } from './memory/memory-draft-store.js'
import { memoryClockStore } from './memory/memory-clock-store.js'
import {
  memoryDirectoryStore,
  memoryEvidenceStore,
  memoryReceiptStore,
  memoryStatements,
} from './memory/memory-statements.js'
import { memoryDutyActStore } from './memory/memory-duty-act-store.js'
import { memoryDeliveryStore } from './memory/memory-delivery-store.js'
import { memoryEndingStore, memoryNoticeStore } from './memory/memory-notices.js'
import { memoryResealingStore } from './memory/memory-resealing-store.js'
import { memoryHandoffStore } from './memory/memory-handoff-store.js'
import { memorySessionStore } from './memory/memory-session-store.js'
import { memoryRosterStore } from './memory/memory-roster-store.js'
import {
  memoryEnrolmentStore,
  memoryHandoverStore,
  memoryPackageStore,
  memoryStatusStore,
  memoryDeletionStore,
  memoryDepartureStore,
  memoryKeyClaims,
  memoryVaultStore,
} from './memory/memory-stores.js'
import { NOW } from './world/moments.js'

/** `before`: the effect did not happen. `after`: it did, and nobody was told. */
export type Failure = { readonly call: number; readonly when: 'before' | 'after' }

/** What a failing port throws: neither a refusal nor a check that failed. */
export class Outage extends Error {
  override readonly name = 'Outage'
}

export type Job = { readonly name: string; readonly payload: object; readonly notBefore?: Date }

/**
 * In-memory ports that remember, in order, every effect the domain asked for, and fail when told to.
 * Their promises are those of server/domain/ports.ts, held to by the store contracts.
 */
export function fakePorts() {
  const trace: string[] = []
  const statements = memoryStatements()
  const packages: StoredPackage[] = []
  const blobs = new Map<string, { readonly length: number }>()
  const jobs: Job[] = []
  const used = new Set<string>()
  let now = NOW
  let calls = 0
  let failure: Failure | undefined

  const outbox: Outbox = {
    ask: (name, payload, options) => {
      const { notBefore } = options ?? {}
      jobs.push({ name, payload, ...(notBefore && { notBefore }) })
      return Promise.resolve()
    },
    hasten: () => undefined,
  }
  const announcer: Announcer &
    AssignmentAnnouncer &
    DraftAnnouncer &
    NoticeAnnouncer &
    SessionAnnouncer = {
    sessionEnded: () => undefined,
    announce: () => undefined,
    announceDraft: () => undefined,
    announceAssignment: () => undefined,
    tell: () => undefined,
  }
  const blobStore: BlobRemoval & BlobStore = {
    remove: (key) => Promise.resolve(void blobs.delete(nameOf(key))),
    find: (key) => Promise.resolve(blobs.get(nameOf(key))),
    read: (key, range) => Readable.from([`${key.part}:${range?.start ?? 0}-${range?.end ?? ''}`]),
  }
  const replays: ReplayGuard = {
    firstUse(id) {
      const isFirst = !used.has(id)
      used.add(id)
      return Promise.resolve(isFirst)
    },
  }
  const clock: Clock = { now: () => now }

  /** Counts each call, fails the one that is to fail, and traces effects as `describe` names them. */
  function watched<T extends object>(port: T, describe: Describe<T>): T {
    return new Proxy(port, {
      get(target, method) {
        const call = target[method as keyof T]
        if (typeof call !== 'function') return call
        const effect = describe[method as keyof T]
        return (...args: never[]) => {
          const note = effect?.(...args)
          const invoke = () => {
            if (note !== undefined) trace.push(note)
            return (call as (...given: never[]) => unknown).apply(target, args)
          }
          // What returns nothing is best-effort: it cannot fail.
          const methods: unknown[] = [
            'hasten',
            'announce',
            'announceDraft',
            'announceAssignment',
            'tell',
            'read',
            'sessionEnded',
          ]
          if (methods.includes(method)) return invoke()
          return interrupted(invoke)
        }
      },
    })
  }

  async function interrupted(invoke: () => unknown): Promise<unknown> {
    const fails = failure?.call === calls++ ? failure.when : undefined
    if (fails === 'before') throw new Outage('the test asked for it')
    const result = await invoke()
    if (fails === 'after') throw new Outage('the test asked for it, after the effect')
    return result
  }

  return {
    trace,
    jobs,
    state: { ...statements, packages },
    packages: watched(memoryPackageStore(packages), {
      keep: () => 'packages.keep',
      removeEnvelope: () => 'packages.removeEnvelope',
      removeOriginal: () => 'packages.removeOriginal',
      noteResealed: (_, authority) => `packages.noteResealed ${authority}`,
    }),
    deletions: watched(memoryDeletionStore(), {
      intend: () => 'deletions.intend',
      begin: () => 'deletions.begin',
      withdrawIntended: () => 'deletions.withdrawIntended',
      done: () => 'deletions.done',
    }),
    evidence: watched(memoryEvidenceStore(statements), {
      keep: ({ step }) => `evidence.keep ${step}`,
    }),
    receipts: watched(memoryReceiptStore(statements), { keep: () => 'receipts.keep' }),
    directory: watched(memoryDirectoryStore(statements), {
      keep: ({ key }) => `directory.keep ${key.replace(/\/.{43}\/.*|\/[0-9a-f]{64}$/, '')}`,
      keepEvidence: () => 'directory.keepEvidence',
    }),
    resealings: watched(memoryResealingStore(), {
      keep: ({ authority, version }) => `resealings.keep ${authority} ${version}`,
      removeEnvelope: () => 'resealings.removeEnvelope',
      noteReplacedDeleted: () => 'resealings.noteReplacedDeleted',
    }),
    departures: watched(memoryDepartureStore(), {}),
    keyClaims: watched(memoryKeyClaims(), {}),
    vaults: watched(memoryVaultStore(), { keep: (_, version) => `vaults.keep ${version}` }),
    enrolments: watched(memoryEnrolmentStore(), {
      keep: () => 'enrolments.keep',
      decide: () => 'enrolments.decide',
    }),
    drafts: watched(memoryDraftStore(), {
      keep: (_, { version }) => `drafts.keep ${version}`,
      prune: (_, _draft, version) => `drafts.prune ${version}`,
    }),
    assignments: watched(memoryAssignmentStore(), {
      replace: (_, { version }) => `assignments.replace ${version}`,
    }),
    statuses: watched(memoryStatusStore(), { keep: () => 'statuses.keep' }),
    handovers: watched(memoryHandoverStore(), { record: () => 'handovers.record' }),
    notices: watched(memoryNoticeStore(), { keep: ({ kind }) => `notices.keep ${kind}` }),
    endings: watched(memoryEndingStore(), {}),
    sessions: watched(memorySessionStore(), {}),
    clocks: watched(memoryClockStore(), {
      keep: ({ revision, state }) => `clocks.keep ${revision} ${state}`,
      ring: (_authority, _clock, { stage }) => `clocks.ring ${stage}`,
    }),
    handoffs: watched(memoryHandoffStore(statements), {
      keep: () => 'handoffs.keep',
      keepAct: ({ typ }) => `handoffs.keepAct ${typ}`,
      keepEvidence: ({ step }) => `handoffs.keepEvidence ${step.replace(/[0-9a-f]{64}/, '…')}`,
    }),
    deliveries: watched(memoryDeliveryStore(), {}),
    dutyActs: watched(memoryDutyActStore(), {
      keep: ({ act, turn }) => `dutyActs.keep ${turn} ${act}`,
    }),
    rosters: watched(memoryRosterStore(), {
      replace: ({ version }) => `rosters.replace ${version}`,
    }),
    blobs: watched(blobStore, { remove: () => 'blobs.remove' }),
    outbox: watched(outbox, {
      ask: (name) => `outbox.ask ${name}`,
      hasten: (name) => `outbox.hasten ${name}`,
    }),
    announcer: watched(announcer, {
      announce: (to, { code }) => `announce ${code} to ${to.join(' ')}`,
      announceDraft: (to, { change, version }) => `announce draft ${change} ${version} to ${to}`,
      announceAssignment: (to, { version }) => `announce assignment ${version} to ${to}`,
      tell: ({ kind, authority }) => `tell ${kind} to ${authority}`,
    }),
    replays: watched(replays, {}),
    clock,
    /** Makes a blob whole and findable. */
    upload: (key: BlobKey, length: number) => void blobs.set(nameOf(key), { length }),
    setClock: (at: Date) => void (now = at),
    /** How many calls that can fail were made since the last time this was set. */
    calls: () => calls,
    failAt(next: Failure | undefined) {
      failure = next
      calls = 0
    },
  }
}

type Describe<T> = {
  readonly [M in keyof T]?: T[M] extends (...args: infer A) => unknown
    ? (...args: A) => string
    : never
}

const nameOf = ({ sender, package: pkg, part, digest }: BlobKey) =>
  [sender, pkg, part, digest].join('/')
