import { expect } from 'chai'
import { issueAccessToken, verifyAccessToken } from '#crypto/access/access-token.js'
import { signProof } from '#crypto/access/proof.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { AuthorityId, OfficerId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { rejection } from '#test/support/rejection.js'

const at = new Date('2026-03-01T09:00:00.000Z')
const origin = 'https://relay.example'

describe('access tokens (RFC 9068, bound as RFC 9449 §6.1 says)', () => {
  let key: SigningKey
  let token: string
  const session = 'A'.repeat(22)
  const expires = new Date('2026-03-01T09:05:00.000Z')
  const holder = {
    authority: AuthorityId.parse('xa.moj'),
    officer: OfficerId.parse(uuidV7(at)),
    kid: 'A'.repeat(43),
    roles: ['case' as const, 'duty' as const],
  }
  before(async () => {
    key = await generateSigningKey('x25519')
    token = await issueAccessToken(holder, { key, origin, session, at, expires })
  })
  const verify = (text: string, changed: object = {}) =>
    verifyAccessToken(text, { key, origin, at, ...changed })

  it('says who holds it and until when', async () => {
    expect(await verify(token)).to.deep.equal({
      caller: holder,
      session,
      expires,
    })
  })

  it('ends to the millisecond', async () => {
    await verify(token, { at: new Date('2026-03-01T09:04:59.999Z') })
    const ended = await rejection(verify(token, { at: new Date('2026-03-01T09:05:00.000Z') }))
    expect(ended).to.include({ code: 'access/expired' })
  })

  it('is refused by another relay, and by another key', async () => {
    const elsewhere = await rejection(verify(token, { origin: 'https://other.example' }))
    expect(elsewhere).to.include({ code: 'access/claims' })
    const other = await rejection(verify(token, { key: await generateSigningKey('x25519') }))
    expect(other).to.include({ code: 'access/key' })
    const forged = await rejection(
      verify(token, { key: { ...(await generateSigningKey('x25519')), kid: key.kid } }),
    )
    expect(forged).to.include({ code: 'access/signature' })
  })

  it('is refused when its header names another algorithm than its key’s', async () => {
    const relay = await generateSigningKey('p256')
    const other = { ...relay, alg: 'ES384' as const }
    const lying = await issueAccessToken(holder, { key: other, origin, session, at, expires })
    expect(await rejection(verify(lying, { key: relay }))).to.include({ code: 'access/key' })
  })

  it('is no token when it is a proof', async () => {
    const proof = await signProof({ key, method: 'GET', url: origin, at })
    expect(await rejection(verify(proof))).to.include({ code: 'access/malformed' })
  })
})
