import { digestOf } from '#crypto/bytes/sha256.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { acknowledgePackage } from '#server/domain/packages/acknowledge-package.js'
import {
  certificateStatus,
  type OcspResponder,
} from '#server/domain/directory/certificate-status.js'
import { askClock } from '#server/domain/clocks/ask-clock.js'
import { judgeAcknowledgement } from '#server/domain/clocks/judge-acknowledgement.js'
import { actOnAlert } from '#server/domain/duty/act-on-alert.js'
import { listDutyActs } from '#server/domain/duty/list-duty-acts.js'
import { listClocks } from '#server/domain/clocks/list-clocks.js'
import { clockTargets } from '#server/domain/clocks/clock-targets.js'
import { ringClock } from '#server/domain/clocks/ring-clock.js'
import { confirmNotice } from '#server/domain/packages/confirm-notice.js'
import { consignPackage } from '#server/domain/packages/consign-package.js'
import { expirePackage } from '#server/domain/packages/expire-package.js'
import { sendNotice } from '#server/domain/duty/send-notice.js'
import { giveNotice } from '#server/domain/notices/give-notice.js'
import { judgeNonDelivery } from '#server/domain/packages/judge-non-delivery.js'
import { judgeStanding } from '#server/domain/access/judge-standing.js'
import { knownAuthorities } from '#server/domain/directory/known-authorities.js'
import { listPackages } from '#server/domain/packages/list-packages.js'
import { noteBlobServed } from '#server/domain/blobs/note-blob-served.js'
import { openBlob } from '#server/domain/blobs/open-blob.js'
import { publishCredential } from '#server/domain/directory/publish-credential.js'
import { publishEntry } from '#server/domain/directory/publish-entry.js'
import { publishRevocation } from '#server/domain/directory/publish-revocation.js'
import { publishSuspension } from '#server/domain/directory/publish-suspension.js'
import { readFeed } from '#server/domain/evidence/read-feed.js'
import { readPackage } from '#server/domain/packages/read-package.js'
import { listSealed } from '#server/domain/resealing/list-sealed.js'
import { openResealed } from '#server/domain/resealing/open-resealed.js'
import { readResealing } from '#server/domain/resealing/read-resealing.js'
import { resealPackage } from '#server/domain/resealing/reseal-package.js'
import { deleteContents } from '#server/domain/retention/delete-contents.js'
import { publishHold } from '#server/domain/retention/publish-hold.js'
import { publishRetention } from '#server/domain/retention/publish-retention.js'
import { recordEvidence } from '#server/domain/evidence/record-evidence.js'
import { recordHandover } from '#server/domain/evidence/record-handover.js'
import { recordNotification } from '#server/domain/evidence/record-notification.js'
import type { RelayIdentity } from '#server/domain/relay-identity.js'
import { submitPackage } from '#server/domain/packages/submit-package.js'
import { actOnHandoff } from '#server/domain/translation/act-on-handoff.js'
import { assignHandoff } from '#server/domain/translation/assign-handoff.js'
import { openHandoffPart } from '#server/domain/translation/open-handoff-part.js'
import {
  listHandoffs,
  readHandoff,
  readHandoffEnvelope,
} from '#server/domain/translation/read-handoff.js'
import { moveHandoff } from '#server/domain/translation/move-handoff.js'
import { recordHandoff } from '#server/domain/translation/record-handoff.js'
import type { Caller } from '#server/contract/wire.js'
import { fakePorts } from './fake-ports.js'
import type { Officer } from './world/officers.js'
import { type World, world } from './world/world.js'

const HOUR = 3_600_000
export const PAUSE_MS = HOUR / 2
export const nonDelivery = {
  urgentProvisionalMs: 12 * HOUR,
  urgentFinalMs: 24 * HOUR,
  routineMs: 7 * 24 * HOUR,
}

const silentResponder: OcspResponder = { ask: () => Promise.resolve(undefined) }

let tokenKey: ReturnType<typeof generateSigningKey> | undefined

export const relayIdentity = async (
  { relay, trust }: World,
  origin = 'https://relay.example',
): Promise<RelayIdentity> => ({
  id: relay.id,
  origin,
  entry: relay.entry,
  trust,
  evidenceKey: relay.evidenceKey,
  tokenKey: await (tokenKey ??= generateSigningKey('x25519')),
})

