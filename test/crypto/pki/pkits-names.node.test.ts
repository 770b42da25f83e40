import { expect } from 'chai'
import { concat, toBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { der, oid, sequence } from '#crypto/pki/der/write-der.js'
import { toPem } from '#crypto/pki/pem.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { AT, plans } from './chains.js'
import * as made from './hand-made.js'
import { keyOf } from './keys.js'
import { type Openssl, openssl } from './openssl.node.js'

const GOOD = 'nothing was refused'

/** A name of several parts: the country in PrintableString, the rest in UTF8String. */
const name = (country: string, ...units: string[]) =>
  sequence(part('2.5.4.6', 0x13, country), ...units.map((unit) => part('2.5.4.11', 0x0c, unit)))
const part = (type: string, tag: number, text: string) =>
  der(0x31, sequence(oid(type), der(tag, toUtf8(text))))

const directory = (base: Uint8Array) => sequence(der(0xa4, base))
const dns = (host: string) => sequence(der(0x82, toUtf8(host)))
type Trees = { readonly permitted?: Uint8Array[]; readonly excluded?: Uint8Array[] }
const constraints = ({ permitted, excluded }: Trees): made.Extension => ({
  id: '2.5.29.30',
  critical: true,
  value: sequence(
    ...(permitted ? [der(0xa0, ...permitted)] : []),
    ...(excluded ? [der(0xa1, ...excluded)] : []),
  ),
})

type Case = {
  /** After the section of NIST PKITS 1.0.1 named first; the names are ours. */
  readonly what: string
  readonly ours: string
  readonly openssl?: boolean
  readonly middle?: Trees
  readonly second?: Trees
  readonly root?: Trees
  readonly subject: Uint8Array<ArrayBuffer>
  /** A directory name in subjectAltName of an intermediate: leaves here bear one URI alone. */
  readonly alternative?: Uint8Array
}
const XA = name('XA', 'Justice')
const permittedXA = { permitted: [directory(XA)] }

const CASES: readonly Case[] = [
  {
    what: '4.13.1 a subject within the permitted subtree',
    ours: GOOD,
    middle: permittedXA,
    subject: name('XA', 'Justice', 'Cooperation'),
  },
  {
    what: '4.13.1, in other capitals and with more space',
    ours: GOOD,
    middle: { permitted: [directory(name('XA', 'JUSTICE  '.trim()))] },
    subject: name('XA', 'justice', 'Cooperation'),
  },
  {
    what: '4.13.2 a subject outside the permitted subtree',
    ours: 'pki/name',
    middle: permittedXA,
    subject: name('XB', 'Justice'),
  },
  {
    what: '4.13.2, a name that only begins alike',
    ours: 'pki/name',
    middle: permittedXA,
    subject: name('XA', 'Justice and more'),
  },
  {
    what: '4.13.5 a subject within one of two permitted subtrees',
    ours: GOOD,
    middle: { permitted: [directory(name('XB')), directory(XA)] },
    subject: XA,
  },
  {
    what: '4.13.6 a subject outside the excluded subtree',
    ours: GOOD,
    middle: { excluded: [directory(name('XA', 'Defence'))] },
    subject: XA,
  },
  {
    what: '4.13.7 a subject within the excluded subtree',
    ours: 'pki/name',
    middle: { excluded: [directory(XA)] },
    subject: name('XA', 'Justice', 'Cooperation'),
  },
  {
    what: '4.13.8 within the excluded subtree, in other capitals',
    ours: 'pki/name',
    middle: { excluded: [directory(name('XA', 'JUSTICE'))] },
    subject: name('XA', 'Justice', 'Cooperation'),
  },
  {
    what: '4.13.9 permitted and excluded: what is excluded is',
    ours: 'pki/name',
    middle: { ...permittedXA, excluded: [directory(name('XA', 'Justice', 'Secret'))] },
    subject: name('XA', 'Justice', 'Secret', 'Unit'),
  },
  {
    what: '4.13.11 two issuers, both permit it',
    ours: GOOD,
    middle: { permitted: [directory(name('XA'))] },
    second: permittedXA,
    subject: name('XA', 'Justice', 'Cooperation'),
  },
  {
    what: '4.13.12 two issuers, the upper one does not permit it',
    ours: 'pki/name',
    middle: { permitted: [directory(name('XA'))] },
    second: { permitted: [directory(name('XB'))] },
    subject: name('XB'),
  },
  {
    what: '4.13.15 two issuers, the upper one excludes it',
    ours: 'pki/name',
    middle: { excluded: [directory(XA)] },
    second: { excluded: [directory(name('XA', 'Defence'))] },
    subject: XA,
  },
  {
    what: '4.13.x constraints of the root',
    ours: 'pki/name',
    root: permittedXA,
    subject: name('XB'),
  },
  {
    what: '4.13.30 DNS constraints, and no DNS name to be judged',
    ours: GOOD,
    middle: { permitted: [dns('gov.xa')] },
    subject: XA,
  },
]

describe('name constraints after NIST PKITS 4.13, beside openssl verify', function () {
  this.timeout(300_000)
  let tool: Openssl
  before(() => (tool = openssl()))
  after(() => tool.close())

  for (const { what, ours, middle, second, root, subject } of CASES) {
    it(`${what}: ${ours}`, async () => {
      const all = await plans()
      const limited = (trees: Trees | undefined) => [
        ...made.issuerExtensions,
        ...(trees === undefined ? [] : [constraints(trees)]),
      ]
      const key = await keyOf('other')
      const under = { issuer: 'Second', signer: key }
      // The issuers' names are within what is permitted, so that the leaf's is what is judged.
      const chain = [
        { ...all.leaf, ...(second && under), subjectName: subject },
        ...(second
          ? [
              {
                ...all.middle,
                issuer: 'Middle',
                key,
                signer: all.middle.key,
                subject: 'Second',
                extensions: limited(second),
              },
            ]
          : []),
        { ...all.middle, extensions: limited(middle) },
      ]
      const names = chain.map((plan, i) =>
        i === 0 ? plan : { ...plan, subjectName: within(subject, plan.subject) },
      )
      const linked = names.map((plan, i) => {
        const above = names[i + 1]?.subjectName
        return above ? { ...plan, issuerName: above } : plan
      })
      const anchor = await made.handMade({ ...all.root, extensions: limited(root) })
      const [leaf, ...others] = await Promise.all(linked.map(made.handMade))
      if (leaf === undefined) throw new Error('a chain has a leaf')
      tool.write('root.pem', toPem('CERTIFICATE', anchor))
      tool.write('leaf.pem', toPem('CERTIFICATE', leaf))
      tool.write('others.pem', others.map((one) => toPem('CERTIFICATE', one)).join(''))
      const found = await codeOf(() =>
        verifyChain(
          [leaf, ...others].map(toBase64),
          { roots: [readCertificate(anchor)] },
          { role: 'authority', at: AT },
        ),
      )
      const words = `verify -attime ${AT.getTime() / 1000} -CAfile root.pem -untrusted others.pem leaf.pem`
      expect({ ours: found, openssl: tool.accepts(...words.split(' ')) }).to.deep.equal({
        ours,
        openssl: ours === GOOD,
      })
    })
  }

  /** The subject's parts, and one more: an issuer below the same constraint. */
  function within(base: Uint8Array<ArrayBuffer>, unit: string) {
    const content = base.subarray(2)
    return der(0x30, concat(content, part('2.5.4.3', 0x0c, unit)))
  }
})
