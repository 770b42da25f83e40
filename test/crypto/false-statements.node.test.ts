import { expect } from 'chai'
import { fromBase64Url, fromUtf8, toBase64Url } from '#crypto/bytes/bytes.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import type { Revocation } from '#crypto/directory/revocation.js'
import { CryptoError } from '#crypto/errors.js'
import { STATEMENT_TYPES } from '#crypto/statement/types.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { flipBit } from '#test/support/flip-bit.js'
import { rejection } from '#test/support/rejection.js'
import { BEGIN, END, NOW, after } from '#test/support/world/moments.js'
import {
  type OfficersExample,
  type VerifiedExample,
  verifiedExamples,
} from '#test/support/protocol/verified-examples.js'
import { forge } from './statement/forge.js'

type Members = Readonly<Record<string, unknown>>

/** Header and payload of a statement, and its signature. */
function taken(statement: string) {
  const [header = '', payload = '', signature = ''] = statement.split('.')
  const read = (part: string) => JSON.parse(fromUtf8(fromBase64Url(part))) as Members
  return { header: read(header), payload: read(payload), parts: { header, payload, signature } }
}

/** Whoever verifies refuses with a code: nothing breaks. */
async function expectRefused(verified: Promise<unknown>, what: string): Promise<string> {
  const error = await rejection(
    verified.then((value) => expect.fail(`${what}: taken, ${JSON.stringify(value).slice(0, 80)}`)),
  )
  expect(error instanceof CryptoError, `${what}: ${String(error)}`).to.equal(true)
  return (error as CryptoError).code
}

/** Whose role is judged by whoever asks, as their docstrings say. */
const BY_ANY_ROLE = ['rogatory-header', 'rogatory-draft']

