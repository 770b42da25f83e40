/**
 * Points of low order, little-endian, in every spelling that 255 bits allow.
 *
 * Curve25519: https://cr.yp.to/ecdh.html#validate. edwards25519: "Taming the many EdDSAs" (Chalkias,
 * Garillot, Nikolaenko 2020), table 1.
 */
const fe = (first: string, last: string) => first + 'ff'.repeat(30) + last

export const LOW_ORDER_X25519 = [
  '00'.repeat(32),
  '01' + '00'.repeat(31),
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  fe('ec', '7f'), // p - 1
  fe('ed', '7f'), // p, which is 0
  fe('ee', '7f'), // p + 1, which is 1
]

export const LOW_ORDER_ED25519 = [
  '01' + '00'.repeat(31), // order 1
  fe('ec', '7f'), // order 2
  '00'.repeat(32), // order 4
  '00'.repeat(31) + '80', // order 4
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', // order 8
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85', // order 8
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', // order 8
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa', // order 8
  // Not canonical: y = 1 and y = -1 with the sign of a zero, y = p and y = p + 1 with both signs.
  '01' + '00'.repeat(30) + '80',
  fe('ec', 'ff'),
  fe('ed', '7f'),
  fe('ed', 'ff'),
  fe('ee', '7f'),
  fe('ee', 'ff'),
]
