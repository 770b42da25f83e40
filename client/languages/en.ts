import { enFacts } from './facts/en-facts.js'
import type { Texts } from './texts.js'

export const en: Texts = {
  facts: enFacts,
  standings: {
    proved: { label: 'Proved', meaning: 'Follows from signatures under the trust list.' },
    claimed: { label: 'Claimed', meaning: 'Somebody says so; nothing in the bundle shows it.' },
    unproved: { label: 'Not proved', meaning: 'Nothing in the bundle shows this.' },
    contradicted: {
      label: 'Contradicted',
      meaning: 'Something in the bundle is false or says otherwise.',
    },
  },
  doubts: {
    'relay-revoked':
      'The relay’s certificate had been revoked before anybody but its operator attested this: whoever held its key then could have dated it back.',
    'relay-ended':
      'The relay’s certificate had ended before anybody but its operator attested this: whoever held its key then could have dated it back.',
    'relay-superseded':
      'The relay had taken the key that signed this out of its directory entry by then: whoever holds that key may have made it.',
    'revoked-afterwards':
      'The certificate that this rests on was declared revoked from before that moment on, but its issuer published that only afterwards.',
    'attested-late':
      'Nobody but the operator of the relay attested it until days after the newest time that the relay states: no time-stamping authority answered for so long, or the times were dated back.',
    'person-ahead': 'A person’s clock is ahead of the relay’s; one of the two is wrong.',
  },
  clocks: {
    declared: { label: 'Declared', meaning: 'by whoever signed: its own word' },
    observed: { label: 'Observed', meaning: 'by the relay, on its own clock' },
    attested: { label: 'Attested', meaning: 'by a time-stamping authority: not later than this' },
    witnessed: { label: 'Witnessed', meaning: 'by witnesses of the log: not later than this' },
  },
  states: {
    submitted: 'Submitted',
    rejected: 'Rejected by the relay',
    undelivered: 'Not delivered',
    available: 'Made available',
    notified: 'Notified',
    'handed-over': 'Handed over',
    accepted: 'Received and accepted',
    refused: 'Rejected by the recipient',
    expired: 'Expired without a receipt',
  },
  verdicts: {
    proved: {
      label: 'Proved',
      meaning: 'Every fact below follows from signatures under the trust list.',
    },
    incomplete: {
      label: 'Incomplete',
      meaning:
        'Nothing is contradicted, but not every fact is proved. What is not proved is named.',
    },
    contradicted: {
      label: 'Contradicted',
      meaning: 'At least one fact is false. Do not rely on this bundle.',
    },
  },
  statements: {
    'rogatory-entry': 'Directory entry',
    'rogatory-officer': 'Officer credential',
    'rogatory-security-key': 'Claim of a security key',
    'rogatory-manifest': 'Manifest',
    'rogatory-header': 'Header of the package',
    'rogatory-approval': 'Approval',
    'rogatory-draft': 'Draft',
    'rogatory-evidence': 'Evidence of the relay',
    'rogatory-receipt': 'Receipt',
    'rogatory-absence': 'Statement of absence',
    'rogatory-revocation': 'Revocation',
    'rogatory-suspension': 'Suspension',
    'rogatory-invitation': 'Invitation',
    'rogatory-application': 'Application for enrolment',
    'rogatory-decision': 'Decision on an application',
    'rogatory-inquiry': 'Inquiry of the operator',
    'rogatory-clock': 'Request for a clock',
    'rogatory-roster': 'Duty roster',
    'rogatory-handoff': 'Hand-off to a translator',
    'rogatory-handoff-act': 'Act about a hand-off',
    'rogatory-translation': 'Certified translation',
    'rogatory-duty': 'Act of a duty officer',
    'rogatory-assignment': 'Assignment of a case within an authority',
    'rogatory-downgrade': 'Downgrade for official use',
    'rogatory-retention': 'Schedule of retention',
    'rogatory-hold': 'Legal hold',
    'rogatory-resealing': 'Copy sealed anew',
  },
  urgencies: { routine: 'Routine', urgent: 'Urgent', emergency: 'Emergency' },
  certificateStatus: {
    good: 'not revoked, by a revocation list of the time',
    unknown: 'no revocation list speaks of that time',
  },
  labels: {
    sender: 'Sender',
    recipient: 'Recipient',
    relay: 'Relay',
    package: 'Package number',
    case: 'Case number of the service',
    urgency: 'Urgency',
    documents: 'Documents',
    signedBy: 'Signed by',
    state: 'State',
    authority: 'Authority',
    officer: 'Officer',
    credential: 'Credential',
    entry: 'Directory entry',
    certificate: 'Certificate',
    root: 'Root of trust',
    key: 'Key',
    digest: 'SHA-256',
    kind: 'Kind',
    fact: 'Fact',
    standing: 'Standing',
    moment: 'Moment (UTC)',
    event: 'Event',
    log: 'Log',
    logSize: 'Entries in the log',
    checkpoint: 'Checkpoint',
    timestamp: 'Time-stamp',
    serial: 'Serial number',
    file: 'File',
    octets: '{count} octets',
    length: 'Length',
    statement: 'Statement',
    reason: 'Reason',
    none: 'None',
    notGiven: '—',
    unknownState: 'Not shown by the evidence',
  },
  certificate: {
    translationTitle: 'Certificate of translation',
    translationSubtitle: 'Certified translation between Central Authorities',
    limitTranslation:
      'That the translation is right: only who certified it, of which text, and that these are the very texts.',
    title: 'Certificate of transmission and receipt',
    subtitle: 'Electronic transmission of a request between Central Authorities',
    transmission: 'The transmission',
    verdict: 'Result of verification: {verdict}',
    moments: 'When it happened, by which clock',
    momentsMeaning:
      'Four clocks are kept apart. Declared: the signer’s own word. Observed: the relay’s clock. Attested: a time-stamping authority vouches that it had happened by then. Witnessed: witnesses of the log do. All times are UTC.',
    whatIsProved: 'What is proved',
    whatIsNotProved: 'What is not proved',
    limitContent:
      'That what the documents say is true: only that these documents, octet for octet, were sent and received.',
    limitPerson:
      'Which natural person held an officer’s key: only which authority had vouched for that officer.',
    limitClocks:
      'That declared and observed times are right: they are the word of the signer and of the relay. Attested times are not.',
    limitOperator:
      'That anybody but the operator of the relay attests the time: the time-stamp, or the renewal that it rests on, is by the relay’s own authority.',
    operatorStamp: 'Rests on the relay’s own authority: the operator’s own clock',
    limitAbsence:
      'That no receipt was made, or that the relay withheld none: a statement of absence speaks of the relay’s log up to one checkpoint, and witnesses do not read what stands in the log.',
    limitTrust:
      'That the roots of the trust list deserve trust: whoever reads this certificate decides so, by their fingerprints.',
    annex: 'Annex',
    annexFacts: 'Every fact, and what shows it',
    annexKeys: 'The chain of keys',
    annexKeysMeaning:
      'Each signature leads from an officer’s key over a credential and the authority’s directory entry to a certificate, and from there to a root of the trust list.',
    annexLog: 'Log and time-stamps',
    annexLogMeaning:
      'The log is append-only; its checkpoint fixes every entry. A time-stamp over the checkpoint attests that all of them existed by then.',
    annexStatements: 'Digests of every statement',
    annexStatementsMeaning:
      'SHA-256 over the exact octets of each signed statement, in the order of the bundle.',
    annexDocuments: 'Documents compared',
    annexTrust: 'Trust list',
    annexTrustMeaning:
      'Verification rests on these roots alone. Compare their fingerprints with those that the States have published.',
    howToVerify: 'How to verify this independently',
    verifyOne:
      'Save the attached file {file} from this PDF (“Attachments” in the PDF reader). Its SHA-256 must be the one printed here.',
    verifyTwo:
      'Obtain the trust list from an authority that you trust, not from whoever gave you this certificate, and compare its fingerprints.',
    verifyThree:
      'Open the verification page rogatory-verifier.html from disk in any modern browser, without a network, and drop file, trust list and documents on it; or run: rogatory verify {file} --trust trust.json',
    verifyFour:
      'Anyone can write a verifier of their own: the formats are published in docs/protocol.md of Rogatory, and rest on JWS, X.509, RFC 3161 and RFC 9162.',
    attachment: 'Attached proof bundle',
    attachmentMeaning:
      'The bundle is embedded in this PDF. This certificate only retells it; the bundle is what proves.',
    issued: 'Issued {at} (UTC), by the clock of the machine that made this certificate',
    signature: 'Signature of this certificate',
    signed:
      'This PDF bears an electronic signature of {subject}. It vouches for the retelling; the proof rests on the bundle.',
    unsigned:
      'This PDF is not signed. Nothing depends on that: the proof rests on the attached bundle alone.',
    page: 'Page {page} of {pages}',
  },
  page: {
    title: 'Verify a proof of transmission and receipt',
    lead: 'Find out what a proof bundle of Rogatory proves: who sent what to whom, and when, by which clock.',
    offline:
      'This page works without a network. Nothing that you choose here leaves this computer.',
    language: 'Language',
    chooseBundle: 'Proof bundle',
    chooseBundleHint: 'The file whose name ends in .rogatory-proof',
    chooseTrust: 'Trust list',
    chooseTrustHint: 'The file trust.json, from an authority that you trust',
    chooseDocuments: 'Documents (optional)',
    chooseDocumentsHint: 'Any documents that you want to compare with what was sent',
    drop: 'You can also drop all files here.',
    verify: 'Verify',
    working: 'Verifying …',
    reading: 'Reading {file}: {percent}%',
    problem: 'There is a problem',
    needBundle: 'Choose a proof bundle',
    needTrust: 'Choose a trust list',
    notABundle: '“{file}” is not a proof bundle of Rogatory, or it is damaged',
    notATrustList: '“{file}” is not a trust list of Rogatory',
    tooLarge: '“{file}” is larger than a proof bundle or trust list can be',
    unreadable: '“{file}” cannot be read',
    print: 'Print this result',
    again: 'Verify another bundle',
    facts: 'Facts',
    keys: 'Keys, log and digests',
    chosen: 'Chosen: {file}',
    skip: 'Skip to main content',
    noScript: 'This page needs JavaScript, which runs only on this computer.',
  },
}
