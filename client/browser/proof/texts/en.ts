/** The page that checks a proof bundle; most of its words are those of the verification page (`report`). */
export const proof = {
  ownTrust: 'The trust list that you brought with your keys is used.',
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
}
