/** The page that checks a proof bundle; most of its words are those of the verification page (`report`). */
export const proof = {
  ownTrust: 'The trust list that you brought with your keys is used.',
  offlineCopy: 'The same page as one file, for a court: it needs no network and no account.',
  offlineLink: 'Save the verification page',
  certificate: 'Save the certificate (PDF)',
  makingCertificate: 'Setting the certificate…',
  certificateMeaning:
    'The certificate of transmission and receipt in the language of this page, with the bundle inside. It is made on this computer and not signed; the command “rogatory certificate” signs one with the authority’s key.',
  certificateSaved: 'Saved: {{name}}',
}
