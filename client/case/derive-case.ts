import type { AuthorityId, CaseId } from '#crypto/fields/fields.js'
import { isAct, isOpening, openings } from './acts.js'
import type { CaseEvidence, CasePackage, CaseView } from './case-view.js'
import {
  type Cause,
  openRequest,
  type OpenRequest,
  type Refused,
  subjectOf,
  viewRequest,
} from './open-request.js'
import { unreadBetween } from './unread-between.js'

/**
 * What has become of a case, derived from verified packages and verified evidence, and from nothing else.
 *
 * The order is that of the log, never of declared clocks; what has no place in the log yet comes last, and
 * `settled` says so. The order in which packages and evidence are handed in makes no difference. An act
 * that may not be done where it stands is listed with a code and not applied, so a state that is final
 * stays what it is whatever is sent later.
 *
 * @param viewer - whose view: a counterpart knows only its own thread. Left out: all threads.
 *
 * @example
 * ```ts
 * deriveCase(id, packages, 'xb.pgo').requests[0]?.threads[0]?.state // 'in-execution'
 * ```
 */
export function deriveCase(
  id: CaseId,
  packages: readonly CasePackage[],
  viewer?: AuthorityId,
): CaseView {
  const requests: OpenRequest[] = []
  const illegal: CaseView['illegal'][number][] = []
  const known = new Map<string, Known>()
  const events = eventsOf(id, packages)

  for (const { pkg, evidence } of events) {
    if (evidence.code === 'A.1') {
      const no = submit(pkg, evidence)
      if (no !== undefined) illegal.push(illegalAct(pkg, evidence, no))
    } else if (evidence.recipient !== null) {
      const request = requests.find(({ opened }) => opened.header === pkg.header)
      if (evidence.code === AVAILABLE) request?.showTo(evidence.recipient, evidence)
      else request?.receive(evidence, evidence.recipient)
    }
  }

  function submit(pkg: CasePackage, evidence: CaseEvidence): Refused | undefined {
    const { template, inReplyTo, sender, package: name } = pkg.manifest
    const cause = inReplyTo === null ? undefined : known.get(inReplyTo.package)
    if (cause !== undefined && cause.header !== inReplyTo?.header)
      return refused('reference-forged')
    if (known.has(name)) return refused('opened-twice')
    if (isOpening(template.id)) {
      if (inReplyTo !== null && cause?.to.has(sender) !== true) return refused('no-such-request')
      // Nobody opens anything in a case of others.
      if (requests.length > 0 && !requests.some((one) => one.isParty(sender)))
        return refused('not-a-party')
      const request = openRequest(pkg, openings[template.id], evidence, cause)
      if (request.threads.size === 0 && cause !== undefined) return notThere(pkg, cause)
      requests.push(request)
      known.set(name, {
        header: pkg.header,
        request,
        to: new Set([sender, ...request.threads.keys()]),
        subject: null,
      })
      return undefined
    }
    if (!isAct(template.id)) return refused('not-a-known-act')
    if (cause === undefined) return refused('no-such-request')
    const { request } = cause
    const done = request.act(template.id, pkg, evidence, cause)
    if ('code' in done) return done
    known.set(name, {
      header: pkg.header,
      request,
      to: new Set([request.requesting, ...done.counts]),
      subject: subjectOf(pkg, cause),
    })
    // Who a request was redirected to has it from then on.
    for (const one of done.counts) known.get(request.opened.manifest.package)?.to.add(one)
    return undefined
  }

  return {
    case: id,
    requests: requests.map((request) => viewRequest(request, viewer)),
    illegal,
    settled: events.every(({ evidence: { code, index } }) => index !== null || code === AVAILABLE),
  }
}

/** A package that counts: in which request, and for whom, who may refer to it from then on. */
type Known = Cause & { readonly header: string; readonly to: Set<AuthorityId> }

/** From then on a time to acknowledge is counted; it moves nothing else. */
const AVAILABLE = 'D.1'
const COUNTED = ['A.1', AVAILABLE, 'C.3', 'C.4', 'C.5']

function eventsOf(id: CaseId, packages: readonly CasePackage[]) {
  const distinct = new Map(
    packages
      .filter(({ manifest }) => manifest.case === id)
      .flatMap((pkg) => pkg.evidence.map((evidence) => [evidence.digest, { pkg, evidence }])),
  )
  return [...distinct.values()]
    .filter(({ evidence }) => COUNTED.includes(evidence.code))
    .sort((a, b) => compare(a.evidence, b.evidence))
}

function compare(a: CaseEvidence, b: CaseEvidence): number {
  const [one, other] = [a.index ?? Infinity, b.index ?? Infinity]
  if (one !== other) return one - other
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  if (a.sequence !== b.sequence) return a.sequence - b.sequence
  return a.digest < b.digest ? -1 : 1
}

/** Nobody whom it is addressed to has what it follows: never had it, or not any more. */
function notThere({ manifest: { sender, recipients } }: CasePackage, cause: Cause): Refused {
  const states = new Set(
    recipients.flatMap(({ authority }) => unreadBetween(sender, authority, cause) ?? []),
  )
  const [state = null, another] = states
  if (state === null) return refused('no-such-request')
  return { code: 'request-unread', state: another === undefined ? state : null }
}

const refused = (code: Refused['code']): Refused => ({ code, state: null })

const illegalAct = ({ manifest }: CasePackage, evidence: CaseEvidence, no: Refused) => ({
  package: manifest.package,
  by: manifest.sender,
  template: manifest.template.id,
  ...no,
  evidence: evidence.digest,
  index: evidence.index,
})
