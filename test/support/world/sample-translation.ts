import { digestOf } from '#crypto/bytes/sha256.js'
import type { Role } from '#crypto/directory/officer-credential.js'
import type { HandoffEventCode } from '#crypto/evidence/event.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { Header } from '#crypto/package/header.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import type { HandoffAct } from '#crypto/translation/handoff-act.js'
import { signHandoff, signHandoffAct, signTranslation } from '#crypto/translation/sign-handoff.js'
import { sampleHandoff, sampleReturn, sampleTranslation, turnOf } from '../sample-handoff.js'
import { after, NOW } from './moments.js'
import type { Officer } from './officers.js'
import { STAMPED } from './sample-bundle.js'
import { sampleLog, sampleToken } from './sample-log.js'
import { type Relay, world } from './world.js'

/** The text that the translator of the sample certified. */
export const TARGET = 'premier document'

type Step = readonly [HandoffEventCode, string]

export type TranslationOptions = {
  readonly handoff?: Partial<Handoff>
  readonly source?: Partial<Handoff['source']>
  /** Digest of the ciphertext that was handed off. */
  readonly sealed?: string
  readonly certified?: Partial<CertifiedTranslation>
  readonly item?: Partial<CertifiedTranslation['items'][number]>
  /** The translator's roles, and who signs the certified statement in their stead. */
  readonly roles?: Role[]
  readonly certifier?: Officer
  readonly recalled?: 'source-changed' | 'breach'
  /** The relay has deleted its copies since, so often. */
  readonly deleted?: number
  /** What the relay recorded instead of the legal steps, each with the statement that is its subject. */
  readonly steps?: (legal: readonly Step[]) => readonly Step[]
  /** Evidence that is left out, and a statement that is not logged. */
  readonly without?: readonly HandoffEventCode[]
  readonly unlogged?: boolean
  /** Whose evidence it is; left out: the package's relay's. */
  readonly observer?: Relay
}

const linguistOf = ({ claims, key }: Officer) => ({
  authority: claims.authority,
  officer: claims.officer,
  kid: key.kid,
})

/** A bundle with a translation of its first part: Xbland handed it off, a translator certified it. */
export async function withTranslation(
  bundle: ProofBundle,
  options: TranslationOptions = {},
): Promise<ProofBundle> {
  const { relay: own, xb, registrar } = await world()
  const relay = options.observer ?? own
  const translator = await xb.officer('Tariq Translator', options.roles ?? ['translator'])
  const reviewer = await xb.officer('Rita Reviewer', ['translator'])
  const { payload, digest: header } = await readStatement(bundle.header)
  const { sender, package: pkg, parts } = Header.parse(payload)
  const [first] = parts
  if (first === undefined) throw new TypeError('the sample has parts')
  const { part, length, digest } = first
  const sealed = options.sealed ?? digest
  const handoff = sampleHandoff({
    source: {
      sender,
      package: pkg,
      header,
      parts: [{ part, length, digest: sealed }],
      ...options.source,
    },
    authority: xb.id,
    pair: { from: 'en', to: 'fr' },
    turns: [turnOf(linguistOf(translator), 0)],
    reviewer: { linguist: linguistOf(reviewer), envelope: 'f'.repeat(64) },
    ...options.handoff,
  })
  const statement = await signHandoff(handoff, registrar.key)
  const assignment = await digestOf(statement)
  const of = { handoff: handoff.handoff, assignment, declared: handoff.declared }
  const act = (by: Officer, said: HandoffAct) => signHandoffAct(said, by.key)

  const accepted = await act(translator, {
    act: 'accept',
    ...of,
    turn: 0,
    accreditation: null,
    clearance: null,
    confidentialitySince: of.declared,
    conflictExcluded: of.declared,
  })
  const given = sampleReturn({ handoff, assignment })
  const returned = await act(translator, given)
  const review = await act(reviewer, {
    act: 'review',
    ...of,
    outcome: 'approved',
    detail: null,
    return: await digestOf(returned),
  })
  const whole = sampleTranslation(
    { handoff, assignment },
    { digest: await digestOf(returned), act: given },
  )
  const certified = await signTranslation(
    {
      ...whole,
      items: await Promise.all(
        whole.items.map(async (item) => ({
          ...item,
          source: await digestOf('first document'),
          target: await digestOf(TARGET),
          ...options.item,
        })),
      ),
      ...options.certified,
    },
    (options.certifier ?? translator).key,
  )
  const countersigned = await act(reviewer, {
    act: 'countersign',
    ...of,
    translation: await digestOf(certified),
  })
  const legal: Step[] = [
    ['H.1', statement],
    ['H.2', accepted],
    ['H.7', returned],
    ['H.8', review],
    ['H.9', certified],
    ['H.10', countersigned],
  ]
  if (options.recalled !== undefined) {
    const ground = options.recalled
    legal.push(['H.11', await act(registrar, { act: 'recall', ...of, ground, detail: null })])
  }
  for (let n = 0; n < (options.deleted ?? 0); n++) legal.push(['R.1', 'a schedule'])
  const steps = options.steps?.(legal) ?? legal
  const evidence: string[] = []
  for (const [sequence, [code, subject]] of steps.entries()) {
    const previous = evidence.at(-1)
    evidence.push(
      await issueEvidence(
        {
          about: 'handoff',
          code,
          time: after(NOW, 8 + sequence).toISOString(),
          issuer: relay.id,
          handoff: handoff.handoff,
          assignment,
          authority: xb.id,
          turn: 0,
          sequence,
          previous: previous === undefined ? null : await digestOf(previous),
          subject: await digestOf(subject),
          moment: null,
        },
        relay.evidenceKey,
      ),
    )
  }
  const kept = evidence.filter((_, n) => !(options.without ?? []).includes(steps[n]?.[0] ?? 'H.1'))
  const acts = steps
    .filter(([code]) => code !== 'R.1')
    .map(([, one]) => one)
    .filter((one) => one !== statement && one !== certified)
  return relogged(
    {
      ...bundle,
      version: 4,
      credentials: [
        ...bundle.credentials,
        ...[translator, reviewer, registrar, ...(options.certifier ? [options.certifier] : [])]
          .map(({ credential }) => credential)
          .filter((one) => !bundle.credentials.includes(one)),
      ],
      evidence: [...bundle.evidence, ...kept],
      translations: [...(bundle.translations ?? []), { handoff: statement, acts, certified }],
    },
    options.unlogged === true ? [certified] : [],
  )
}

/** The bundle with a checkpoint, leaves and a time-stamp of all that is in it now but a few statements. */
async function relogged(bundle: ProofBundle, but: readonly string[]): Promise<ProofBundle> {
  const { relay } = await world()
  const statements = [
    ...bundle.evidence,
    ...bundle.receipts,
    ...(bundle.translations ?? []).flatMap(({ handoff, acts, certified }) => [
      ...[handoff, ...acts, ...(certified === undefined ? [] : [certified])],
    ]),
  ].filter((one) => !but.includes(one))
  const { checkpoint, leaves } = await sampleLog(statements, relay.logKey)
  return {
    ...bundle,
    log: { checkpoint, leaves },
    timestamps: [await sampleToken(checkpoint, STAMPED)],
  }
}
