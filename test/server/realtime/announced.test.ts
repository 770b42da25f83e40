import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { HandoffId } from '#crypto/fields/fields.js'
import type { Notice } from '#server/contract/notice.js'
import { callerOf } from '#test/support/fake-relay.js'
import { announcedRelay } from '#test/support/announced-relay.js'
import { heard } from '#test/support/socket-relay.js'
import { NOW } from '#test/support/world/moments.js'

describe('what other processes announce', () => {
  it('tells a translator in person what is theirs, and nothing else of the authority', async () => {
    const relay = await announcedRelay()
    const { http, announcer } = relay
    const { xa, drafter } = http.relay
    const tariq = await xa.officer('Tariq Translator', ['translator'])
    await http.relay.publishCredential(tariq)
    await relay.consigned()
    await http.sequence()
    const told: string[] = []
    const ears = await Promise.all(
      [drafter, tariq].map(async (officer) => {
        const ear = await relay.opened(officer, { after: -1 })
        ear.client.on('notice', ({ id }: Notice) => {
          told.push(`${officer === tariq ? 'tariq' : 'drafter'} ${id}`)
        })
        return ear
      }),
    )
    const step = (id: string, linguists?: string[]): Notice => ({
      id,
      authority: xa.id,
      at: NOW.toISOString(),
      kind: 'handoff.step',
      code: 'H.4',
      handoff: HandoffId.parse(uuidV7(NOW)),
      turn: 0,
      moment: null,
      time: NOW.toISOString(),
      ...(linguists && { linguists }),
    })
    announcer.tell(step('of nobody'))
    announcer.tell(step('of another', ['x'.repeat(43)]))
    announcer.tell(step('own', [tariq.key.kid]))
    await ears[0]?.until(2)
    while (told.filter((one) => one.endsWith('own')).length < 2) await sleep(5)
    expect(told.toSorted()).to.deep.equal([
      ...['drafter of another', 'drafter of nobody', 'drafter own', 'tariq own'],
    ])
    expect(ears[1]?.events).to.deep.equal([])
    // Whoever heard the authority and translates only from now on has to come in anew.
    const gone = heard(ears[0]?.client ?? expect.fail(), 'disconnect')
    http.relay.setClock(new Date(NOW.getTime() + 1))
    const claims = { ...drafter.claims, roles: ['translator' as const] }
    const credential = await signCredential(claims, xa.credentialsKey)
    await http.relay.publishCredential({ credential })
    await gone
    expect(ears[1]?.client.connected).to.equal(true)
    await relay.close()
  })

  it('closes the connections of a session that was ended, in whichever process they are, and no other', async () => {
    const known: string[] = []
    const relay = await announcedRelay({ knownSessions: { end: (id) => void known.push(id) } })
    const { drafter } = relay.relay
    const [mine, other] = [await relay.opened(drafter), await relay.opened(drafter)]
    const { sessions } = await relay.http.useCases.listSessions(callerOf(drafter), { of: 'key' })
    expect(sessions).to.have.length(2)
    const [first = expect.fail()] = sessions
    const closed = Promise.race([mine, other].map(({ client }) => heard(client, 'disconnect')))
    relay.announcer.sessionEnded('A'.repeat(22))
    relay.announcer.sessionEnded(first.id)
    await closed
    expect([mine, other].filter(({ client }) => client.connected)).to.have.length(1)
    expect(known).to.deep.equal(['A'.repeat(22), first.id])
    await relay.close()
  })
})
