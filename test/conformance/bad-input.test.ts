import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { readPackage } from '#client/core/packages/open-package.js'
import type { Session } from '#client/core/session/session.js'
import { exampleAuthorities } from '#client/example/authorities.js'
import { enrolExample } from '#client/example/enrol-example.js'
import { signProof } from '#crypto/access/proof.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import { AuthorityId, CaseId, PartId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { Problem } from '#server/contract/problems.js'
import { type Submission, SubmissionAnswer } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { rejection } from '#test/support/rejection.js'
import { type SignedIn, signedIn } from '#test/support/signed-in.js'
import { document, sealedRequest } from './sealed-request.js'

const EMPTY_DIGEST = createHash('sha256').digest('hex')

/** Black box: what is wrong gets a coded error over the wire, and nothing of it stays. */
describe('bad input', function () {
  this.timeout(300_000)
  let all: Constellation
  let database: Connection
  let [alma, yusuf]: Session[] = []
  let [xa, xb, xc]: SignedIn[] = []
  const as = ({ officer }: Session) =>
    signedIn(all.origin, all.origin, { now: () => new Date() })({ key: officer.signingKey })

  before(async () => {
    all = await constellation({ env: { MAX_PART_BYTES: String(2 ** 52) } })
    database = await all.openDatabase()
    const [, example] = exampleAuthorities
    if (example === undefined) throw new Error('the example has two authorities')
    const data = { ...example.data, authority: AuthorityId.parse('xc.court'), state: 'XC' }
    const officers = [{ home: 'xc', name: 'Carla Curia', roles: ['case', 'admin'] as const }]
    const place = { data: all.data, origin: all.origin, relayId: 'zz.relay' }
    await enrolExample({ home: 'xc', data, officers }, place)
    alma = await all.officer('xa')
    yusuf = await all.officer('xb')
    xa = as(alma)
    xb = as(yusuf)
    xc = as(await all.officer('xc'))
  })
  after(async () => {
    await database.close()
    await all.close()
  })

  const sender = () => alma ?? expect.fail()
  const http = (one: SignedIn | undefined) => one ?? expect.fail()
  const sealed = (changes = {}) => sealedRequest(sender(), changes)
  const submit = (submission: unknown, by = http(xa)) => by.post('/v1/packages', submission)
  /** As every client does it: where the relay answers with an outage, it is handed in again. */
  async function submitPatiently(submission: unknown): Promise<Response> {
    const answer = await submit(submission)
    return answer.status === 503 ? submitPatiently(submission) : answer
  }

  async function refused(response: Response, status: number, code: string): Promise<void> {
    const problem = Problem.parse(await response.json())
    expect({ status: response.status, code: problem.code }).to.deep.equal({ status, code })
    expect(problem.remedy).to.be.a('string')
  }

  /** Nothing is kept but the signed refusal, where there is one. */
  async function rejected(response: Response, reason: string): Promise<void> {
    expect(response.status).to.equal(422)
    const { evidence } = SubmissionAnswer.parse(await response.json())
    const { payload } = await readStatement(evidence.statement)
    expect(payload).to.include({ code: 'A.2' })
    expect(payload).to.have.nested.property('reasons[0].code', reason)
  }

  /** Runs a row, and compares what the database holds of packages and receipts before and after. */
  function row(what: string, run: () => Promise<void>): void {
    it(what, async () => {
      const count = async () => ({
        packages: await database.collection('packages').countDocuments(),
        receipts: await database.collection('statements').countDocuments({ kind: 'receipt' }),
      })
      const before = await count()
      await run()
      expect(await count()).to.deep.equal(before)
    })
  }

  const spoilt = (change: (header: string) => string) => async () => {
    const { submission } = await sealed()
    await refused(
      await submit({ ...submission, header: change(submission.header) }),
      422,
      'statement-invalid',
    )
  }

  describe('keys', () => {
    row('a key that nobody vouches for', async () => {
      const stranger = { key: await generateSigningKey('x25519') }
      const clock = { now: () => new Date() }
      const response = await signedIn(all.origin, all.origin, clock)(stranger).logIn()
      await refused(response, 401, 'unauthenticated')
    })

    row('a header signed with another key than its credential names', async () => {
      const { submission } = await sealed()
      const { credential } = (await sealedRequest(await all.officer('xa-legal'))).submission
      await refused(await submit({ ...submission, credential }), 422, 'statement-invalid')
    })

    row('a credential that has expired', async () => {
      const { payload } = sender().officer.credential
      const past = { validFrom: '2020-01-01T00:00:00.000Z', validTo: '2020-02-01T00:00:00.000Z' }
      const credential = await signCredential({ ...payload, ...past }, await operational('xa.moj'))
      const { submission } = await sealed()
      await refused(await submit({ ...submission, credential }), 422, 'statement-invalid')
    })

    row('a key that is revoked', async () => {
      const tomas = await all.officer('xa-legal')
      const { submission } = await sealedRequest(tomas)
      const by = as(tomas)
      await by.token()
      const declared = new Date().toISOString()
      const revocation = await signRevocation(
        {
          authority: tomas.officer.authority,
          kid: tomas.officer.signingKey.kid,
          since: declared,
          reason: 'compromised',
          declared,
        },
        await operational('xa.moj'),
      )
      const published = await by.post('/v1/revocations', { revocation })
      expect(published.status).to.be.oneOf([200, 201])
      await refused(await submit(submission, by), 401, 'credential-revoked')
    })
  })

  describe('statements', () => {
    row(
      'forged',
      spoilt((header) => header.replace(/.{4}$/, 'AAAA')),
    )
    row(
      'truncated',
      spoilt((header) => header.slice(0, -12)),
    )
    row(
      're-ordered',
      spoilt((header) => header.split('.').reverse().join('.')),
    )
    row(
      'in a second spelling',
      spoilt((header) => `${header}\n`),
    )
    row('swapped: the envelope of another package', async () => {
      const [one, other] = [await sealed(), await sealed()]
      const { envelope } = other.submission
      await rejected(await submit({ ...one.submission, envelope }), 'envelope-mismatch')
    })
    row('handed in by another authority', async () => {
      const { submission } = await sealed()
      await refused(await submit(submission, http(xb)), 422, 'statement-invalid')
    })
    it('replayed: the same evidence, and nothing twice', async () => {
      const { submission, id } = await sealed()
      const answers = [await submitPatiently(submission), await submitPatiently(submission)]
      expect(answers.map(({ status }) => status)).to.deep.equal([201, 200])
      const [first, again] = await Promise.all(
        answers.map(async (answer) => SubmissionAnswer.parse(await answer.json())),
      )
      expect(again?.evidence.digest).to.equal(first?.evidence.digest)
      const kept = { _id: id as unknown as never }
      expect(await database.collection('packages').countDocuments(kept)).to.equal(1)
    })
    it('a header and a manifest that disagree are refused by whoever opens them', async () => {
      const { withHeader, id } = await sealed()
      const other = await withHeader({ case: CaseId.parse(uuidV7(new Date())) })
      expect((await submit(other)).status).to.equal(201)
      while ((await http(xb).send(`/v1/packages/${id}`)).status === 404);
      const error = await rejection(readPackage(yusuf ?? expect.fail(), id))
      expect(error).to.include({ name: 'CryptoError', code: 'package/mismatch' })
    })
  })

  describe('parts', () => {
    const metadata = (pkg: string, part: string, digest: string) =>
      Object.entries({ package: pkg, part, digest })
        .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
        .join(',')
    const announce = (pkg: string, part: string, digest: string, length: number) =>
      http(xa).send('/v1/uploads', {
        method: 'POST',
        headers: {
          'tus-resumable': '1.0.0',
          'upload-length': String(length),
          'upload-metadata': metadata(pkg, part, digest),
        },
      })
    async function upload(pkg: string, part: string, digest: string, body: Buffer) {
      const { headers } = await announce(pkg, part, digest, body.length)
      const { pathname } = new URL(headers.get('location') ?? '', all.origin)
      const octets = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
      return http(xa).send(pathname, {
        method: 'PATCH',
        headers: { 'tus-resumable': '1.0.0', ...octets },
        body: new Uint8Array(body),
      })
    }
    const withPart = async () => {
      const request = await sealed({ documents: [document(randomBytes(1000))] })
      const [part] = request.header.parts
      return { ...request, part: part ?? expect.fail() }
    }

    row('missing', async () => {
      const { submission } = await withPart()
      await refused(await submit(submission), 409, 'part-missing')
    })
    row('with a wrong digest', async () => {
      const { submission, id, part } = await withPart()
      const other = randomBytes(part.length)
      await refused(await upload(id, part.part, part.digest, other), 422, 'part-mismatch')
      await refused(await submit(submission), 409, 'part-missing')
    })
    row('with a wrong length', async () => {
      const { withHeader, id, part } = await withPart()
      const body = randomBytes(500)
      const digest = createHash('sha256').update(body).digest('hex')
      expect((await upload(id, part.part, digest, body)).status).to.equal(204)
      const parts = [{ ...part, digest, length: 501 }]
      await rejected(await submit(await withHeader({ parts })), 'part-mismatch')
    })
    row('too large for the disk', async () => {
      const id = PartId.parse(uuidV7(new Date()))
      const response = await announce(id, id, EMPTY_DIGEST, 2 ** 50)
      await refused(response, 507, 'storage-full')
    })
  })

  describe('parties', () => {
    row('a recipient that is unknown', async () => {
      const { withHeader } = await sealed()
      const recipients = [{ authority: AuthorityId.parse('xz.none'), entry: EMPTY_DIGEST }]
      await rejected(await submit(await withHeader({ recipients })), 'recipient-unknown')
    })
    it('a package id that is reused', async () => {
      const { submission, withHeader } = await sealed()
      expect((await submit(submission)).status).to.equal(201)
      const other = await withHeader({ urgency: 'urgent' })
      await rejected(await submit(other), 'package-id-reused')
    })
    it('another authority’s package', async () => {
      const { submission, id } = await sealed()
      expect((await submit(submission)).status).to.equal(201)
      for (const path of ['', '/envelope', '/proof']) {
        await refused(await http(xc).send(`/v1/packages/${id}${path}`), 404, 'package-unknown')
      }
    })
    row('a recipient that is suspended', async () => {
      const to = [AuthorityId.parse('xc.court')]
      const { submission } = await sealed({ to })
      const declared = new Date().toISOString()
      const suspension = await signSuspension(
        {
          authority: AuthorityId.parse('xc.court'),
          standing: 'suspended',
          since: declared,
          reason: 'Review',
          declared,
        },
        await operator(),
      )
      expect((await http(xa).post('/v1/suspensions', { suspension })).ok).to.equal(true)
      await rejected(await submit(submission), 'recipient-suspended')
    })
  })

  describe('requests', () => {
    row('oversize, deep and malformed JSON', async () => {
      const { submission } = await sealed()
      const large = { ...submission, envelope: 'x'.repeat(12 * 1024 * 1024) }
      await refused(await submit(large), 413, 'too-large')
      const deep: Submission = { ...submission, approvals: nested(2000) as never }
      await refused(await submit(deep), 400, 'malformed-request')
      const headers = { 'content-type': 'application/json' }
      const half = { method: 'POST', headers, body: '{"header":"x' }
      await refused(await http(xa).send('/v1/packages', half), 400, 'malformed-request')
    })
    row('a stale proof, and one from the future', async () => {
      for (const minutes of [-5, 5]) {
        const token = await http(xa).token()
        const key = sender().officer.signingKey
        const at = new Date(Date.now() + minutes * 60_000)
        const dpop = await signProof({
          key,
          method: 'GET',
          url: `${all.origin}/v1/vault`,
          at,
          token,
        })
        const headers = { authorization: `DPoP ${token}`, dpop }
        await refused(await fetch(`${all.origin}/v1/vault`, { headers }), 401, 'proof-stale')
      }
    })
    row('a proof that was used before', async () => {
      const headers = await http(xa).headers('GET', '/v1/vault')
      expect((await fetch(`${all.origin}/v1/vault`, { headers })).status).to.equal(200)
      await refused(await fetch(`${all.origin}/v1/vault`, { headers }), 401, 'proof-replayed')
    })
  })

  describe('services', () => {
    for (const name of ['mongodb', 'redis'] as const) {
      it(`${name} gone in the middle: refused for now, accepted later`, async () => {
        const { submission } = await sealed()
        await http(xa).token()
        await all[name].shut()
        await refused(await submit(submission), 503, 'unavailable')
        await all[name].open()
        let response = await submit(submission)
        while (response.status === 503) response = await submit(submission)
        expect(response.status).to.be.oneOf([200, 201])
      })
    }
  })

  async function operational(authority: string) {
    const folder = join(all.data, authority)
    const passphrase = (await readFile(join(folder, 'passphrase'), 'utf8')).trim()
    const text = await readFile(join(folder, 'operational.keystore'), 'utf8')
    return importSigningKey((await openKeystore(text, passphrase)).signingKey)
  }
  const operator = async () => {
    const text = await readFile(join(all.data, 'operator', 'operator-key.json'), 'utf8')
    return importSigningKey(JSON.parse(text))
  }
})

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], [])
