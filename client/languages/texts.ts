import type { Doubt } from '#crypto/proof/doubt.js'
import type { Clocks, FactCode, Standing, Verdict } from '#crypto/proof/fact.js'
import type { PackageState } from '#crypto/evidence/package-state.js'
import type { Urgency } from '#crypto/package/header.js'
import type { StatementType } from '#crypto/statement/types.js'

/**
 * What is said of one fact. `proved` and the others are whole sentences with `{places}` for members of
 * the fact's `data`; where a standing has no sentence of its own, the standing's meaning is said.
 */
export type FactTexts = { readonly title: string; readonly proved: string } & Readonly<
  Partial<Record<Exclude<Standing, 'proved'>, string>>
>

type Labelled = { readonly label: string; readonly meaning: string }

/** Why a fact is only claimed, where the facts say so (`data.doubt`): a sentence after its own. */
type Doubts = Doubt | 'attested-late' | 'person-ahead'

/** Labels of the tables that certificate and verifier page share. */
type Labels =
  | 'sender'
  | 'recipient'
  | 'relay'
  | 'package'
  | 'case'
  | 'urgency'
  | 'documents'
  | 'signedBy'
  | 'state'
  | 'authority'
  | 'officer'
  | 'credential'
  | 'entry'
  | 'certificate'
  | 'root'
  | 'key'
  | 'digest'
  | 'kind'
  | 'fact'
  | 'standing'
  | 'moment'
  | 'event'
  | 'log'
  | 'logSize'
  | 'checkpoint'
  | 'timestamp'
  | 'serial'
  | 'file'
  | 'octets'
  | 'length'
  | 'statement'
  | 'reason'
  | 'none'
  | 'notGiven'
  | 'unknownState'

type CertificateWords =
  | 'translationTitle'
  | 'translationSubtitle'
  | 'limitTranslation'
  | 'title'
  | 'subtitle'
  | 'transmission'
  | 'verdict'
  | 'moments'
  | 'momentsMeaning'
  | 'whatIsProved'
  | 'whatIsNotProved'
  | 'limitContent'
  | 'limitPerson'
  | 'limitClocks'
  | 'limitTrust'
  | 'limitAbsence'
  | 'limitOperator'
  | 'operatorStamp'
  | 'annex'
  | 'annexFacts'
  | 'annexKeys'
  | 'annexKeysMeaning'
  | 'annexLog'
  | 'annexLogMeaning'
  | 'annexStatements'
  | 'annexStatementsMeaning'
  | 'annexDocuments'
  | 'annexTrust'
  | 'annexTrustMeaning'
  | 'howToVerify'
  | 'verifyOne'
  | 'verifyTwo'
  | 'verifyThree'
  | 'verifyFour'
  | 'attachment'
  | 'attachmentMeaning'
  | 'issued'
  | 'signature'
  | 'signed'
  | 'unsigned'
  | 'page'

type PageWords =
  | 'title'
  | 'lead'
  | 'offline'
  | 'language'
  | 'chooseBundle'
  | 'chooseBundleHint'
  | 'chooseTrust'
  | 'chooseTrustHint'
  | 'chooseDocuments'
  | 'chooseDocumentsHint'
  | 'drop'
  | 'verify'
  | 'working'
  | 'reading'
  | 'problem'
  | 'needBundle'
  | 'needTrust'
  | 'notABundle'
  | 'notATrustList'
  | 'tooLarge'
  | 'unreadable'
  | 'print'
  | 'again'
  | 'facts'
  | 'keys'
  | 'chosen'
  | 'skip'
  | 'noScript'

/** Everything that is said in one language. A language that lacks a text does not compile. */
export type Texts = {
  readonly facts: Readonly<Record<FactCode, FactTexts>>
  readonly standings: Readonly<Record<Standing, Labelled>>
  readonly doubts: Readonly<Record<Doubts, string>>
  readonly clocks: Readonly<Record<keyof Clocks, Labelled>>
  readonly states: Readonly<Record<PackageState, string>>
  readonly verdicts: Readonly<Record<Verdict['verdict'], Labelled>>
  readonly statements: Readonly<Record<StatementType, string>>
  readonly urgencies: Readonly<Record<Urgency, string>>
  readonly certificateStatus: Readonly<Record<'good' | 'unknown', string>>
  readonly labels: Readonly<Record<Labels, string>>
  readonly certificate: Readonly<Record<CertificateWords, string>>
  readonly page: Readonly<Record<PageWords, string>>
}
