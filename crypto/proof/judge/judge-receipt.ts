import { compareReceipt } from '../../evidence/compare-receipt.js'
import type { Receipt } from '../../evidence/receipt.js'
import { type VerifiedReceipt, verifyReceipt } from '../../evidence/verify-receipt.js'
import { firstOf, type Outcome } from '../attempt.js'
import { type Case, eventFact, eventsOf } from '../case.js'
import { doubtIn, doubtOfEntry, inDoubt } from '../doubt.js'
import { type Fact, factOf, type Standing } from '../fact.js'
import { entryData } from '../identity-fact.js'
import type { Identified } from '../identify.js'
import type { JudgedDisclosure } from './judge-disclosure.js'
import { judgeStanding } from './judge-standing.js'
import type { Piece } from '../pieces.js'

/** More credentials and versions of an entry than one officer has; a bound on work. */
const MAX_PAIRS = 32

export type JudgedReceipt = {
  readonly facts: readonly Fact[]
  /** Present if an officer of the recipient signed it with a key that was not revoked. */
  readonly receipt: VerifiedReceipt | undefined
}

/** Who signed a receipt, whether the relay was handed it, and whether it is over what was sent. */
export async function judgeReceipt(
  its: Case,
  piece: Piece<Receipt>,
  disclosure: JudgedDisclosure,
): Promise<JudgedReceipt> {
  const observed = handedIn(its, piece)
  const verified = await verify(its, piece, observed ?? new Date(piece.claims.declared))
  if (!verified?.ok) {
    return { facts: [notSigned(piece, verified), acceptance(its, piece)], receipt: undefined }
  }
  const { receipt, by } = verified.value
  const event = handing(its, piece)
  const standing = inDoubt(
    judgeStanding(receipt.credential, its, observed, piece.digest),
    doubtOfEntry(by) ?? (event && its.doubtOf(event.piece.digest)),
  )
  const facts = [
    signature(its, receipt, { by, key: standing, observed }),
    standing,
    acceptance(its, piece),
    content(receipt, disclosure),
  ]
  return { facts, receipt: standing.standing === 'contradicted' ? undefined : receipt }
}

const eventOf = ({ outcome }: Receipt) => (outcome === 'accepted' ? 'C.3' : 'C.4')

/** When the relay says that it was handed this very receipt. */
export function handedIn(its: Case, piece: Piece<Receipt>): Date | undefined {
  const event = handing(its, piece)
  return event && new Date(event.claims.time)
}

const handing = (its: Case, { claims, digest }: Piece<Receipt>) =>
  eventsOf(its, eventOf(claims), claims.recipient).find(
    ({ outcome, claims: { subject } }) => outcome?.ok && subject === digest,
  )

function verify({ pieces, header, identify }: Case, piece: Piece<Receipt>, at: Date) {
  const { statement, digest, kid, claims: payload } = header
  const about = { statement, digest, kid, payload, typ: 'rogatory-header' as const }
  const { recipient } = piece.claims
  const officers = pieces.credentials.filter(
    ({ claims }) => claims.kid === piece.kid && claims.authority === recipient,
  )
  const entries = pieces.entries.filter(
    ({ claims }) => claims.authority === recipient && claims.kind === 'authority',
  )
  const pairs = officers.flatMap(({ read: credential, kid: voucher }) =>
    entries
      .filter(({ claims }) => claims.keys.some((key) => key.kid === voucher))
      .map((entry) => ({ credential, entry })),
  )
  return firstOf(
    pairs.slice(0, MAX_PAIRS),
    async ({ credential, entry: candidate }) => {
      const by = await identify(candidate, at)
      const { entry } = by
      const receipt = await verifyReceipt(piece.read, { header: about, credential, entry, at })
      return { receipt, by }
    },
    ({ by }) => doubtOfEntry(by) === undefined,
  )
}

