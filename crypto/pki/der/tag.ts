/** Identifier octets of X.690 §8.1.2 that X.509, CMS and PKCS#12 use, constructed bit included. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** `[number]` of a constructed value: every EXPLICIT tag, and IMPLICIT ones over SEQUENCE and SET. */
export const explicit = (number: number): number => 0xa0 | number

/** `[number] IMPLICIT` over a primitive value. */
export const implicit = (number: number): number => 0x80 | number
