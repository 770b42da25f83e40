import type { VerifiedReceipt } from '../../evidence/verify-receipt.js'
import { type Fact, factOf } from '../fact.js'
import type { JudgedDisclosure } from './judge-disclosure.js'

/** A document that somebody holds against a bundle: measured by the caller. */
export type DocumentClaim = {
  readonly name: string
  /** Octets. */
  readonly length: number
  /** SHA-256, lower-case hex. */
  readonly digest: string
}

/** Whether documents are what was sent and received. */
export function judgeDocuments(
  documents: readonly DocumentClaim[],
  { manifest, parts }: JudgedDisclosure,
  receipts: readonly VerifiedReceipt[],
): readonly Fact[] {
  return documents.map((document) => {
    const { name, digest } = document
    const of = (standing: Fact['standing'], text: string, more: Record<string, string> = {}) =>
      factOf('document-matches', standing, text, { data: { name, digest, ...more } })
    const verifiers = receipts
      .filter(({ payload }) =>
        payload.parts.some((part) => part.digest === digest && part.state === 'verified'),
      )
      .map(({ payload }) => payload.recipient)
      .join(', ')
    const verifiedBy = verifiers === '' ? {} : { verifiedBy: verifiers }

    const part = parts.find((sent) => sent.digest === digest && sent.length === document.length)
    if (!part && manifest) {
      return of('contradicted', `${name} is none of the documents of this package.`)
    }
    if (part) {
      const details = { part: part.part, sentAs: part.name, ...verifiedBy }
      return of('proved', `${name} is the document that was sent as ${part.name}.`, details)
    }
    if (receipts.some(({ payload }) => payload.parts.some((part) => part.digest === digest))) {
      const text = `A receipt names ${name} by its digest; the sender’s manifest is not disclosed.`
      return of('claimed', text, verifiedBy)
    }
    return receipts.length > 0
      ? of('contradicted', `No receipt in the bundle names ${name}, and each names every part.`)
      : of(
          'unproved',
          `Nothing in the bundle names documents, so none can be compared with ${name}.`,
        )
  })
}