function notSigned(
  { claims, digest }: Piece<Receipt>,
  outcome: Outcome<unknown> | undefined,
): Fact {
  const { recipient } = claims
  if (!outcome || outcome.ok) {
    const text = `Who signed the receipt for ${recipient} is not shown: an entry or a credential is not here.`
    return factOf('receipt-signed', 'unproved', text, { statement: digest, data: { recipient } })
  }
  const { code, message } = outcome.error
  const text = `The receipt is not one of ${recipient} for this package: ${message}.`
  const details = { statement: digest, data: { recipient, code } }
  return factOf('receipt-signed', 'contradicted', text, details)
}

type Signing = {
  /** The version of the recipient's entry by which it holds: perhaps a later one than the header names. */
  readonly by: Identified
  /** The fact about the key. */
  readonly key: Fact
  readonly observed: Date | undefined
}

function signature(
  its: Case,
  { payload, credential, digest, kid }: VerifiedReceipt,
  { by, key, observed }: Signing,
): Fact {
  const { name, officer } = credential.payload
  const { recipient, outcome, declared } = payload
  const { standing } = key
  const verified = payload.parts.filter(({ state }) => state === 'verified').length
  const what = `${name} signed for ${recipient} that the package was ${outcome === 'accepted' ? 'received' : 'rejected'}`
  const text = {
    proved: `${what}.`,
    claimed: `${what}; when, and that the key was good then, is not shown.`,
    contradicted: `The receipt bears the signature of ${name}, whose key was good no longer.`,
    unproved: '',
  }[standing]
  return factOf('receipt-signed', standing, text, {
    statement: digest,
    data: {
      recipient,
      name,
      officer,
      outcome,
      credential: credential.digest,
      kid,
      ...entryData(by),
      partsVerified: String(verified),
      parts: String(payload.parts.length),
      ...doubtIn(key),
    },
    clocks: {
      declared,
      ...(observed && { observed: observed.toISOString() }),
      ...its.existed(digest),
    },
  })
}

function acceptance(its: Case, { claims, digest }: Piece<Receipt>): Fact {
  const { recipient } = claims
  const accepted = claims.outcome === 'accepted'
  const said = `${recipient} handed in a receipt that ${accepted ? 'accepts' : 'rejects'} the package`
  const fact = eventFact(
    its,
    accepted ? 'receipt-accepted' : 'rejected',
    eventOf(claims),
    recipient,
    said,
  )
  const [event] = eventsOf(its, eventOf(claims), recipient)
  const isHeld = event?.outcome?.ok === true
  if (!isHeld || event.claims.subject === digest) return fact
  const text = `The relay states that ${said}, but names another receipt than the one here.`
  return { ...fact, standing: 'contradicted', text }
}

function content(receipt: VerifiedReceipt, disclosure: JudgedDisclosure): Fact {
  const { recipient, manifest } = receipt.payload
  const of = (standing: Standing, text: string) =>
    factOf('receipt-matches-header', standing, text, {
      statement: receipt.digest,
      data: { recipient, manifest },
    })
  if (!disclosure.isTold) {
    return of(
      'claimed',
      'The receipt names this header; the salt that ties it to the content is not told.',
    )
  }
  if (disclosure.manifestDigest === undefined) {
    return of(
      'contradicted',
      'The salt and digest told are not those that the sender committed to.',
    )
  }
  if (manifest !== disclosure.manifestDigest) {
    return of('contradicted', 'The receipt is over other content than the sender committed to.')
  }
  const stated = new Map(receipt.payload.parts.map(({ part, digest }) => [part, digest]))
  const differing = disclosure.manifest
    ? compareReceipt(receipt, disclosure.manifest).length
    : disclosure.parts.filter(({ part, digest }) => stated.get(part) !== digest).length
  if (differing > 0) {
    return of(
      'contradicted',
      `The receipt states ${differing} parts otherwise than the sender does.`,
    )
  }
  if (!disclosure.isSenders) {
    return of(
      'claimed',
      'The receipt is over what the header commits to; that the sender signed the header is not shown.',
    )
  }
  return of('proved', 'The receipt is over the very content that the sender committed to.')
}
