import { expect } from 'chai'
import { fromHex, toHex } from '#crypto/bytes/bytes.js'
import { NIST_CURVES } from '#crypto/keys/nist-curve.js'
import { toDer, toWidth } from '#crypto/pki/ecdsa-signature.js'

const MESSAGE = new TextEncoder().encode('a certificate')
const hex = (value: bigint, octets = 0): string => {
  const plain = value.toString(16)
  return plain.padStart(Math.max(2 * octets, plain.length + (plain.length % 2)), '0')
}
const length = (content: string): string => {
  const octets = content.length / 2
  return octets < 0x80 ? hex(BigInt(octets), 1) : `81${hex(BigInt(octets), 1)}`
}
const tlv = (tag: string, content: string): string => tag + length(content) + content
/** INTEGER of a magnitude, with the zero before it that keeps it positive. */
const integer = (value: bigint): string => {
  const plain = hex(value)
  return tlv('02', Number.parseInt(plain.slice(0, 2), 16) >= 0x80 ? `00${plain}` : plain)
}
const pair = (r: string, s: string): string => tlv('30', r + s)

/** The groups of Project Wycheproof for ECDSA in DER, made for a signature of our own. */
describe('ECDSA signatures as X.509 writes them', () => {
  for (const [name, hash] of [
    ['P-256', 'SHA-256'],
    ['P-384', 'SHA-384'],
  ] as const) {
    const { n, octets } = NIST_CURVES[name]
    const algorithm = { name: 'ECDSA', namedCurve: name, hash }

    it(`${name}: one spelling verifies, and nothing that resembles it`, async () => {
      const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, [
        'sign',
        'verify',
      ])
      const signed = new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, MESSAGE))
      const verifies = async (der: Uint8Array) => {
        const wide = toWidth(new Uint8Array(der), octets)
        return wide !== undefined && crypto.subtle.verify(algorithm, publicKey, wide, MESSAGE)
      }
      const [r, s] = [signed.subarray(0, octets), signed.subarray(octets)].map((half) =>
        BigInt(`0x${toHex(half)}`),
      ) as [bigint, bigint]
      const right = pair(integer(r), integer(s))
      expect(toHex(toDer(signed))).to.equal(right)
      expect(await verifies(fromHex(right))).to.equal(true)

      const [one, other] = [integer(r), integer(s)]
      const padded = tlv('02', `0000${hex(r)}`)
      const wrong: Record<string, string> = {
        nothing: '',
        'no members': '3000',
        'one member': tlv('30', one),
        'a third member': tlv('30', `${one}${other}020100`),
        'octets behind': `${right}00`,
        'an octet less': right.slice(0, -2),
        'a length of more octets than needed': `3082${hex(BigInt(right.length / 2), 2)}${one}${other}`,
        'an indefinite length': `3080${one}${other}0000`,
        'a set': tlv('31', one + other),
        'octet strings': pair(tlv('04', hex(r)), tlv('04', hex(s))),
        'an integer of no octets': pair('0200', other),
        'zeros before an integer': pair(padded, other),
        'the halves exchanged': pair(other, one),
        'the halves at full width': toHex(signed),
        'r negative': pair(tlv('02', `ff${hex(r)}`), other),
        'r + n': pair(integer(r + n), other),
        's + n': pair(one, integer(s + n)),
        'r of 65 octets more': pair(integer(r + (1n << 520n)), other),
      }
      const edges = { '0': 0n, '1': 1n, 'n - 1': n - 1n, n, 'n + 1': n + 1n }
      for (const [a, left] of Object.entries(edges)) {
        wrong[`r = ${a}`] = pair(integer(left), other)
        wrong[`s = ${a}`] = pair(one, integer(left))
        for (const [b, right] of Object.entries(edges)) {
          wrong[`r = ${a}, s = ${b}`] = pair(integer(left), integer(right))
        }
      }
      for (const [what, der] of Object.entries(wrong)) {
        expect(await verifies(fromHex(der)), what).to.equal(false)
      }
      // Certificate authorities write either S: see toWidth.
      expect(await verifies(fromHex(pair(one, integer(n - s))))).to.equal(true)
    })
  }
})