export const acknowledgement = { urgentMs: 24 * HOUR, routineMs: 7 * 24 * HOUR }

/** Every use-case over fake ports, in a world whose three authorities stand in the directory. */
export async function fakeRelay(origin?: string) {
  const parties = await world()
  const relay = await relayIdentity(parties, origin)
  const ports = fakePorts()
  const authorities = knownAuthorities({ ...ports, relay })
  const status = certificateStatus({ ...ports, responder: silentResponder, relay })
  const all = { ...ports, relay, authorities, status, nonDelivery, acknowledgement }
  const record = recordEvidence(all)
  const withRecord = { ...all, record, recordHandoff: recordHandoff(all) }
  const useCases = {
    record,
    judgeStanding: judgeStanding(all),
    submit: submitPackage(withRecord),
    consign: consignPackage(withRecord),
    notify: recordNotification(withRecord),
    handOver: recordHandover(withRecord),
    noteServed: noteBlobServed(withRecord),
    confirmNotice: confirmNotice(withRecord),
    expire: expirePackage(withRecord),
    judge: judgeNonDelivery(withRecord),
    judgeAcknowledgement: judgeAcknowledgement(withRecord),
    askClock: askClock(all),
    listClocks: listClocks(all),
    ringClock: ringClock({
      ...all,
      sendNotice: sendNotice({ ...all, giveNotice: giveNotice(all) }),
      clockTargets: clockTargets({ ...all, hasMail: false }),
    }),
    acknowledge: acknowledgePackage(withRecord),
    actOnAlert: actOnAlert({ ...withRecord, giveNotice: giveNotice(all), pauseMs: PAUSE_MS }),
    listDutyActs: listDutyActs({ ...all, pauseMs: PAUSE_MS }),
    assignHandoff: assignHandoff(withRecord),
    actOnHandoff: actOnHandoff(withRecord),
    moveHandoff: moveHandoff({ ...withRecord, giveNotice: giveNotice(all) }),
    readHandoff: readHandoff(all),
    listHandoffs: listHandoffs(all),
    readHandoffEnvelope: readHandoffEnvelope(all),
    openHandoffPart: openHandoffPart(all),
    open: openBlob(all),
    list: listPackages(all),
    reseal: resealPackage(all),
    readResealing: readResealing(all),
    openResealed: openResealed(all),
    listSealed: listSealed(all),
    read: readPackage(all),
    feed: readFeed(all),
    publishEntry: publishEntry(all),
    publishCredential: publishCredential({
      ...all,
      giveNotice: giveNotice(all),
      sessionAnnouncer: ports.announcer,
    }),
    publishRevocation: publishRevocation({ ...all, giveNotice: giveNotice(all) }),
    publishSuspension: publishSuspension(all),
    publishRetention: publishRetention(all),
    publishHold: publishHold(all),
    deleteContents: deleteContents({ ...withRecord, process: 'this' }),
  }
  for (const { entry } of [parties.relay, parties.xa, parties.xb, parties.xc]) {
    await useCases.publishEntry({ entry: entry.statement })
  }
  for (const { credential } of [parties.drafter, parties.approver, parties.registrar]) {
    await useCases.publishCredential({ credential })
  }
  ports.trace.length = 0
  const { operatorKey } = parties.relay
  return { ...parties, ...withRecord, ...useCases, relay, identity: relay, operatorKey }
}
export type FakeRelay = Awaited<ReturnType<typeof fakeRelay>>

/** The caller that an officer's access token speaks for. */
export const callerOf = ({ claims }: Officer, changes: Partial<Caller> = {}): Caller => ({
  authority: claims.authority,
  officer: claims.officer,
  kid: claims.kid,
  roles: claims.roles,
  ...changes,
})

/** The codes of a package's chain, with recipients: `A.1`, `D.1/xb.pgo`. */
export const steps = async ({ evidence }: FakeRelay, header: string): Promise<string[]> =>
  (await evidence.chain(await digestOf(header))).map(({ step }) => step)
