/** The page that checks a proof bundle; most of its words are those of the verification page (`report`). */
export const proof = {
  ownTrust: 'The trust list that you brought with your keys is used.',
  offlineCopy: 'The same page as one file, for a court: it needs no network and no account.',
  offlineLink: 'Save the verification page',
}