/** What Wycheproof has for signatures, for each kind of statement and what verifies it. */
describe('false statements of every kind', function () {
  this.timeout(300_000)
  let all: readonly VerifiedExample[]
  let acts: readonly OfficersExample[]
  before(async () => {
    const made = await verifiedExamples()
    acts = made.acts
    all = [...made.others, ...made.acts]
  })

  async function each(
    judge: (
      one: VerifiedExample,
      expect: (said: string, what: string) => Promise<string>,
    ) => Promise<void>,
  ): Promise<void> {
    for (const one of all) {
      await judge(one, (said, what) => expectRefused(one.verify(said), `${one.typ}, ${what}`))
    }
  }

  it('there is a true one of every kind, and what forges here could have signed it', async () => {
    expect(all.map(({ typ }) => typ)).to.have.members([...STATEMENT_TYPES])
    for (const { typ, statement, signer, verify } of all) {
      expect(taken(statement).header['typ']).to.equal(typ)
      await verify(statement)
      const { header, payload } = taken(statement)
      const [, again = ''] = (await forge(header, payload, signer)).split('.')
      expect(again, typ).to.equal(taken(statement).parts.payload)
    }
  })

  it('a bit of the signature is another, or it is of another statement, or missing', () =>
    each(async ({ statement, signer }, refused) => {
      const { header, payload, parts } = taken(statement)
      const signed = `${parts.header}.${parts.payload}`
      const octets = fromBase64Url(parts.signature)
      for (const bit of [0, 7, octets.length * 4, octets.length * 8 - 1]) {
        await refused(`${signed}.${toBase64Url(flipBit(octets, bit))}`, `bit ${String(bit)}`)
      }
      const other = await forge(header, { ...payload, declared: 'another' }, signer)
      await refused(`${signed}.${taken(other).parts.signature}`, 'of another statement')
      await refused(`${signed}.`, 'missing')
      await refused(`${signed}.${toBase64Url(new Uint8Array(octets.length))}`, 'of zeros')
    }))

  it('a payload that is changed after it was signed', () =>
    each(async ({ statement }, refused) => {
      const { parts } = taken(statement)
      const octets = fromBase64Url(parts.payload)
      for (let bit = 0; bit < octets.length * 8; bit += 1 + Math.floor(octets.length / 4)) {
        const changed = toBase64Url(flipBit(octets, bit))
        await refused(`${parts.header}.${changed}.${parts.signature}`, `bit ${String(bit)}`)
      }
    }))

  it('signed by somebody else, under the name of who should have, or under their own', () =>
    each(async ({ statement, signer, stranger }, refused) => {
      const { header, payload } = taken(statement)
      await refused(await forge(header, payload, stranger), 'under another’s name')
      const elsewhere = { ...header, kid: stranger.kid }
      await refused(await forge(elsewhere, payload, stranger), 'under the own name')
      await refused(await forge(elsewhere, payload, signer), 'by the right key, under another’s')
    }))

  it('of another kind, or by another algorithm, though the right key signed it', () =>
    each(async ({ typ, statement, signer }, refused) => {
      const { header, payload } = taken(statement)
      for (const other of [...STATEMENT_TYPES.filter((one) => one !== typ), 'JWT']) {
        await refused(await forge({ ...header, typ: other }, payload, signer), other)
      }
      const algorithms = ['none', 'HS256', 'ES256', 'PS256', 'Ed25519', 'EdDSA']
      for (const alg of algorithms.filter((one) => one !== header['alg'])) {
        await refused(await forge({ ...header, alg }, payload, signer), alg)
      }
    }))

  it('with a member more, one less, or no members at all, though the right key signed it', () =>
    each(async ({ statement, signer }, refused) => {
      const { header, payload } = taken(statement)
      await refused(await forge({ ...header, crit: ['b64'] }, payload, signer), 'header: crit')
      await refused(await forge({ ...header, nonce: '1' }, payload, signer), 'header: nonce')
      await refused(await forge(header, { ...payload, more: null }, signer), 'more')
      for (const name of Object.keys(payload)) {
        const rest = Object.entries(payload).filter(([each]) => each !== name)
        await refused(await forge(header, Object.fromEntries(rest), signer), `without ${name}`)
      }
      for (const nothing of ['{}', '[]', 'null', '""', '0']) {
        await refused(await forge(header, nothing, signer), nothing)
      }
    }))

  it('an act under another’s credential, or of another authority, or by no credential', async () => {
    for (const { typ, statement, actor, verifyBy } of acts) {
      const other = acts.find((one) => one.actor.entry !== actor.entry)
      const same = acts.find((one) => one.actor.credential !== actor.credential)
      if (other === undefined || same === undefined) throw new TypeError('there are several')
      for (const [what, by] of Object.entries({
        'of another authority': other.actor,
        'of a colleague': { ...actor, credential: same.actor.credential },
        'beside another entry': { ...actor, entry: other.actor.entry },
        none: { ...actor, credential: '' },
        'that is the act itself': { ...actor, credential: statement },
      })) {
        await expectRefused(verifyBy(statement, by), `${typ}, credential ${what}`)
      }
    }
  })

  it('an act of somebody without the role', async () => {
    for (const { typ, statement, actor, claims, credentials, verifyBy } of acts) {
      const credential = await signCredential({ ...claims, roles: ['witness'] }, credentials)
      const verified = verifyBy(statement, { ...actor, credential })
      if (BY_ANY_ROLE.includes(typ)) await verified
      else expect(await expectRefused(verified, typ)).to.equal('directory/role')
    }
  })

  it('an act under a credential that the officer signed, or that had ended or not begun', async () => {
    for (const { typ, statement, signer, actor, claims, credentials, verifyBy } of acts) {
      const [before, later] = [after(NOW, -1).toISOString(), after(NOW, 1).toISOString()]
      for (const [what, credential] of Object.entries({
        'signed by the officer': await signCredential(claims, signer),
        ended: await signCredential({ ...claims, validTo: before }, credentials),
        'not begun': await signCredential({ ...claims, validFrom: later }, credentials),
      })) {
        await expectRefused(verifyBy(statement, { ...actor, credential }), `${typ}, ${what}`)
      }
      // A draft is judged by the moment that it declares.
      if (typ === 'rogatory-draft') continue
      for (const at of [after(BEGIN, -1), after(END, 1)]) {
        await expectRefused(verifyBy(statement, { ...actor, at }), `${typ}, ${at.toISOString()}`)
      }
    }
  })

  it('an act by a key that had been revoked by then', async () => {
    for (const { typ, statement, actor, claims, credentials, verifyBy } of acts) {
      const { authority, kid } = claims
      const revoked = async (since: string) => {
        const payload: Revocation = { authority, kid, since, reason: 'left', declared: since }
        const said = await signRevocation(payload, credentials)
        return { statement: said, payload } as VerifiedStatement<Revocation>
      }
      const revocations = [await revoked(NOW.toISOString())]
      const code = await expectRefused(verifyBy(statement, { ...actor, revocations }), typ)
      expect(code, typ).to.equal('directory/revoked')
      const later = [await revoked(after(NOW, 1).toISOString())]
      await verifyBy(statement, { ...actor, revocations: later })
    }
  })
})
