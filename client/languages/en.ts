import type { Texts } from './texts.js'

export const en: Texts = {
  facts: {
    'relay-identified': {
      title: 'The relay is identified',
      proved: 'The relay {authority} has a certificate under the root “{rootSubject}”.',
    },
    'sender-identified': {
      title: 'The sender is identified',
      proved: 'The sending authority {authority} has a certificate under the root “{rootSubject}”.',
    },
    'recipient-identified': {
      title: 'The recipient is identified',
      proved: 'The authority {authority} has a certificate under the root “{rootSubject}”.',
    },
    'header-signed': {
      title: 'The sender signed the package',
      proved: '{name} signed the package for {authority}.',
      claimed:
        '{name} signed the package for {authority}; that the key was in good standing then is not shown.',
      unproved:
        'Who signed the package is not shown: an entry or a credential is missing from the bundle.',
    },
    'approvals-given': {
      title: 'Further officers approved the package',
      proved: 'Approved by {names}.',
      unproved: 'The sender’s policy demands {demanded} approvals; {given} are in the bundle.',
    },
    'key-not-revoked': {
      title: 'The key that signed was not revoked',
      proved: 'No revocation of the signer’s key for {authority} reaches back to that moment.',
      claimed:
        'That the signer’s key for {authority} was in good standing at the moment of signing is not shown.',
      contradicted: 'The signer’s key for {authority} had been revoked.',
    },
    'evidence-chain-unbroken': {
      title: 'The relay’s evidence is complete',
      proved:
        'The {length} pieces of evidence are one unbroken history, from the submission onwards.',
      unproved:
        'Whether the {length} pieces of evidence in the bundle are one unbroken history is not shown.',
    },
    'submission-accepted': {
      title: 'The relay accepted the submission',
      proved: 'The relay {issuer} states that it accepted the submission ({code}).',
    },
    rejected: {
      title: 'The package was rejected',
      proved: 'The relay {issuer} states that the package was rejected ({code}).',
    },
    available: {
      title: 'Made available to the recipient',
      proved:
        'The relay {issuer} states that the package was made available to {recipient} ({code}).',
    },
    notified: {
      title: 'The recipient was notified',
      proved:
        'The relay {issuer} states that {recipient} confirmed the notice of the package ({code}).',
    },
    'handed-over': {
      title: 'Handed over to the recipient',
      proved:
        'The relay {issuer} states that the package was handed over in full to {recipient} ({code}).',
    },
    undelivered: {
      title: 'Delivery failed',
      proved:
        'The relay {issuer} states that the package was not delivered to {recipient} ({code}).',
    },
    expired: {
      title: 'The package expired',
      proved:
        'The relay {issuer} states that the package expired without a receipt of {recipient} ({code}).',
    },
    'receipt-signed': {
      title: 'The recipient signed a receipt',
      proved:
        '{name} signed a receipt for {recipient}; {partsVerified} of {parts} documents were opened and verified.',
      claimed:
        '{name} signed a receipt for {recipient}; when, and that the key was in good standing then, is not shown.',
      unproved: 'No receipt of {recipient} is shown.',
      contradicted: 'A receipt in the bundle is not a valid receipt of {recipient}.',
    },
    'receipt-accepted': {
      title: 'The receipt reached the relay',
      proved:
        'The relay {issuer} states that {recipient} handed in a receipt that accepts the package ({code}).',
    },
    'receipt-matches-header': {
      title: 'The receipt is for what was sent',
      proved: 'The receipt of {recipient} is over the very content that the sender committed to.',
      claimed:
        'The receipt of {recipient} names this package; what ties it to the content was not disclosed.',
      contradicted:
        'The receipt of {recipient} is over other content than the sender committed to.',
    },
    'manifest-matches-header': {
      title: 'The disclosed manifest is genuine',
      proved: 'The disclosed manifest is the one that the sender signed and committed to.',
    },
    'part-disclosed': {
      title: 'A part of the package is disclosed',
      proved: 'The sender committed to the part “{name}” with its length and its digest {digest}.',
      unproved: 'A part “{name}” is told of, but who signed the package is not shown.',
      contradicted: 'What is told of a part “{name}” is not what the sender committed to.',
    },
    'document-matches': {
      title: 'The document was sent in this package',
      proved: '“{name}” is the document that was sent as “{sentAs}”.',
      claimed: 'A receipt names “{name}” by its digest; the sender’s manifest is not disclosed.',
      unproved:
        'Nothing in the bundle names documents, so “{name}” cannot be compared with anything.',
      contradicted: '“{name}” is none of the documents of this package.',
    },
    'checkpoint-signed': {
      title: 'The log signed its checkpoint',
      proved: 'The log {origin} signed a checkpoint over {size} entries.',
      unproved:
        'No checkpoint whose signature can be verified is in the bundle: perhaps the log had not published yet.',
    },
    'checkpoint-consistent': {
      title: 'The log was not rewritten',
      proved: 'The log later had {size} entries and still began with the same ones.',
      contradicted:
        'The later checkpoint does not continue the earlier one: the log was rewritten.',
    },
    'checkpoint-witnessed': {
      title: 'Witnesses cosigned the log',
      proved:
        'Witnesses of {authorities} saw the log as it is shown here; the trust list demands {quorum}.',
      unproved: 'Fewer witnesses cosigned the log than the {quorum} that the trust list demands.',
      contradicted: 'The log showed its witnesses another history, or a cosignature is false.',
    },
    logged: {
      title: 'The statements stand in the log',
      proved: 'All {statements} pieces of evidence and receipts stand in the log.',
      unproved:
        'It is not shown that all evidence and receipts stand in the log under a signed checkpoint.',
    },
    'time-stamped': {
      title: 'A time-stamp attests the date',
      proved: 'The time-stamping authority “{authority}” attests the checkpoint of the log.',
      unproved: 'No time-stamp of an authority that the trust list names is in the bundle.',
    },
    'time-stamps-renewed': {
      title: 'The time-stamps were renewed',
      proved: 'The time-stamps were renewed, each time while they were good.',
      claimed: 'Not every time-stamp was good when it was renewed.',
      contradicted: 'A renewal of the time-stamps is false.',
    },
    'absence-stated': {
      title: 'The relay states that no receipt was there',
      proved:
        'The relay {issuer} signed that no receipt of {recipient} is among the first {size} entries of the log {origin}. Other evidence about that recipient there: {evidence}.',
      unproved:
        'Who signed a statement of absence, or the key of the log that it names, is not shown.',
      contradicted:
        'A statement that no receipt of {recipient} was there is not what it claims to be.',
    },
    'receipt-absent': {
      title: 'No receipt is in the log',
      proved: 'No receipt of {recipient} is among the first {size} entries of the log.',
      claimed:
        'That no receipt of {recipient} is among the first {size} entries of the log is the word of the relay {issuer}; nothing in the bundle speaks against it.',
      contradicted:
        'The relay {issuer} signed that no receipt of {recipient} is among the first {size} entries of the log, but entry {index} speaks against it ({code}).',
    },
    'clocks-agree': {
      title: 'The clocks agree',
      proved: 'What was declared, observed and attested does not disagree.',
      claimed: 'A person’s clock is ahead of the relay’s; one of the two is wrong.',
      contradicted:
        'The relay states a time after the one at which that is attested to have existed.',
    },
    'bundle-coherent': {
      title: 'The bundle is whole',
      proved: 'Nothing in the bundle is forged, unreadable or of another story.',
      contradicted: '{flaws} pieces of the bundle do not hold; the first is: {where} ({why}).',
    },
  },
  standings: {
    proved: { label: 'Proved', meaning: 'Follows from signatures under the trust list.' },
    claimed: { label: 'Claimed', meaning: 'Somebody says so; nothing in the bundle shows it.' },
    unproved: { label: 'Not proved', meaning: 'Nothing in the bundle shows this.' },
    contradicted: {
      label: 'Contradicted',
      meaning: 'Something in the bundle is false or says otherwise.',
    },
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
    'rogatory-downgrade': 'Downgrade for official use',
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
      'That anybody but the operator of the relay attests the time: the time-stamp is by the relay’s own authority.',
    operatorStamp: 'The relay’s own authority: the operator’s own clock',
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
