import { CORRESPONDENTS, requireRole } from '../../directory/roles.js'
import { CryptoError } from '../../errors.js'
import { type VerifiedHeader, verifyHeader } from '../../package/verify-header.js'
import { verifyApproval, verifyApprovals } from '../../package/verify-approvals.js'
import { attempt, firstOf, type Outcome } from '../attempt.js'
import { type Case, eventFact, eventsOf } from '../case.js'
import { doubtIn, doubtOfEntry, inDoubt } from '../doubt.js'
import { demandedAt } from '../entry-versions.js'
import { type Fact, factOf } from '../fact.js'
import { entryData, identityFact } from '../identity-fact.js'
import type { Identified } from '../identify.js'
import { judgeStanding } from './judge-standing.js'

export type JudgedSubmission = {
  readonly facts: readonly Fact[]
  /**
   * Present if `header-signed` is proved: what the sender committed to rests on it, and stands no higher.
   */
  readonly header: VerifiedHeader | undefined
  /** The relay took nothing in: there is no delivery to judge. */
  readonly isRejected: boolean
}

/** Who sent the package, who signed and approved it, and whether the relay took it in. */
export async function judgeSubmission(its: Case): Promise<JudgedSubmission> {
  const { header, history } = its
  const at = history.submitted ?? new Date(header.claims.created)
  const sender = await identifySender(its, at)
  const signed = sender?.ok ? await signedHeader(its, sender.value, at) : undefined
  const isRejected = eventsOf(its, 'A.2', null).length > 0
  const facts = [identityFact('sender-identified', header.claims.sender, sender)]
  let isProved = false
  if (sender?.ok && signed?.ok) {
    const standing = inDoubt(
      judgeStanding(signed.value.credential, its, history.submitted, header.digest),
      doubtOf(its, sender.value),
    )
    isProved = standing.standing === 'proved'
    facts.push(signature(its, signed.value, { by: sender.value, standing }), standing)
  } else facts.push(noSignature(signed, header.digest))
  if (sender?.ok && signed?.ok)
    facts.push(...(await approvals(its, sender.value, signed.value, at)))
  facts.push(
    isRejected
      ? eventFact(its, 'rejected', 'A.2', null, 'the submission was rejected')
      : eventFact(its, 'submission-accepted', 'A.1', null, 'the submission was accepted'),
  )
  return { facts, header: signed?.ok && isProved ? signed.value : undefined, isRejected }
}

/** Of the sender's entry, or of when it was submitted. */
const doubtOf = ({ history: { submission }, doubtOf }: Case, sender: Identified) =>
  doubtOfEntry(sender) ?? (submission === undefined ? undefined : doubtOf(submission))

async function identifySender({ header, pieces, identify }: Case, at: Date) {
  const { sender, senderEntry } = header.claims
  const entry = pieces.entries.find(({ digest }) => digest === senderEntry)
  if (!entry) return undefined
  return attempt(() => {
    if (entry.claims.authority !== sender || entry.claims.kind !== 'authority') {
      throw new CryptoError('directory/entry', 'the entry that the header names is another party’s')
    }
    return identify(entry, at)
  })
}

function signedHeader({ header, pieces }: Case, { entry }: Identified, at: Date) {
  const credentials = pieces.credentials.filter(({ claims }) => claims.kid === header.kid)
  return firstOf(credentials, async ({ read: credential }) => {
    const verified = await verifyHeader(header.read, { credential, entry, at })
    requireRole(verified.credential, CORRESPONDENTS)
    return verified
  })
}

