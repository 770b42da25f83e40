import { expect } from 'chai'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { verifyCosignature } from '#crypto/transparency/cosignature.js'
import { addSignatures } from '#crypto/transparency/note.js'
import { noteKey } from '#crypto/transparency/note-key.js'
import { formatWitnessRequest } from '#crypto/transparency/witness-request.js'
import { answerWitnessRequest } from '#client/core/log/answer-witness-request.js'
import { observeLog } from '#client/core/log/observe-log.js'
import { pinnedMemory } from '#client/core/log/pinned-memory.js'
import { serveWitness } from '#client/transport/serve-witness.js'
import { logRelay } from '#test/support/log-relay.js'
import { memoryLogMemory } from '#test/support/memory/memory-log-memory.js'
import { rejection } from '#test/support/rejection.js'
import { testLogKey } from '#test/support/test-log.js'
import { NOW } from '#test/support/world/moments.js'
import { httpWitness } from '#workers/log/http-witness.js'

async function witnessing() {
  const log = logRelay(await testLogKey())
  const key = await noteKey('xa.moj/w', 'cosignature', await generateSigningKey('x25519'))
  const memory = memoryLogMemory()
  const witness = { trust: await log.trust(), memory, key, now: () => NOW }
  const answer = (body: string) => answerWitnessRequest(witness, body)
  const request = async (oldSize: number, size: number) => ({
    oldSize,
    path: await log.path(oldSize, size),
    note: await log.checkpoint(size),
  })
  const ask = async (oldSize: number, size: number) =>
    answer(formatWitnessRequest(await request(oldSize, size)))
  return { log, key, memory, witness, answer, request, ask }
}

