import type { Texts } from '../texts.js'

/** What each fact of a proof says, by its status. */
export const enFacts: Texts['facts'] = {
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
    claimed: 'Approved by {names}; that each of their keys was in good standing then is not shown.',
    contradicted: 'Of {names}, who approved it, not every key was in good standing.',
    unproved: 'The sender’s policy demands {demanded} approvals; {given} are in the bundle.',
  },
  'key-not-revoked': {
    title: 'The key that signed was not revoked',
    proved:
      'No revocation of the signer’s key for {authority} reaches back to that moment, and no later directory entry in the bundle had ceased to vouch for it by then.',
    claimed:
      'That the signer’s key for {authority} was in good standing at the moment of signing is not shown.',
    contradicted:
      'The signer’s key for {authority} had been revoked, or the authority vouched for it no longer.',
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
    proved: 'The relay {issuer} states that the package was not delivered to {recipient} ({code}).',
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
      'The receipt of {recipient} names this package; that it is over what the sender committed to is not shown.',
    contradicted: 'The receipt of {recipient} is over other content than the sender committed to.',
  },
  'manifest-matches-header': {
    title: 'The disclosed manifest is genuine',
    proved: 'The disclosed manifest is the one that the sender signed and committed to.',
  },
  'part-disclosed': {
    title: 'A part of the package is disclosed',
    proved: 'The sender committed to the part “{name}” with its length and its digest {digest}.',
    unproved: 'A part “{name}” is told of, but that the sender signed the package is not shown.',
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
  'custody-unbroken': {
    title: 'Who had the text to translate is known',
    proved:
      'The relay’s evidence of the hand-off, as far as it is shown, has no gap: the text was given to {holders}.',
    unproved:
      'Who had the text is not shown: evidence, an entry or a credential of the hand-off is missing.',
    contradicted: 'What is shown of the hand-off is not what it claims to be ({code}).',
  },
  'translation-certified': {
    title: 'A translator certified a translation',
    proved:
      '{name} of {authority} (accreditation: {accreditation}) certified a translation from {from} to {to}.',
    claimed:
      '{name} of {authority} certified a translation from {from} to {to}; when, that it was theirs to certify then, and that the key was in good standing, is not all shown.',
    unproved: 'Who certified the translation from {from} to {to} is not shown.',
    contradicted: 'A statement in the bundle does not certify a translation from {from} to {to}.',
  },
  'translation-reviewed': {
    title: 'A second person reviewed the translation',
    proved: '{name} of {authority} reviewed the translation and stands behind it.',
    claimed:
      '{name} of {authority} reviewed the translation; when, and that it was theirs to review, is not all shown.',
    contradicted: 'The word of {name} of {authority} on the translation does not count.',
  },
  'original-prevails': {
    title: 'The original counts where the texts differ',
    proved: 'The certified statement says that the original counts where the two differ.',
    claimed:
      'Which text counts is the translator’s word ({instrument}); nothing in the bundle shows it.',
  },
  'translation-source': {
    title: 'A document of this package was translated',
    proved: '“{name}” is the document that was translated.',
    claimed:
      'What was translated is named by a receipt or by the translator; the sender’s manifest is not disclosed.',
    unproved: 'Nothing shows that a document of this package was translated.',
    contradicted: 'What was translated is no document of this package.',
  },
  'translation-target': {
    title: 'The document is a certified translation',
    proved: '“{name}” is the certified translation into {to}.',
    claimed: 'A certified translation into {to} is named, but what names it does not prove it.',
  },
  'translation-superseded': {
    title: 'The translation was taken back',
    proved: '{authority} took the translation back, or had its source translated anew ({ground}).',
    claimed:
      '{authority} is said to have taken the translation back, or to have had its source translated anew; that is not wholly shown.',
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
    contradicted: 'The later checkpoint does not continue the earlier one: the log was rewritten.',
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
    claimed: 'The clocks are further apart than they should be.',
    contradicted:
      'The relay states a time after the one at which that is attested to have existed.',
  },
  'bundle-coherent': {
    title: 'The bundle is whole',
    proved: 'Nothing in the bundle is forged, unreadable or of another story.',
    contradicted: '{flaws} pieces of the bundle do not hold; the first is: {where} ({why}).',
  },
}
