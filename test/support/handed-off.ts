import { toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import { PublicJwk } from '#crypto/fields/fields.js'
import { importSealingKey } from '#crypto/keys/import-public.js'
import { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import { HandoffAct, type ReturnAct } from '#crypto/translation/handoff-act.js'
import type { HandoffContent } from '#crypto/translation/handoff-content.js'
import { sealHandoffContent } from '#crypto/translation/seal-content.js'
import { signHandoff, signHandoffAct, signTranslation } from '#crypto/translation/sign-handoff.js'
import type { HandoffRecord, NewHandoff, NewHandoffAct } from '#server/contract/handoff-wire.js'
import { callerOf, type FakeRelay } from './fake-relay.js'
import { sampleHandoff, sampleReturn, sampleTranslation, turnOf } from './sample-handoff.js'
import type { SampleSubmission } from './sample-submission.js'
import type { Officer } from './world/officers.js'

const linguistOf = ({ claims, key }: Officer) => ({
  authority: claims.authority,
  officer: claims.officer,
  kid: key.kid,
})

/** Linguists whose credentials the relay knows: two of Xaland's, one of Xcland's, and a reviewer. */
export async function linguists(relay: FakeRelay) {
  const { xa, xc } = relay
  const all = await Promise.all([
    xa.officer('Tariq Translator', ['translator']),
    xc.officer('Tove Translator', ['translator']),
    xa.officer('Rita Reviewer', ['translator']),
  ])
  for (const { credential } of all) await relay.publishCredential({ credential })
  const [first, second, reviewer] = all
  return { first, second, reviewer }
}
export type Linguists = Awaited<ReturnType<typeof linguists>>

type Changes = Partial<Handoff> & { readonly turnsOf?: readonly Officer[] }

/** Xaland's drafter hands the first of two documents over, and not the second. */
export async function handedOff(
  relay: FakeRelay,
  { draft, parts, header }: SampleSubmission,
  { first, second, reviewer }: Linguists,
  { turnsOf = [first, second], ...changes }: Changes = {},
) {
  const { drafter, xa } = relay
  const [chosen, kept] = parts
  if (chosen === undefined || kept === undefined) throw new TypeError('the sample has two parts')
  const { manifest, sealed } = chosen
  const source: Handoff['source'] = {
    sender: xa.id,
    package: draft.package,
    header,
    parts: [{ part: manifest.part, length: sealed.length, digest: sealed.digest }],
  }
  const base = { ...sampleHandoff({ source, authority: xa.id }), ...changes }
  const { part, name, mediaType, length, digest, key, mark } = manifest
  const content: HandoffContent = {
    format: 'rogatory-handoff',
    version: 1,
    handoff: base.handoff,
    pair: base.pair,
    purpose: 'Service',
    marks: { tlp: null, classification: null },
    items: [{ part, name, mediaType, length, digest, key, mark }],
    fields: null,
    reviewer: reviewer.credential,
  }
  const sealedTo = async ({ claims }: Officer) =>
    sealHandoffContent(content, await importSealingKey(PublicJwk.parse(claims.sealingKey)))
  const envelopes = await Promise.all([...turnsOf, reviewer].map(sealedTo))
  const digests = await Promise.all(envelopes.map((one) => digestOf(one)))
  const handoff: Handoff = {
    ...base,
    turns: turnsOf.map((officer, n) => turnOf(linguistOf(officer), n, digests[n])),
    reviewer: { linguist: linguistOf(reviewer), envelope: digests.at(-1) ?? '' },
    ...changes,
  }
  const given: NewHandoff = {
    statement: await signHandoff(handoff, drafter.key),
    credential: drafter.credential,
    envelopes,
  }
  const assignment = await digestOf(given.statement)
  const of = { handoff: handoff.handoff, assignment, declared: handoff.declared }
  const says = { accreditation: null, clearance: null, confidentialitySince: handoff.declared }

  const act = async (
    officer: Officer,
    payload: HandoffAct | CertifiedTranslation,
    envelope: string | null = null,
  ): Promise<NewHandoffAct> => ({
    statement: await ('act' in payload
      ? signHandoffAct(HandoffAct.parse(payload), officer.key)
      : signTranslation(CertifiedTranslation.parse(payload), officer.key)),
    credential: officer.credential,
    envelope,
  })
  const send = async (officer: Officer, item: NewHandoffAct): Promise<HandoffRecord> =>
    relay.actOnHandoff(callerOf(officer), handoff.handoff, item)
  const actOf: Of = { handoff, assignment }

  return {
    given,
    handoff,
    assignment,
    content,
    chosen,
    kept,
    act,
    send,
    assign: (officer = drafter) => relay.assignHandoff(callerOf(officer), given),
    accept: async (officer: Officer, turn: number, declared = of.declared) =>
      send(
        officer,
        await act(officer, {
          act: 'accept',
          ...of,
          declared,
          turn,
          ...says,
          conflictExcluded: of.declared,
        }),
      ),
    decline: async (officer: Officer, turn: number) =>
      send(
        officer,
        await act(officer, { act: 'decline', ...of, turn, reason: 'capacity', detail: null }),
      ),
    /** Uploads targets of made-up octets, and gives them back. */
    giveBack: async (
      officer: Officer,
      changes_: Partial<ReturnAct> = {},
      { upload = true, readers = [xa.openingKey, officer.openingKey] } = {},
    ) => {
      const envelope = await sealEnvelope(toUtf8(canonicalize(content)), readers)
      const digest_ = await digestOf(envelope)
      const returned = sampleReturn(actOf, { envelope: digest_, ...changes_ })
      for (const { part: target, digest: blob, length: size } of upload ? returned.targets : []) {
        const key_ = { sender: officer.claims.authority, package: returned.package, part: target }
        relay.upload({ ...key_, digest: blob }, size)
      }
      const item = await act(officer, returned, envelope)
      const known = { digest: await digestOf(item.statement), act: returned }
      return { record: await send(officer, item), item, returned: known }
    },
    review: async (officer: Officer, returned: string, declared = of.declared) =>
      send(
        officer,
        await act(officer, {
          act: 'review',
          ...of,
          declared,
          outcome: 'approved',
          detail: null,
          return: returned,
        }),
      ),
    certify: async (officer: Officer, returned: { digest: string; act: ReturnAct }) =>
      send(officer, await act(officer, sampleTranslation(actOf, returned))),
    recall: async (officer = drafter, declared = of.declared) =>
      send(
        officer,
        await act(officer, { act: 'recall', ...of, declared, ground: 'breach', detail: null }),
      ),
  }
}
type Of = { readonly handoff: Handoff; readonly assignment: string }
