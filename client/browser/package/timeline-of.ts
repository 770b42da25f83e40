import type { PackageEventCode } from '#crypto/evidence/event.js'
import type { Clocks, FactCode } from '#crypto/proof/fact.js'
import type { Report } from '../../report/report.js'
import type { ShownPackage } from './use-package.js'

export type Happening = {
  readonly key: string
  readonly fact: FactCode
  readonly code: string
  readonly who: string | undefined
  readonly clocks: Clocks
  readonly isFailure: boolean
}

/** The fact that a code of evidence shows; codes without one are told by their code alone. */
const FACT_OF: Readonly<Partial<Record<PackageEventCode, FactCode>>> = {
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
}
const FAILURES: readonly FactCode[] = ['rejected', 'undelivered', 'expired']

/** The signatures of people and the relay's evidence, in their order, with what the proof adds to each. */
export function timelineOf(
  { read: { record }, receipts }: ShownPackage,
  report: Report | undefined,
): readonly Happening[] {
  const { payload, digest } = record.header
  const added = (fact: FactCode, recipient: string | null) =>
    report?.moments.find(
      (moment) =>
        moment.fact.fact === fact && (recipient === null || moment.recipient === recipient),
    )?.clocks ?? {}
  const signed: Happening = {
    ...{ key: digest, fact: 'header-signed', code: '', who: payload.sender, isFailure: false },
    clocks: { ...added('header-signed', null), declared: payload.created },
  }
  const observed = record.evidence.flatMap(({ payload: event, digest: key }): Happening[] => {
    const fact = FACT_OF[event.code]
    if (fact === undefined) return []
    return [
      {
        ...{ key, fact, code: event.code, who: event.recipient ?? undefined },
        clocks: { ...added(fact, event.recipient), observed: event.time },
        isFailure: FAILURES.includes(fact),
      },
    ]
  })
  const received = receipts.map(({ receipt }): Happening => ({
    ...{ key: receipt.digest, fact: 'receipt-signed', code: '', isFailure: false },
    who: receipt.payload.recipient,
    clocks: {
      ...added('receipt-signed', receipt.payload.recipient),
      declared: receipt.payload.declared,
    },
  }))
  const at = ({ clocks }: Happening) => clocks.observed ?? clocks.declared ?? ''
  return [signed, ...[...observed, ...received].sort((a, b) => (at(a) < at(b) ? -1 : 1))]
}
