import { expect } from 'chai'
import { toBase64 } from '#crypto/bytes/bytes.js'
import { readOcspResponse } from '#crypto/pki/ocsp-response.js'
import { toPem } from '#crypto/pki/pem.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { verifyRevocationList } from '#crypto/pki/verify-revocation-list.js'
import { plans } from './chains.js'
import * as made from './hand-made.js'
import { type Openssl, openssl } from './openssl.node.js'

const CONFIG = `[ca]
default_ca = here
[here]
database = index.txt
crlnumber = number.txt
default_md = sha256
default_crl_days = 30
`

/** Revoked on 2025-06-01 because the key was lost: since when, the last member of the column tells. */
const row = (since: string) =>
  `R\t400101000000Z\t250601000000Z,keyTime,${since}\t01FF\tunknown\t/CN=Leaf\n`

describe('invalidityDate (RFC 5280 §5.3.2) by OpenSSL', function () {
  this.timeout(300_000)
  let tool: Openssl
  let root: Uint8Array<ArrayBuffer>
  before(async () => {
    tool = openssl()
    const long = { from: '2020-01-01', to: '2040-01-01' }
    const { root: plan, direct } = await plans()
    const usage = { extensions: [made.basicConstraints(true), made.keyUsage(1, 0x06)] }
    root = await made.handMade({ ...plan, ...long, ...usage })
    tool.write('root.pem', toPem('CERTIFICATE', root))
    tool.write('root.key', plan.key.privateKeyPem)
    tool.write('leaf.pem', toPem('CERTIFICATE', await made.handMade({ ...direct, ...long })))
    tool.write('ca.cnf', CONFIG)
    tool.write('number.txt', '01\n')
    tool.run(...'ocsp -issuer root.pem -cert leaf.pem -reqout req.der'.split(' '))
  })
  after(() => tool.close())

  async function entryOf(since: string) {
    tool.write('index.txt', row(since))
    const words = 'ca -gencrl -config ca.cnf -cert root.pem -keyfile root.key -out list.pem'
    tool.run(...words.split(' '))
    const text = new TextDecoder().decode(tool.read('list.pem'))
    const { revoked } = await verifyRevocationList(text, readCertificate(root))
    const told = tool.run(...'crl -in list.pem -noout -text'.split(' '))
    return { entry: revoked[0], told }
  }
  function statusOf(since: string) {
    tool.write('index.txt', row(since))
    const words = 'ocsp -index index.txt -CA root.pem -rsigner root.pem -rkey root.key -ndays 7'
    tool.run(...words.split(' '), ...'-reqin req.der -respout resp.der'.split(' '))
    return readOcspResponse(toBase64(tool.read('resp.der').slice())).answers[0]?.status
  }

  it('of a list is read as OpenSSL tells it, and counts where it is earlier', async () => {
    const declared = new Date('2025-06-01')
    const early = await entryOf('20250301123456Z')
    expect(early.told).to.match(/Invalidity Date:\s+Mar +1 12:34:56 2025 GMT/)
    const at = new Date('2025-03-01T12:34:56.000Z')
    expect(early.entry).to.deep.equal({ serial: '01ff', at, declared, reason: 'keyCompromise' })
    const late = await entryOf('20250901000000Z')
    expect(late.told).to.match(/Invalidity Date:\s+Sep +1/)
    expect(late.entry).to.include({ reason: 'keyCompromise' })
    expect(late.entry?.at).to.deep.equal(declared)
  })

  it('of an OCSP answer (RFC 6960 §4.4.5) likewise', () => {
    const declared = new Date('2025-06-01')
    const at = new Date('2025-03-01T12:34:56.000Z')
    expect(statusOf('20250301123456Z')).to.deep.equal({ at, declared })
    expect(statusOf('20250901000000Z')).to.deep.equal({ at: declared, declared })
  })
})
