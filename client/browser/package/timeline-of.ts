import type { PackageEventCode } from '#crypto/evidence/event.js'
import type { Clocks, FactCode } from '#crypto/proof/fact.js'
import { type FailureStage, failureStage } from '../../core/packages/failure-stage.js'
import type { Report } from '../../report/report.js'
import type { ShownPackage } from './use-package.js'

export type Happening = {
  readonly key: string
  /** What a proof says of it; undefined for what no proof rests on. */
  readonly fact: FactCode | undefined
  /** What happened, where no proof rests on it, or where its fact alone does not say what failed. */
  readonly other?: OtherCode | FailureCode
  /** Of a failure by the clock. */
  readonly stage?: FailureStage | undefined
  /** Of evidence; empty for what a person signed. */
  readonly code: PackageEventCode | ''
  readonly who: string | undefined
  readonly clocks: Clocks
  readonly isFailure: boolean
}

/** The fact that a code of evidence shows; what no proof rests on has words of its own (`pkg`). */
const FACT_OF = {
  'A.1': 'submission-accepted',
  'A.2': 'rejected',
  'C.3': 'receipt-accepted',
  'C.4': 'rejected',
  'C.5': 'expired',
  'D.1': 'available',
  'D.2': 'undelivered',
  'D.3': 'notified',
  'D.4': 'undelivered',
  'E.1': 'handed-over',
  'E.2': 'undelivered',
} as const satisfies Partial<Record<PackageEventCode, FactCode>>
type FactualCode = keyof typeof FACT_OF
type OtherCode = Exclude<PackageEventCode, FactualCode>
/** Failures that are one fact of a proof, and are told apart here: each is another party's. */
const DELIVERY = ['D.2', 'D.4', 'E.2'] as const satisfies readonly FactualCode[]
type FailureCode = (typeof DELIVERY)[number]
const failureIn = (code: PackageEventCode) => DELIVERY.find((one) => one === code)
const isFactual = (code: PackageEventCode): code is FactualCode => code in FACT_OF

const FAILURES: readonly FactCode[] = ['rejected', 'undelivered', 'expired']
const ALSO_FAILURES: readonly OtherCode[] = ['B.2', 'B.3', 'C.2', 'F.2', 'K.2', 'K.6']

/** What a timeline is made of: of a package whose content is deleted, this is what is left. */
export type TimelineSource = {
  readonly read: Pick<ShownPackage['read'], 'record'>
  readonly receipts: readonly Pick<ShownPackage['receipts'][number], 'receipt'>[]
}

/** The signatures of people and the relay's evidence, in their order, with what the proof adds to each. */
export function timelineOf(
  { read: { record }, receipts }: TimelineSource,
  report: Report | undefined,
): readonly Happening[] {
  const { payload, digest } = record.header
  const added = (fact: FactCode, recipient: string | null) =>
    report?.moments.find(
      (moment) =>
        moment.fact.fact === fact && (recipient === null || moment.recipient === recipient),
    )?.clocks ?? {}
  const addedTo = (digest: string) =>
    report?.moments.find(({ fact }) => fact.statement === digest)?.clocks ?? {}
  const signed: Happening = {
    key: digest,
    fact: 'header-signed',
    code: '',
    who: payload.sender,
    isFailure: false,
    clocks: { ...added('header-signed', null), declared: payload.created },
  }
  const observed = record.evidence.map(({ payload: event, digest: key }): Happening => {
    const { code, recipient, time } = event
    const shared = { key, code, who: recipient ?? undefined }
    if (!isFactual(code)) {
      const isFailure = ALSO_FAILURES.includes(code)
      return { ...shared, fact: undefined, other: code, clocks: { observed: time }, isFailure }
    }
    const fact = FACT_OF[code]
    const other = failureIn(code)
    if (other !== undefined) {
      // A recipient may have several: the clocks of one say nothing of another.
      const clocks = { ...addedTo(key), observed: time }
      return { ...shared, fact, other, stage: failureStage(event), clocks, isFailure: true }
    }
    const clocks = { ...added(fact, recipient), observed: time }
    return { ...shared, fact, clocks, isFailure: FAILURES.includes(fact) }
  })
  const received = receipts.map(({ receipt }): Happening => ({
    key: receipt.digest,
    fact: 'receipt-signed',
    code: '',
    isFailure: false,
    who: receipt.payload.recipient,
    clocks: {
      ...added('receipt-signed', receipt.payload.recipient),
      declared: receipt.payload.declared,
    },
  }))
  const at = ({ clocks }: Happening) => clocks.observed ?? clocks.declared ?? ''
  return [signed, ...[...observed, ...received].sort((a, b) => (at(a) < at(b) ? -1 : 1))]
}
