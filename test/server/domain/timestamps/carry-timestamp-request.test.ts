import { expect } from 'chai'
import { relayStamper } from '#client/core/proof/relay-stamper.js'
import { toBase64, toUtf8 } from '#crypto/bytes/bytes.js'
import { AuthorityId, Kid } from '#crypto/fields/fields.js'
import { createTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import type { Caller } from '#server/contract/wire.js'
import { carryTimestampRequest } from '#server/domain/timestamps/carry-timestamp-request.js'
import type { TimestampResponder } from '#server/domain/timestamps/timestamp-responder.js'
import { codeOf } from '#test/support/code-of.js'
import { NOW } from '#test/support/world/moments.js'
import { worldTrust } from '#test/support/world/sample-bundle.js'
import { sampleStamper } from '#test/support/world/sample-log.js'

const DATA = toUtf8('what a bundle holds')

describe('carrying requests for time-stamps', function () {
  this.timeout(300_000)
  let honest: TimestampResponder
  let deaf: TimestampResponder
  let forgetful: TimestampResponder
  let now = NOW
  const caller = (authority = 'xa.moj'): Caller => ({
    authority: AuthorityId.parse(authority),
    officer: 'Alma Reyes',
    kid: Kid.parse('A'.repeat(43)),
    roles: ['legal'],
  })

  before(async () => {
    const { respond } = await sampleStamper()
    honest = { name: 'honest', respond: (request) => respond(request, NOW) }
    deaf = { name: 'deaf', respond: () => Promise.reject(new Error('no answer')) }
    // Answers whatever it is asked with a token for another request.
    const { request } = await createTimestampRequest(DATA)
    forgetful = { name: 'forgetful', respond: () => respond(request, NOW) }
  })

  const carrying = (...timestampResponders: TimestampResponder[]) =>
    carryTimestampRequest({
      clock: { now: () => now },
      timestampResponders: () => Promise.resolve(timestampResponders),
    })
  async function stamperOf(...responders: TimestampResponder[]) {
    const carry = carrying(...responders)
    const call = (_name: string, input: { body: { request: string } }) =>
      carry(caller(), input.body)
    return relayStamper({ call: call as never }, 'zz.relay', await worldTrust())
  }

  it('hands on what each authority answers, and says which gave none', async () => {
    const { request } = await createTimestampRequest(DATA)
    const { answers } = await carrying(honest, deaf)(caller(), { request: toBase64(request) })
    expect(answers.map(({ authority, answer }) => [authority, answer !== null])).to.deep.equal([
      ['honest', true],
      ['deaf', false],
    ])
  })

  it('gives the client the tokens that hold for its own request, and no others', async () => {
    expect(await (await stamperOf(deaf, honest, forgetful)).stamp(DATA)).to.have.length(1)
    const none = await stamperOf(deaf, forgetful)
    expect(await codeOf(() => none.stamp(DATA))).to.equal('timestamp-refused')
    const nobody = await stamperOf()
    expect(await codeOf(() => nobody.stamp(DATA))).to.equal('timestamp-refused')
  })

  it('carries nothing but requests for a time-stamp, and only for members of an authority', async () => {
    const carry = carrying(honest)
    for (const request of [toBase64(DATA), '%%%']) {
      expect(await codeOf(() => carry(caller(), { request }))).to.equal('malformed-request')
    }
    const request = toBase64((await createTimestampRequest(DATA)).request)
    const witness = { ...caller(), roles: ['witness' as const] }
    expect(await codeOf(() => carry(witness, { request }))).to.equal('not-permitted')
  })

  it('is for three hundred a minute of one authority, which takes nothing from another', async () => {
    const carry = carrying()
    const request = toBase64((await createTimestampRequest(DATA)).request)
    for (let asked = 0; asked < 300; asked++) await carry(caller(), { request })
    expect(await codeOf(() => carry(caller(), { request }))).to.equal('too-many-requests')
    await carry(caller('xb.pgo'), { request })
    now = new Date(NOW.getTime() + 60_000)
    await carry(caller(), { request })
  })
})
