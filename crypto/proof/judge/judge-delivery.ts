import type { PackageEventCode } from '../../evidence/event.js'
import type { VerifiedReceipt } from '../../evidence/verify-receipt.js'
import type { Header } from '../../package/header.js'
import { CryptoError } from '../../errors.js'
import { attempt } from '../attempt.js'
import { type Case, eventFact, eventsOf } from '../case.js'
import { type Fact, type FactCode, factOf } from '../fact.js'
import { identityFact } from '../identity-fact.js'
import type { JudgedDisclosure } from './judge-disclosure.js'
import { judgeReceipt } from './judge-receipt.js'

type Recipient = Header['recipients'][number]

export type JudgedDelivery = {
  readonly facts: readonly Fact[]
  readonly receipts: readonly VerifiedReceipt[]
}

const STEPS = [
  ['available', 'D.1', 'the package was made available to'],
  ['notified', 'D.3', 'notice of the package was confirmed by'],
  ['handed-over', 'E.1', 'the package was handed over in full to'],
] as const satisfies readonly (readonly [FactCode, PackageEventCode, string])[]

const ENDINGS = [
  ['undelivered', 'D.2', 'the package could not be made available to'],
  ['undelivered', 'D.4', 'no notice had been confirmed in time by'],
  ['undelivered', 'E.2', 'the package had not been handed over in time to'],
  ['expired', 'C.5', 'the package expired without a receipt of'],
] as const satisfies readonly (readonly [FactCode, PackageEventCode, string])[]

/** What became of the package for one recipient. */
export async function judgeDelivery(
  its: Case,
  recipient: Recipient,
  disclosure: JudgedDisclosure,
): Promise<JudgedDelivery> {
  const { authority } = recipient
  const has = (code: PackageEventCode) => eventsOf(its, code, authority).length > 0
  const event = ([fact, code, said]: readonly [FactCode, PackageEventCode, string]) =>
    eventFact(its, fact, code, authority, `${said} ${authority}`)

  const facts = [await identity(its, recipient)]
  // A receipt or an expiry ends the matter; before it, a step that is not shown is worth telling.
  const isOver = has('C.3') || has('C.4') || has('C.5')
  facts.push(...STEPS.filter(([, code]) => has(code) || !isOver).map(event))
  facts.push(...ENDINGS.filter(([, code]) => has(code)).map(event))

  const receipts: VerifiedReceipt[] = []
  const pieces = its.pieces.receipts.filter(({ claims }) => claims.recipient === authority)
  for (const piece of pieces) {
    const judged = await judgeReceipt(its, piece, disclosure)
    facts.push(...judged.facts)
    if (judged.receipt) receipts.push(judged.receipt)
  }
  if (pieces.length === 0 && !has('C.5')) facts.push(...noReceipt(its, authority, has('C.4')))
  return { facts, receipts }
}

async function identity({ pieces, header, history, identify }: Case, recipient: Recipient) {
  const { authority, entry } = recipient
  const piece = pieces.entries.find(({ digest }) => digest === entry)
  const at = history.submitted ?? new Date(header.claims.created)
  const outcome =
    piece &&
    (await attempt(() => {
      if (piece.claims.authority !== authority || piece.claims.kind !== 'authority') {
        throw new CryptoError(
          'directory/entry',
          'the entry that the header names is another party’s',
        )
      }
      return identify(piece, at)
    }))
  return identityFact('recipient-identified', authority, outcome)
}

function noReceipt(its: Case, recipient: Case['header']['claims']['sender'], isRefused: boolean) {
  const text = `No receipt of ${recipient} is here.`
  const signed = factOf('receipt-signed', 'unproved', text, { data: { recipient } })
  const [fact, code, does] = isRefused
    ? (['rejected', 'C.4', 'rejects'] as const)
    : (['receipt-accepted', 'C.3', 'accepts'] as const)
  const said = `${recipient} handed in a receipt that ${does} the package`
  return [signed, eventFact(its, fact, code, recipient, said)]
}
