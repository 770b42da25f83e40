/** Sign-in, unlocking, bringing keys in, and what to do when they are lost. */
export const signIn = {
  title: 'Sign in',
  lead: 'Rogatory carries requests for mutual legal assistance between Central Authorities, sealed so that only the recipient can read them, and proves to a court when they were sent and received.',
  keptTitle: 'Identities in this browser',
  unlock: 'Unlock',
  unlockAs: 'Unlock {{name}}',
  unlocking: 'Opening the keystore…',
  passphrase: 'Passphrase',
  wrongOrigin: 'This page was opened at another address than the relay’s own.',
  wrongOriginGo: 'Go to {{origin}}',
  securityKeys: 'Security key…',
  boundToKey: 'Opens to passphrase and security key together',
  askingKey: 'Follow what the browser asks…',
  forget: 'Remove from this browser',
  forgetSure:
    'Remove {{name}} from this browser? The keystore file elsewhere stays as it is; without it and its passphrase the identity cannot come back.',
  importTitle: 'Bring in your keys',
  importLead:
    'You need the two files that were made when you were enrolled. They stay on this computer: the keystore is kept here sealed, as it is, and no key ever leaves this browser.',
  keystore: 'Keystore file',
  keystoreHint: 'officer.keystore: your private keys, sealed under your passphrase',
  trust: 'Trust list',
  trustHint: 'trust.json: whom to believe. Take it from your authority, not from the relay',
  importAction: 'Bring in and unlock',
  unbind: 'Let the file take its place',
  unbindSure:
    'Let the keystore file take the place of what is bound to a security key? After that the passphrase alone opens it, until you bind a key again.',
  needKeystore: 'Choose the keystore file',
  needTrust: 'Choose the trust list',
  needPassphrase: 'Enter the passphrase',
  presentPassphrase: 'Present passphrase',
  changePassphrase: 'Change the passphrase…',
  changePassphraseMeaning:
    'The same keys are sealed under another passphrase: in this browser, and in a file that is saved. Until that is done, everything stays as it was.',
  changePassphraseAction: 'Change the passphrase',
  changingPassphrase: 'Sealing the keystore anew…',
  passphraseChanged:
    'The new passphrase is in force in this browser. Saved as {{file}}: it takes the place of your keystore file.',
  passphraseCopies:
    'Copies made before, such as backups, still open with the old passphrase: destroy them. If somebody else may know the old one, that is not enough: have your key revoked.',
  saveAgain: 'Save the file again',
  explainTitle: 'How your keys are protected',
  explainSeal:
    'The keystore is sealed under your passphrase in a way that makes guessing slow and costly (Argon2id). Nobody can reset the passphrase.',
  explainKey:
    'It can be bound to a security key: then the passphrase alone opens nothing in this browser.',
  explainOpen:
    'While you are signed in, the keys are in the memory of this tab alone: no page, not even this one, can copy them out, and nothing of them is written to the disk. A page that is loaded anew asks for the passphrase again.',
  explainIdle:
    'After {{minutes}} minutes without use, or when you press Lock, they are removed and the passphrase is asked for again.',
  lostTitle: 'Lost keys, lost passphrase, or a stolen computer',
  lostPassphrase:
    'Passphrase forgotten: nobody can recover it. An administrator of your authority issues you new keys; packages stay readable, because they are sealed to the authority and not to you alone.',
  lostFile:
    'Keystore file lost: if this browser still unlocks, go on working, and ask for new keys. If not, ask for new keys now.',
  lostKey:
    'Security key lost: unlock with the spare one, and remove the lost one. Without a spare, bring in your keystore file. If your authority demands the key at sign-in, ask your administrator; if that is you alone, your authority’s own keys let you in: rogatory officer security-keys recover',
  stolen:
    'Computer stolen, or somebody knows your passphrase: have your key revoked at once, by telephone, by any administrator of your authority. What the thief signs after that moment counts for nothing.',
  exampleTitle: 'Try it with two example authorities',
  exampleLead:
    'This relay runs an example on your own computer. Open each authority in a window of its own and send a first request from one to the other. No such State, person or case exists.',
  exampleOpen: 'Open as {{name}}',
  exampleNewWindow: 'in a new window',
  exampleRequesting: 'the requesting side: begin here',
  exampleRequested: 'the requested side: open it beside',
  exampleLegal: 'legal officer, who approves',
  exampleDuty: 'duty officer, whom something urgent wakes',
  exampleWaiting: 'The example authorities are being enrolled; this takes some seconds.',
  noAccount: 'Without an account',
  noAccountProof: 'Check a proof bundle that was given to you',
  lockedEnded: 'Your session is over. Unlock your keys again to go on.',
  lockedIdle: 'Locked, because nobody used it for {{minutes}} minutes.',
  newKeysTitle: 'Make my keys',
  enrolTitle: 'Enrol an authority',
  operatorTitle: 'Operator of the network',
}
