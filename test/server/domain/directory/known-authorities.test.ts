import { expect } from 'chai'
import { knownAuthorities, RECENT_MS } from '#server/domain/directory/known-authorities.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import { NOW } from '#test/support/world/moments.js'

describe('what is known of authorities', () => {
  let relay: FakeRelay
  let reads: number
  let fails: boolean
  const known = () =>
    knownAuthorities({
      ...relay,
      directory: {
        history(authority, typ) {
          if (typ === 'rogatory-entry') reads++
          if (fails) return Promise.reject(new Error('gone'))
          return relay.directory.history(authority, typ)
        },
      },
    })
  beforeEach(async () => {
    relay = await fakeRelay()
    reads = 0
    fails = false
  })
  const later = (ms: number) => relay.setClock(new Date(NOW.getTime() + ms))

  it('reads a busy authority once, and again when that is no longer recent', async () => {
    const authorities = known()
    await Promise.all(Array.from({ length: 100 }, () => authorities.of(relay.xa.id)))
    expect(reads).to.equal(1)
    later(RECENT_MS)
    await authorities.of(relay.xa.id)
    expect(reads).to.equal(1)
    later(RECENT_MS + 1)
    await authorities.of(relay.xa.id)
    expect(reads).to.equal(2)
  })

  it('reads at once what is asked for as of now, or was forgotten', async () => {
    const authorities = known()
    await authorities.of(relay.xa.id)
    await authorities.of(relay.xa.id, 'now')
    expect(reads).to.equal(2)
    authorities.forget(relay.xa.id)
    await authorities.of(relay.xa.id)
    expect(reads).to.equal(3)
  })

  it('does not trust the past when the clock is set back', async () => {
    const authorities = known()
    await authorities.of(relay.xa.id)
    later(-1)
    await authorities.of(relay.xa.id)
    expect(reads).to.equal(2)
  })

  it('remembers no failure', async () => {
    const authorities = known()
    fails = true
    expect(await rejection(authorities.of(relay.xa.id))).to.include({ message: 'gone' })
    fails = false
    expect(await authorities.of(relay.xa.id)).to.include({ authority: relay.xa.id })
  })

  it('refuses to go on with an entry that was changed in the database', async () => {
    const [first] = relay.state.directory
    if (first === undefined) throw new Error('no entry')
    const { statement } = relay.xc.entry
    relay.state.directory[0] = { ...first, statement }
    const reason = await rejection(known().of(first.authority))
    expect(reason).to.include({ name: 'CryptoError', code: 'statement/payload' })
  })
})
