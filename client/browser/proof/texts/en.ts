/** The page that checks a proof bundle; most of its words are those of the verification page (`report`). */
export const proof = {
  ownTrust: 'The trust list that you brought with your keys is used.',
  against: 'Second bundle, to hold against the first (optional)',
  againstHint:
    'Such as the one of the other side: what both prove, what only one of them does, and where not both can be true.',
  comparison: 'Held against each other',
  firstBundle: 'First bundle',
  secondBundle: 'Second bundle',
  outcome_agree: 'They agree: both bundles prove the same.',
  outcome_differ:
    'They differ: the bundles do not contradict each other, but do not prove all the same.',
  outcome_contradict: 'Contradiction: not all of what the two bundles say can be true.',
  compared: 'What is compared',
  shownBy: 'Shown by',
  shown_both: 'both',
  shown_first: 'only the first',
  shown_second: 'only the second',
  shown_unshown: 'not shown',
  shown_contradiction: 'contradiction',
  signedBoth: 'Both sides of it are signed by {{name}}',
  onlyClaimed: '{{fact}} (claimed, not proved)',
  'finding_bundle-false': 'One bundle is contradicted by itself, whatever the other says.',
  'finding_package-differs':
    'The two are about different packages: only their directory entries and logs can be compared.',
  'finding_headers-differ': 'There are two different headers for one package.',
  'finding_evidence-agrees': 'Both hold the same history of the relay.',
  'finding_evidence-longer': 'One holds the history of the other, and what came after.',
  'finding_relays-differ': 'They hold evidence of different relays.',
  'finding_evidence-forked': 'The relay signed two histories of one package.',
  'finding_entries-forked':
    'They hold two histories of one authority’s directory entry: each party was shown another.',
  'finding_receipts-differ': 'The recipient signed two receipts for one package.',
  'finding_absence-false':
    'One shows in the log what the relay signed, in the other, not to be there.',
  'finding_receipt-later':
    'A receipt that one states to be absent came later, as the other shows: that is no contradiction.',
  'finding_manifests-differ':
    'They tell of different manifests; the header commits to one at most.',
  'finding_log-joined': 'Their checkpoints are shown to be of one log.',
  'finding_log-unjoined':
    'Neither shows that the larger tree of the log begins with the smaller one.',
  'finding_logs-differ': 'They are of different logs, be it under one name.',
  'finding_split-view': 'The log showed each of the two another history.',
  offlineCopy: 'The same page as one file, for a court: it needs no network and no account.',
  offlineLink: 'Save the verification page',
  certificate: 'Save the certificate (PDF)',
  makingCertificate: 'Setting the certificate…',
  certificateMeaning:
    'The certificate of transmission and receipt in the language of this page, with the bundle inside. It is made on this computer, and signed if you bring the identity of your authority in.',
  sign: 'Sign it in the name of your authority',
  identity: 'Identity of the authority',
  identityHint:
    'The file identity.p12 of your authority’s folder. It is used for this certificate, and kept nowhere in this browser.',
  identityPassphrase: 'Passphrase of the identity',
  signedSaved: 'Saved and signed: {{name}}',
  certificateSaved: 'Saved: {{name}}',
  toAgeing: 'Which bundles age, and renewing them',
  toProof: 'Check a single bundle',
  translationCertificate: 'Save the certificate of the translations (PDF)',
  translationCertificateMeaning:
    'The certificate of the translations has a page for each: in the language of the original and in that of the translation, side by side.',
}
