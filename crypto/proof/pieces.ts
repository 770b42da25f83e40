import { DirectoryEntry } from '../directory/entry.js'
import { OfficerCredential } from '../directory/officer-credential.js'
import { Revocation, Suspension } from '../directory/revocation.js'
import { Absence } from '../evidence/absence.js'
import { Evidence } from '../evidence/evidence.js'
import { Receipt } from '../evidence/receipt.js'
import { Approval } from '../package/approval.js'
import { Header } from '../package/header.js'
import { claimsOf, readStatement, type UnverifiedStatement } from '../statement/read-statement.js'
import type { StatementType } from '../statement/types.js'
import { CertifiedTranslation } from '../translation/certified-translation.js'
import { Handoff } from '../translation/handoff.js'
import { HandoffAct } from '../translation/handoff-act.js'
import type { ZodType } from 'zod'
import { attempt } from './attempt.js'
import type { ProofBundle } from './bundle.js'

/** A statement as it describes itself. Nothing of it is believed; it tells what to verify it against. */
export type Piece<P> = {
  readonly statement: string
  /** The same, as it was read: for whoever verifies it. */
  readonly read: UnverifiedStatement
  readonly digest: string
  readonly kid: string
  readonly claims: P
}

/** Why the bundle is not all of one piece. */
export type Flaw = { readonly where: string; readonly why: string }

/** A hand-off whose assignment can be read. */
export type HandoffPiece = {
  readonly handoff: Piece<Handoff>
  readonly acts: readonly Piece<HandoffAct>[]
  readonly certified: Piece<CertifiedTranslation> | undefined
}

export type Pieces = {
  readonly headers: readonly Piece<Header>[]
  readonly credentials: readonly Piece<OfficerCredential>[]
  readonly approvals: readonly Piece<Approval>[]
  readonly entries: readonly Piece<DirectoryEntry>[]
  readonly evidence: readonly Piece<Evidence>[]
  readonly receipts: readonly Piece<Receipt>[]
  readonly revocations: readonly Piece<Revocation>[]
  readonly suspensions: readonly Piece<Suspension>[]
  readonly absences: readonly Piece<Absence>[]
  readonly translations: readonly HandoffPiece[]
  /** Statements that cannot be read as what they are to be. */
  readonly flaws: readonly Flaw[]
}

/** Reads every statement of a bundle for what it says of itself. */
export async function readPieces(bundle: ProofBundle): Promise<Pieces> {
  const flaws: Flaw[] = []
  const read = async <P>(
    where: string,
    typ: StatementType,
    schema: ZodType<P>,
    statements: readonly string[],
  ): Promise<Piece<P>[]> => {
    const pieces: Piece<P>[] = []
    for (const [index, statement] of statements.entries()) {
      const place = `${where} ${index + 1}`
      const outcome = await attempt(() => readStatement(statement))
      if (!outcome.ok) {
        flaws.push({ where: place, why: outcome.error.code })
        continue
      }
      const { value: read } = outcome
      const { digest, kid } = read
      const claims = claimsOf(read, schema)
      if (read.typ !== typ) flaws.push({ where: place, why: 'statement/type' })
      else if (claims === undefined) flaws.push({ where: place, why: 'statement/payload' })
      else pieces.push({ statement, read, digest, kid, claims })
    }
    return pieces
  }
  const readHandoffs = async (): Promise<HandoffPiece[]> => {
    const found: HandoffPiece[] = []
    for (const [index, one] of (bundle.translations ?? []).entries()) {
      const place = `hand-off ${index + 1}`
      const [handoff] = await read(place, 'rogatory-handoff', Handoff, [one.handoff])
      const acts = await read(`${place}, act`, 'rogatory-handoff-act', HandoffAct, one.acts)
      const [certified] = await read(
        `${place}, certified statement`,
        'rogatory-translation',
        CertifiedTranslation,
        one.certified === undefined ? [] : [one.certified],
      )
      if (handoff) found.push({ handoff, acts, certified })
    }
    return found
  }
  return {
    headers: await read('header', 'rogatory-header', Header, [bundle.header]),
    credentials: await read(
      'credential',
      'rogatory-officer',
      OfficerCredential,
      bundle.credentials,
    ),
    approvals: await read('approval', 'rogatory-approval', Approval, bundle.approvals),
    entries: await read('entry', 'rogatory-entry', DirectoryEntry, bundle.entries),
    evidence: await read('evidence', 'rogatory-evidence', Evidence, bundle.evidence),
    receipts: await read('receipt', 'rogatory-receipt', Receipt, bundle.receipts),
    revocations: await read('revocation', 'rogatory-revocation', Revocation, bundle.revocations),
    suspensions: await read('suspension', 'rogatory-suspension', Suspension, bundle.suspensions),
    absences: await read(
      'absence',
      'rogatory-absence',
      Absence,
      (bundle.absences ?? []).map(({ statement }) => statement),
    ),
    translations: await readHandoffs(),
    flaws,
  }
}

/** The statements of a hand-off. */
export const piecesOf = ({ handoff, acts, certified }: HandoffPiece): readonly Piece<unknown>[] => [
  handoff,
  ...acts,
  ...(certified ? [certified] : []),
]
