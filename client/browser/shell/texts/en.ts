/** What every screen shares: frame, states of a page, times, problems. */
export const common = {
  skip: 'Skip to the content',
  navigation: 'Sections',
  menu: 'Menu',
  language: 'Language',
  lock: 'Lock',
  signIn: 'Sign in',
  signedInAs: 'Signed in as {{name}}, {{authority}}',
  inbox: 'Packages',
  cases: 'Cases',
  duty: 'Duty',
  compose: 'New request',
  drafts: 'Drafts',
  translation: 'Translation',
  authority: 'Officers and keys',
  directory: 'Directory',
  proof: 'Check a proof',
  connected: 'Live',
  connecting: 'Connecting…',
  lost: 'Connection lost. Trying again; nothing that happens meanwhile is missed.',
  ended: 'The relay lets this key in no more.',
  offline:
    'This computer is offline. You can read what is on the screen. What you send or sign now is tried for a few seconds, and then fails: do it again once the connection is back.',
  liveBroken:
    'News no longer come by themselves: something that came does not hold. The list of packages is looked at every half minute.',
  languageFailed: 'The texts did not arrive. Choose again.',
  reload: 'Load the page again',
  problemOutdatedPage: 'There is a new version of this page.',
  problemOutdatedPageRemedy: 'Save what you are writing, then load the page again.',
  idleSoon:
    'Nobody has used this for a while: it locks itself in about a minute, and what is not saved is lost.',
  stay: 'Stay',
  loading: 'Loading…',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  remove: 'Remove',
  leaveTitle: 'Leave without saving?',
  leaveMeaning: 'What you have written on this page is not saved. If you leave, it is gone.',
  stayHere: 'Stay on this page',
  leaveUnsaved: 'Leave, and lose it',
  details: 'Technical details',
  optional: 'optional',
  notFound: 'There is no such page',
  notFoundMeaning: 'The address may be mistyped, or the page has moved.',
  toStart: 'To the start page',
  yes: 'yes',
  no: 'no',
  none: 'none',
  newPassphrase: 'New passphrase',
  newPassphraseHint:
    'At least {{length}} characters; four random words do well. Nobody can recover it.',
  againPassphrase: 'The passphrase once more',
  weakPassphrase:
    'At least {{length}} characters, not always the same ones, not of words that are guessed first, and no password that was stolen before',
  unjudgedPassphrase:
    'It could not be held against the list of stolen passwords. Send the form again.',
  otherPassphrase: 'The two passphrases differ',
  problemUnreachable: 'The relay does not answer.',
  problemUnreachableRemedy: 'Check the network, then try again: nothing is lost.',
  problemPassphrase: 'This passphrase does not open the keystore.',
  problemPassphraseRemedy:
    'Check capital letters and the keyboard’s language. Nobody can reset a passphrase.',
  problemKeystore: 'This file is not a keystore.',
  problemKeystoreRemedy: 'Choose the file officer.keystore that was made when you were enrolled.',
  problemBound: 'This identity is bound to a security key in this browser.',
  problemBoundRemedy:
    'Unlock it above with that key. If the key is lost, let the file take its place.',
  problemKeystoreChanged: 'What is kept of this identity was changed in another tab.',
  problemKeystoreChangedRemedy: 'Load the page again, then try again.',
  problemKeyAbsent: 'This browser knows no security keys.',
  problemKeyAbsentRemedy: 'Use a current browser.',
  problemKeyAddress:
    'Security keys are bound to a host’s name, and this page was opened by another one or by a number.',
  problemKeyAddressRemedy:
    'Open the relay by the name at which the key was bound. If it has only a number, its operator has to give it a name: on one’s own computer, http://localhost.',
  problemKeyUnanswered: 'No bound security key has answered.',
  problemKeyUnansweredRemedy:
    'Plug in a key that is bound here, touch it when it blinks, and enter its PIN. Browsers do not say whether another key was there or it was called off.',
  problemKeyUnfit: 'This security key, or this browser, cannot do what is needed.',
  problemKeyUnfitRemedy:
    'Use a FIDO2 key with hmac-secret that has a PIN or a fingerprint, and keeps its credentials to itself.',
  problemKeyKnown: 'This security key is bound already.',
  problemKeyKnownRemedy: 'Plug in another one.',
  problemKeyDemanded: 'Your authority demands one of your security keys to sign in.',
  problemKeyDemandedRemedy:
    'Use a security key that your administrator has entered for you. If it is lost, ask your administrator.',
  problemTrust: 'This file is not a trust list.',
  problemTrustRemedy:
    'Choose the file trust.json that your network’s operator gave to your authority.',
  problemCredential: 'Your authority has not vouched for this key, or does so no more.',
  problemCredentialRemedy:
    'Give the fingerprint of your keys to an administrator of your authority.',
  problemRevoked: 'This key was revoked.',
  problemRevokedRemedy: 'Ask an administrator of your authority for a new one.',
  problemNotPermitted: 'Your role does not include this.',
  problemNotPermittedRemedy: 'Ask an administrator of your authority.',
  problemUntrusted: 'What the relay shows does not verify. Do not act on it.',
  problemUntrustedRemedy:
    'Tell the relay’s operator and the other authority by another channel, and quote the details below.',
  problemLog:
    'The relay’s log contradicts what this browser remembers of it. Somebody may have rewritten it.',
  problemLogRemedy:
    'Stop working with this relay and tell the witnesses of your network. The evidence is kept in this browser.',
  logAlarm: 'The log of this relay was caught breaking its promise.',
  logForked: '{{origin}} showed two different trees of one size: a split view.',
  logRewritten: '{{origin}} does not continue the entries that it showed before: it was rewritten.',
  logShrunken: '{{origin}} shows fewer entries than before: it has shrunk.',
  logAlarmKeep: 'Save the evidence',
  problemUnknownPackage: 'Your authority has no such package.',
  problemUnknownPackageRemedy:
    'Check the address. A package that is scheduled appears when it is delivered.',
  problemStorage: 'The browser cannot keep data.',
  problemStorageRemedy: 'Free some space, end private browsing, then load the page again.',
  problemProofPending:
    'The checkpoint or the time-stamp that covers this package is not there yet.',
  problemProofPendingRemedy: 'Ask again in a minute; nothing is lost.',
  problemBusy: 'The relay cannot do this just now.',
  problemBusyRemedy: 'Try again in a minute.',
  problemTaken: 'A colleague has taken this over.',
  problemTakenRemedy: 'Take it over from them if you see to it now.',
  problemOral:
    'This package does not confirm that oral request, or a colleague has ended it already.',
  problemOralRemedy:
    'Look at the list again, and choose a package of the same two authorities, in the same direction.',
  problemAct: 'The state of the case does not allow this now.',
  problemActRemedy: 'Open the case: it shows what may be done.',
  problemLongCase: 'This case has too many packages to be read as a whole.',
  problemLongCaseRemedy: 'Go on in a new case; each package can still be opened by itself.',
  problemUnknownCase: 'No such case is among your packages.',
  problemUnknownCaseRemedy: 'Check the address, or see the list of cases.',
  problemDeleted: 'The relay has deleted this content, as its time had come.',
  problemDeletedRemedy:
    'Use the copy in your own files. What was signed stays, and can be proved from the package’s page.',
  problemResealed: 'A colleague has sealed this package anew meanwhile.',
  problemResealedRemedy:
    'Nothing of it is lost: try again. If that does not help, load this page anew.',
  problemLeave: 'The marks want the sender’s leave before this is passed on.',
  problemLeaveRemedy: 'Ask for it in the case. Once it has arrived, try again.',
  problemDraftChanged: 'A colleague has changed the draft meanwhile.',
  problemDraftChangedRemedy: 'Open it again, look at what is different, then decide anew.',
  problemDraftUnknown: 'There is no such draft any more.',
  problemDraftUnknownRemedy: 'It was sent or discarded. See the drafts and the packages.',
  problemDraftOutdated: 'What was sealed for approval cannot be sent any more.',
  problemDraftOutdatedRemedy:
    'Send it back for changes, submit it anew and have it approved again: keys, the case or the expiry have changed.',
  problemPartsElsewhere: 'The sealed documents are neither at the relay nor on this computer.',
  problemPartsElsewhereRemedy:
    'Send it from the computer on which it was submitted, or submit it anew.',
  problemDocumentType: 'A document is something else than its name or type says.',
  problemDocumentTypeRemedy:
    'Look at what it is, and give it the name of that; or save it anew in the format that its name says.',
  problemDocuments: 'These are not the documents that the draft names.',
  problemDocumentsRemedy: 'Choose exactly those again, or remove them from the draft.',
  problemForm: 'The form is not complete, or the recipient does not take it as it is.',
  problemFormRemedy: 'Go back to the form: what is missing stands beside it.',
  problemApprovals: 'The approval of another officer is missing.',
  problemApprovalsRemedy:
    'The one who prepared it cannot approve it; once is enough from each. Ask a colleague.',
  problemDraftsFull: 'Your authority has too many drafts.',
  problemDraftsFullRemedy: 'Discard or send some of them first.',
  problemFingerprint: 'The fingerprint is not that of this application.',
  problemFingerprintRemedy:
    'Call the authority at a number you knew before, and compare again. If it differs again, refuse.',
  problemLastAdmin: 'The last administrator cannot leave or lose the role.',
  problemLastAdminRemedy: 'Give the role to another officer first.',
  problemKeyNeeded: 'Something still needs this key.',
  problemKeyNeededRemedy: 'Count again what it opens, and see to that first. Nothing was lost.',
  problemFile: 'This file does not open here.',
  problemFileRemedy:
    'Choose the file again; it may be of another authority, or not what it is named.',
  problemHandoff: 'The hand-off does not stand as it did when you opened it.',
  problemHandoffRemedy:
    'It has passed to somebody else, was taken back, or has ended. Go back to the translation desk.',
  problemTranslation: 'The translation is not what the hand-off asks for. Nothing was sent.',
  problemTranslationRemedy:
    'Translate all of what was handed out, into the language asked for. In XLIFF only targets are added.',
  problemOther: 'This did not work.',
  problemOtherRemedy: 'Try again. If it stays so, quote the details below to the relay’s operator.',
  correct: 'Please correct this first',
  problemContradicted: 'This bundle is contradicted.',
  problemContradictedRemedy:
    'Keep it as it is, check it on the proof page to see what is false, and ask whoever gave it to you for another.',
  problemAged: 'This bundle can no longer be renewed.',
  problemAgedRemedy:
    'Its time-stamps have run out. If the relay still has the package, save its proof anew from there.',
  problemTimestamp: 'No time-stamp was given.',
  problemTimestampRemedy:
    'Try again later. A time-stamp counts only if its authority is under a time-stamping root of your trust list.',
}