function signature(
  its: Case,
  header: VerifiedHeader,
  { by, standing }: { readonly by: Identified; readonly standing: Fact },
): Fact {
  const { name, officer, authority } = header.credential.payload
  const [existed] = its.history.judged
    .filter(
      ({ piece: { claims } }) => claims.about === 'package' && claims.header === header.digest,
    )
    .flatMap(({ piece, outcome }) => (outcome?.ok ? [its.existed(piece.digest)] : []))
    .filter((clocks) => Object.keys(clocks).length > 0)
  const text = {
    proved: `${name} signed the package for ${authority}.`,
    claimed: `${name} signed the package for ${authority}; that the key was good then is not shown.`,
    contradicted: `The package bears the signature of ${name}, whose key was good no longer.`,
    unproved: '',
  }[standing.standing]
  return factOf('header-signed', standing.standing, text, {
    statement: header.digest,
    data: {
      name,
      officer,
      authority,
      credential: header.credential.digest,
      kid: header.kid,
      ...entryData(by),
      ...doubtIn(standing),
    },
    clocks: {
      declared: header.payload.created,
      ...(its.history.submitted && { observed: its.history.submitted.toISOString() }),
      ...existed,
    },
  })
}

function noSignature(signed: Outcome<VerifiedHeader> | undefined, statement: string): Fact {
  if (!signed || signed.ok) {
    const text = 'Who signed the package is not shown: an entry or a credential is not here.'
    return factOf('header-signed', 'unproved', text, { statement })
  }
  const { code, message } = signed.error
  const text = `No officer of the sender signed the package: ${message}.`
  return factOf('header-signed', 'contradicted', text, { statement, data: { code } })
}

async function approvals(
  its: Case,
  sender: Identified,
  header: VerifiedHeader,
  at: Date,
): Promise<readonly Fact[]> {
  const { entry: named } = sender
  // As the relay has it: to name the version before is no way around a policy that has become stricter.
  const demanded = Math.max(
    named.payload.policy.approvals,
    demandedAt(its.versions, named.payload.authority, at),
  )
  const demanding = (approvals: number) => ({
    ...named,
    payload: { ...named.payload, policy: { approvals } },
  })
  const entry = demanding(demanded)
  const { approvals: pieces, credentials } = its.pieces
  if (demanded === 0 && pieces.length === 0) return []
  const items = await Promise.all(
    pieces.map(async ({ read: statement, kid }) => {
      // One key may stand in several credentials, and in those of several authorities: the one by which it holds.
      const offered = credentials.filter(({ claims }) => claims.kid === kid)
      const held = await firstOf(offered, ({ read: credential }) =>
        verifyApproval({ statement, credential }, header, { entry, at }),
      )
      const voucher = held?.ok ? held.value.credential.digest : offered[0]?.digest
      const credential = offered.find(({ digest }) => digest === voucher)?.read
      return { statement, credential: credential ?? '' }
    }),
  )
  const data = { demanded: String(demanded), given: String(pieces.length) }
  const outcome = await attempt(() => verifyApprovals(items, header, entry, at))
  const fact = 'approvals-given'
  if (!outcome.ok) {
    const { code, message } = outcome.error
    // Each of those given holds by itself: then there are only too few.
    const isMissing = (await attempt(() => verifyApprovals(items, header, demanding(0), at))).ok
    const text = `The package is not approved as the sender’s policy demands: ${message}.`
    const standing = isMissing ? 'unproved' : 'contradicted'
    return [factOf(fact, standing, text, { data: { ...data, code } })]
  }
  const standings = outcome.value.map(({ credential, digest }) =>
    inDoubt(judgeStanding(credential, its, its.history.submitted, digest), doubtOf(its, sender)),
  )
  const names = outcome.value.map(({ credential }) => credential.payload.name).join(', ')
  const has = (one: Fact['standing']) => standings.some(({ standing }) => standing === one)
  // As a signature has the standing of its key, so have these together that of the worst of theirs.
  const standing = has('contradicted') ? 'contradicted' : has('claimed') ? 'claimed' : 'proved'
  const text = {
    proved: `Approved by ${names}.`,
    claimed: `Approved by ${names}; that each of their keys was good then is not shown.`,
    contradicted: `Of ${names}, who approved it, not every key was good then.`,
  }[standing]
  const [doubted] = standings.filter(({ data }) => data['doubt'] !== undefined)
  const more = standing === 'claimed' && doubted ? doubtIn(doubted) : {}
  return [factOf(fact, standing, text, { data: { ...data, names, ...more } }), ...standings]
}
