import { expect } from 'chai'
import { cosignCheckpoint, verifyCosignature } from '#crypto/transparency/cosignature.js'
import { noteKey } from '#crypto/transparency/note-key.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'
import { world } from '#test/support/world/world.js'

const PATH = '/v1/log/cosignatures'

describe('cosignatures handed in over HTTP', () => {
  let http: HttpRelay
  before(async () => (http = await httpRelay()))
  after(() => http.close())
  const checkpoint = async () => (await fetch(`${http.url}/log/checkpoint`)).text()

  it('are taken of an officer who is a witness, and served under the checkpoint', async () => {
    const { xa } = await world()
    const officer = await xa.officer('A Witness', ['witness'])
    await http.useCases.publishCredential({ credential: officer.credential })
    await http.sequence()
    const note = await checkpoint()
    const size = Number(note.split('\n')[1])
    const key = await noteKey('xa.moj/witness', 'cosignature', officer.key)
    const cosignatures = await cosignCheckpoint(note, key, 1_770_000_000)

    const stranger = await fetch(http.url + PATH, { method: 'POST', body: '{}' })
    expect(stranger.status).to.equal(401)
    const clerk = await http.as(http.relay.drafter).post(PATH, { size, cosignatures })
    expect(clerk.status, 'not a witness').to.equal(403)
    const witness = http.as(officer)
    expect((await witness.post(PATH, { size: size + 9, cosignatures })).status).to.equal(404)
    expect((await witness.post(PATH, { size, cosignatures: 'x' })).status).to.equal(422)
    expect(await checkpoint(), 'nothing of that was kept').to.equal(note)

    for (const time of ['first', 'again']) {
      const taken = await witness.post(PATH, { size, cosignatures })
      expect(await taken.json(), time).to.deep.equal({ kept: 1 })
    }
    const served = await checkpoint()
    expect(served).to.equal(note + cosignatures)
    expect((await verifyCosignature(served, key)).timestamp).to.equal(1_770_000_000)
  })
})
