/** Binding what a browser keeps to security keys, and removing them. */
export const securityKeys = {
  title: 'Security key',
  meaning:
    'Bound to a security key, what this browser keeps opens to your passphrase and that key together. Whoever copies it and knows your passphrase does not open it without the key. A page that is loaded anew asks for both again.',
  needs:
    'It has to be a FIDO2 key with a PIN or a fingerprint. What is copied from one device to another, such as a passkey of an account, is refused.',
  fileRemains:
    'Your keystore file elsewhere still opens with the passphrase alone: it is the way back when every security key is lost. Keep it offline, and not on this computer.',
  boundTo: 'Bound to',
  name: 'Name of the security key',
  nameHint: 'What you know it by, 64 characters at most',
  needName: 'Enter a name without control characters',
  mainName: 'Main key',
  spareName: 'Spare key',
  bind: 'Bind to a security key',
  another: 'Bind another security key',
  askingFirst:
    'Follow what the browser asks. It asks for the security key twice: to bind it, and to try whether it opens.',
  askingAnother:
    'Follow what the browser asks. It asks for a key that is bound already, and then twice for one that is to be bound.',
  bound: 'Bound to {{name}}. From now on the passphrase opens nothing here without a bound key.',
  boundSpare:
    'Bind a second one and keep it elsewhere: whoever loses their only one needs the keystore file.',
  remove: 'Remove {{name}}',
  removeSure: 'Remove {{name}}? Any bound key that you have at hand confirms it.',
  removeLastSure:
    'Remove {{name}}? It is the only one: after that the passphrase alone opens what this browser keeps.',
  removed: '{{name}} opens nothing here any more.',
  removedCopies:
    'Copies of this browser’s data that were made before still open to it and the passphrase: if it was stolen, have your own key revoked.',
  unbound: '{{name}} is removed. The passphrase alone opens your keys here again.',
  more: 'Security keys',
  passphraseRebinds:
    'Have a bound security key at hand. It stays bound under the new passphrase; others have to be bound again.',
  otherKeys:
    'The security key that you used is bound as before. Any other one is bound no more: bind it again.',
  claimMeaning:
    'If your authority demands a security key at sign-in, save this file and give it to your administrator. It says that the key is yours; nothing in it is secret.',
  saveClaim: 'Save for the administrator',
  demandTitle: 'Security keys at sign-in',
  demandNone: 'None is demanded: {{name}} signs in with the keystore and its passphrase.',
  demandMeaning:
    '{{name}} has to sign in with one of these, in the web client. The command line takes none.',
  demandFile: 'Security key of the officer',
  demandFileHint:
    'The file officer.security-key, which the officer has saved after binding the key in this web client. Take it from them in person. Enter two: one may be lost.',
  demand: 'Demand this key',
  demanded:
    'The security key of {{name}} is entered. Sessions that were begun without a key have ended.',
  withdraw: 'Remove {{key}}',
  withdrawSure:
    'Remove this security key? It begins no session any more, and those that it has begun end.',
  withdrawLastSure:
    'Remove this security key? It is the last one: after that {{name}} signs in with the passphrase alone.',
  withdrawn: 'The security key is removed.',
}
