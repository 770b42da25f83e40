import type { CoverTexts } from './cover-texts.js'

export const coverEn: CoverTexts = {
  title: 'Disclosure pack',
  subtitle:
    'Case {case}. Made by {officer} of {authority} on {at} (UTC), by the clock of the machine',
  about:
    'This folder holds what the authority sent and received in this case through the network, but for what is named below as withheld or absent. Each package has a folder with its proof, a certificate, its form and its documents.',
  exchanged: 'What was sent and received',
  columns: ['No.', 'Submitted (relay’s clock, UTC)', 'From and to', 'Act', 'Content'],
  content: {
    disclosed: 'disclosed',
    'in-part': 'disclosed in part',
    withheld: 'withheld',
    deleted: 'deleted at the relay',
  },
  signedBy: 'signed by {name}',
  notDisclosed: 'not disclosed',
  withheld: 'What is withheld',
  withheldPackage: 'No. {number}: the content as a whole. Reason: {reason}',
  withheldForm: 'No. {number}: the form. Reason: {reason}',
  withheldDocument:
    'No. {number}, document {position} ({octets} octets encrypted, commitment {commitment}). Reason: {reason}',
  redacted:
    'In its stead: {path}. That this is a redacted version of it is the word of {officer}; the proof shows that a document with this commitment was sent.',
  nothing: 'Nothing.',
  absent: 'What is absent',
  shut: 'Package {package}: the authority rejected it or let it expire, and the relay does not hand it out.',
  notHeld:
    'Package {package}: a package of this pack answers it, and it is not in the authority’s mailbox.',
  marks: 'Handling marks',
  marked: 'No. {number}: {marks}',
  despite: 'No. {number} is disclosed despite its marks. Reason: {reason}',
  check: 'How to check',
  checks: [
    'Obtain the trust list from an authority that you trust, not from whoever gave you this folder.',
    'Open rogatory-verifier.html in a browser, and give it the trust list, the proof of a package and its documents. Nothing leaves your computer.',
    'Or check the whole folder: rogatory verify FOLDER --trust trust.json. It names every file that is changed, missing or too many.',
    'sha256sum -c SHA256SUMS finds files that were damaged on the way.',
  ],
  limits: 'What this pack does not show',
  limitations: [
    'That there are no other packages. A package that no disclosed one answers could be left out unseen.',
    'Who withheld what: the index and this page are not signed. Names, reasons and redacted versions are the word of whoever gave you the folder.',
    'A form of a package that is disclosed in part is that word, too: only a package that is disclosed as a whole proves its form.',
    'That what the documents say is true.',
  ],
}
