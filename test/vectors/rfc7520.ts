/** RFC 7520 §5.4 and §5.13: key agreement on P-384, with key wrapping, as published. */

export const PLAINTEXT =
  'You can trust us to stick with you through thick and thin\u2013to the bitter end. And you can ' +
  'trust us to keep any secret of yours\u2013closer than you keep it yourself. But you cannot trust ' +
  'us to let you face trouble alone, and go off without a word. We are your friends, Frodo.'

/** The recipient's key, without `kid` and `use`. */
export const PEREGRIN = {
  kty: 'EC',
  crv: 'P-384',
  x: 'YU4rRUzdmVqmRtWOs2OpDE_T5fsNIodcG8G5FWPrTPMyxpzsSOGaQLpe2FpxBmu2',
  y: 'A8-yxCHxkfBz3hKZfI1jUYMjUhsEveZ9THuwFjH2sCNdtksRJU7D5-SkgaFL1ETP',
  d: 'iTx2pk7wW-GqJkHcEkFQb2EFyYcO7RugmaW3mRrQVAOUiPommT0IdnYK2xDlZh-j',
}

/** §5.4: ECDH-ES+A128KW and A128GCM, general serialisation. */
export const SECTION_5_4 = {
  recipients: [{ encrypted_key: '0DJjBXri_kBcC46IkU5_Jk9BqaQeHdv2' }],
  protected:
    'eyJhbGciOiJFQ0RILUVTK0ExMjhLVyIsImtpZCI6InBlcmVncmluLnRvb2tAdHVja2Jvcm91Z2guZXhhbXBsZSIsImVwayI6eyJrdH' +
    'kiOiJFQyIsImNydiI6IlAtMzg0IiwieCI6InVCbzRrSFB3Nmtiang1bDB4b3dyZF9vWXpCbWF6LUdLRlp1NHhBRkZrYllpV2d1dEVL' +
    'Nml1RURzUTZ3TmROZzMiLCJ5Ijoic3AzcDVTR2haVkMyZmFYdW1JLWU5SlUyTW84S3BvWXJGRHI1eVBOVnRXNFBnRXdaT3lRVEEtSm' +
    'RhWTh0YjdFMCJ9LCJlbmMiOiJBMTI4R0NNIn0',
  iv: 'mH-G2zVqgztUtnW_',
  ciphertext:
    'tkZuOO9h95OgHJmkkrfLBisku8rGf6nzVxhRM3sVOhXgz5NJ76oID7lpnAi_cPWJRCjSpAaUZ5dOR3Spy7QuEkmKx8-3RCMhSYMzsX' +
    'aEwDdXta9Mn5B7cCBoJKB0IgEnj_qfo1hIi-uEkUpOZ8aLTZGHfpl05jMwbKkTe2yK3mjF6SBAsgicQDVCkcY9BLluzx1RmC3ORXaM' +
    '0JaHPB93YcdSDGgpgBWMVrNU1ErkjcMqMoT_wtCex3w03XdLkjXIuEr2hWgeP-nkUZTPU9EoGSPj6fAS-bSz87RCPrxZdj_iVyC6QW' +
    'cqAu07WNhjzJEPc4jVntRJ6K53NgPQ5p99l3Z408OUqj4ioYezbS6vTPlQ',
  tag: 'WuGzxmcreYjpHGJoa17EBg',
}

/** §5.13: ECDH-ES+A256KW, our own algorithm, for the second of the recipients. */
export const SECTION_5_13 = {
  recipients: [
    {
      encrypted_key: 'ExInT0io9BqBMYF6-maw5tZlgoZXThD1zWKsHixJuw_elY4gSSId_w',
      header: {
        alg: 'ECDH-ES+A256KW',
        kid: 'peregrin.took@tuckborough.example',
        epk: {
          kty: 'EC',
          crv: 'P-384',
          x: 'Uzdvk3pi5wKCRc1izp5_r0OjeqT-I68i8g2b8mva8diRhsE2xAn2DtMRb25Ma2CX',
          y: 'VDrRyFJh-Kwd1EjAgmj5Eo-CTHAZ53MC7PjjpLioy3ylEjI1pOMbw91fzZ84pbfm',
        },
      },
    },
  ],
  unprotected: { cty: 'text/plain' },
  protected: 'eyJlbmMiOiJBMTI4Q0JDLUhTMjU2In0',
  iv: 'VgEIHY20EnzUtZFl2RpB1g',
  ciphertext:
    'ajm2Q-OpPXCr7-MHXicknb1lsxLdXxK_yLds0KuhJzfWK04SjdxQeSw2L9mu3a_k1C55kCQ_3xlkcVKC5yr__Is48VOoK0k63_QRM9' +
    'tBURMFqLByJ8vOYQX0oJW4VUHJLmGhF-tVQWB7Kz8mr8zeE7txF0MSaP6ga7-siYxStR7_G07Thd1jh-zGT0wxM5g-VRORtq0K6AXp' +
    'LlwEqRp7pkt2zRM0ZAXqSpe1O6FJ7FHLDyEFnD-zDIZukLpCbzhzMDLLw2-8I14FQrgi-iEuzHgIJFIJn2wh9Tj0cg_kOZy9BqMRZb' +
    'mYXMY9YQjorZ_P_JYG3ARAIF3OjDNqpdYe-K_5Q5crGJSDNyij_ygEiItR5jssQVH2ofDQdLChtazE',
  tag: 'BESYyFN7T09KY7i8zKs5_g',
}
