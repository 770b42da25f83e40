/**
 * The door to node-forge, which keeps octets as "binary strings" of one character each.
 *
 * @packageDocumentation
 */
import forge from 'node-forge'
import type { Octets } from './der/read-der.js'

// Public in node-forge (it uses them itself), absent from its types.
declare module 'node-forge' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way to extend its types
  namespace pki {
    function getTBSCertificate(certificate: Certificate): asn1.Asn1
    function distinguishedNameToAsn1(name: Certificate['subject']): asn1.Asn1
  }
}

export function toForge(bytes: Uint8Array): string {
  let text = ''
  for (const octet of bytes) text += String.fromCharCode(octet)
  return text
}

export const fromForge = (text: string): Octets =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))

/** A tree of forge's as DER. */
export const derOf = (tree: forge.asn1.Asn1): Octets => fromForge(forge.asn1.toDer(tree).getBytes())

/** DER as a tree of forge's. Only for octets that the strict reader has passed. */
export const treeOf = (bytes: Uint8Array): forge.asn1.Asn1 =>
  forge.asn1.fromDer(forge.util.createBuffer(toForge(bytes)))