describe('a witness that is asked', () => {
  it('cosigns the first checkpoint it sees, and each that continues it', async () => {
    const { log, key, ask } = await witnessing()
    for (const [from, to] of [
      [0, 5],
      [5, 5],
      [5, 12],
    ] as const) {
      const { status, body } = await ask(from, to)
      expect(status).to.equal(200)
      const note = addSignatures(await log.checkpoint(to), body)
      expect((await verifyCosignature(note, key)).timestamp).to.equal(NOW.getTime() / 1000)
    }
  })

  it('says what it remembers to whoever is wrong about it', async () => {
    const { ask } = await witnessing()
    expect(await ask(3, 5)).to.deep.equal({ status: 409, body: '0\n', size: 0 })
    await ask(0, 5)
    expect(await ask(0, 9)).to.deep.equal({ status: 409, body: '5\n', size: 5 })
    expect(await ask(3, 4), 'an old one').to.deep.equal({ status: 409, body: '5\n', size: 5 })
  })

  it('refuses what is malformed, of another log, of another key, or goes backwards', async () => {
    const { answer, ask, request } = await witnessing()
    expect(await answer('old\n')).to.include({ status: 400 })
    expect(await answer('old 0\n\nnot a note\n')).to.include({ status: 400 })
    const stranger = logRelay(
      await noteKey('other.test/log', 'note', await generateSigningKey('x25519')),
    )
    const impostor = logRelay(await testLogKey())
    const first = async (of: ReturnType<typeof logRelay>) =>
      answer(formatWitnessRequest({ oldSize: 0, path: [], note: await of.checkpoint(4) }))
    expect(await first(stranger)).to.include({ status: 404 })
    expect(await first(impostor)).to.include({ status: 403 })
    await ask(0, 9)
    const backwards = { ...(await request(0, 5)), oldSize: 9 }
    expect(await answer(formatWitnessRequest(backwards))).to.include({ status: 400 })
  })

  it('is not moved by a proof that fails, and raises no alarm: anybody can send one', async () => {
    const { answer, ask, request, memory } = await witnessing()
    await ask(0, 5)
    const good = await request(5, 12)
    for (const path of [[], good.path.slice(1), [...good.path, ...good.path]]) {
      expect(await answer(formatWitnessRequest({ ...good, path }))).to.include({ status: 422 })
    }
    expect(await memory.breaches()).to.deep.equal([])
    expect(await ask(5, 12)).to.include({ status: 200 })
    const idle = { ...(await request(12, 12)), path: good.path }
    expect(await answer(formatWitnessRequest(idle)), 'nothing to prove').to.include({ status: 422 })
  })

  it('is shown a fork: cosigns nothing, and keeps both checkpoints as evidence', async () => {
    const { log, ask, memory } = await witnessing()
    await ask(0, 9)
    log.shown.rewritten = 4
    for (const oldSize of [0, 9]) {
      const { status, body, alarm } = await ask(oldSize, 9)
      expect({ status, body }).to.deep.equal({ status: 409, body: '9\n' })
      expect(alarm).to.include({ code: 'log-breach' })
    }
    expect(await memory.breaches()).to.have.length(1)
    expect(await ask(9, 20), 'nor does a larger one').to.include({ status: 422 })
  })

  it('is shown a larger log that was rewritten: the path itself convicts it', async () => {
    const { log, ask, answer, request, memory } = await witnessing()
    await ask(0, 9)
    log.shown.rewritten = 4
    const { status, alarm } = await ask(9, 20)
    expect(status).to.equal(422)
    expect(alarm)
      .to.include({ code: 'log-breach' })
      .and.have.property('message')
      .match(/rewritten/)
    const [breach] = await memory.breaches()
    expect(breach).to.include({ breach: 'rewritten', shown: await log.checkpoint(20) })
    // The same by a stranger without the path of the rewritten tree convicts nobody.
    const good = await request(9, 20)
    const wrong = { ...good, path: good.path.map((hash) => hash.map((octet) => octet ^ 1)) }
    expect(await answer(formatWitnessRequest(wrong))).to.deep.equal({
      status: 422,
      body: '',
      size: 20,
    })
  })

  it('cannot tell so of a complete tree, whose root no path names: the log is asked then', async () => {
    const { log, ask, witness } = await witnessing()
    await ask(0, 8)
    log.shown.rewritten = 4
    log.shown.size = 20
    expect(await ask(8, 20)).to.deep.equal({ status: 422, body: '', size: 20 })
    const failure = await rejection(observeLog({ ...witness, relay: log.relay }))
    expect(failure).to.include({ code: 'log-breach' })
  })

  it('names the split where two witnesses were shown two histories', async () => {
    const { log, ask, memory, witness } = await witnessing()
    await ask(0, 9)
    // The other was shown another history of the same log, and remembers that.
    log.shown.rewritten = 4
    for (const size of [9, 15]) {
      const theirs = await log.checkpoint(size)
      log.shown.rewritten = -1
      log.shown.size = 20
      const pinned = pinnedMemory(log.origin, theirs, memory)
      const failure = await rejection(observeLog({ ...witness, memory: pinned, relay: log.relay }))
      expect(failure).to.include({ code: 'log-breach' })
      log.shown.rewritten = 4
    }
    expect((await memory.breaches()).map(({ breach }) => breach)).to.deep.equal([
      'rewritten',
      'rewritten',
    ])
  })

  it('of two requests at once remembers one, and tells the other where it stands', async () => {
    const { ask } = await witnessing()
    await ask(0, 3)
    const answers = await Promise.all([ask(3, 10), ask(3, 7), ask(3, 15)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409])
    const [kept] = answers.filter(({ status }) => status === 200)
    for (const { status, body } of answers) {
      if (status === 409) expect(body).to.equal(`${kept?.size ?? ''}\n`)
    }
  })

  it('speaks the protocol over HTTP with our own log', async () => {
    const { answer, request, key, log } = await witnessing()
    const served = await serveWitness({ host: '127.0.0.1', port: 0 }, answer)
    try {
      const url = `http://127.0.0.1:${served.port}`
      const asked = httpWitness(`${url}/w1`)
      const cosigned = await asked.addCheckpoint(await request(0, 4))
      const lines = cosigned.outcome === 'cosigned' ? cosigned.lines : ''
      await verifyCosignature(addSignatures(await log.checkpoint(4), lines), key)
      expect(await asked.addCheckpoint(await request(0, 6))).to.deep.equal({
        outcome: 'conflict',
        remembers: 4,
      })
      const status = async (path: string, init: RequestInit) =>
        (await fetch(url + path, init)).status
      expect(await status('/', { method: 'POST', body: '' })).to.equal(404)
      expect(await status('/add-checkpoint', {})).to.equal(405)
      const post = (body: string | Uint8Array<ArrayBuffer>) =>
        status('/add-checkpoint', { method: 'POST', body })
      expect(await post('x'.repeat(400_000))).to.equal(413)
      expect(await post('x'.repeat(8_000_000)), 'its answer arrives').to.equal(413)
      expect(await post(new Uint8Array([0xff]))).to.equal(400)
      expect(await post('')).to.equal(400)
    } finally {
      await served.close()
    }
  })
})
