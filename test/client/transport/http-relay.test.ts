import { expect } from 'chai'
import { verifyProof } from '#crypto/access/proof.js'
import type { NamedSession } from '#server/contract/session-wire.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { httpRelay } from '#client/transport/http-relay.js'
import {
  type Answer,
  broken,
  grant,
  json,
  problem,
  type ScriptedRelay,
  scriptedRelay,
} from '#test/support/client/scripted-relay.js'
import { codeOf } from '#test/support/code-of.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'
import { world } from '#test/support/world/world.js'

const VAULT = { version: 1, vault: 'sealed' }
const NOW_AGAIN = { 'retry-after': '0' }

describe('a relay over HTTP', () => {
  let server: ScriptedRelay
  let key: SigningKey
  let now = NOW
  beforeEach(async () => {
    now = NOW
    server = await scriptedRelay()
    ;({ key } = (await world()).drafter)
  })
  afterEach(() => server.close())

  const relay = (own: SigningKey | undefined = key) => httpRelay(server.url, own, () => now)
  const answering = (...answers: Answer[]) => {
    server.script.answers = answers
  }
  const readVault = () => relay().call('readVault')

  it('proves possession anew with every try, for that method, address and token', async () => {
    answering(broken, problem(503, 'unavailable', NOW_AGAIN), json(VAULT))
    expect(await readVault()).to.deep.equal(VAULT)
    const proofs = await Promise.all(
      server.asked.map(({ method, path, headers }) => {
        expect(headers.authorization).to.equal('DPoP token-1')
        const bound = { method, url: server.url + path, token: 'token-1' }
        return verifyProof(String(headers['dpop']), { ...bound, at: NOW, lifetimeSeconds: 1 })
      }),
    )
    expect(proofs.map(({ jkt }) => jkt)).to.deep.equal(Array(3).fill(key.kid))
    expect(new Set(proofs.map(({ jti }) => jti)).size).to.equal(3)
    const [logIn] = server.logIns
    const login = { method: 'POST', url: `${server.url}/v1/token`, at: NOW, lifetimeSeconds: 1 }
    await verifyProof(String(logIn?.headers['dpop']), login)
  })

  it('logs in again, once, when the relay says that the token has ended', async () => {
    answering(problem(401, 'token-expired'), json(VAULT))
    const officer = relay()
    expect(await officer.call('readVault')).to.deep.equal(VAULT)
    expect(server.asked.map(({ headers }) => headers.authorization)).to.deep.equal([
      'DPoP token-1',
      'DPoP token-2',
    ])
    answering(problem(401, 'token-expired'))
    expect(await codeOf(() => officer.call('readVault'))).to.equal('token-expired')
    expect(server.asked).to.have.length(4)
    expect(server.logIns).to.have.length(3)
  })

  describe('in a session', () => {
    const some = (id: string): NamedSession => ({ id, client: 'client', kind: 'command' })
    const inSession = (goesOn: boolean) => {
      let at = 0
      return httpRelay(server.url, key, () => now, undefined, {
        goesOn,
        named: () => Promise.resolve(some(`s${at}`)),
        next: () => Promise.resolve(some(`s${(at += 1)}`)),
      })
    }
    const asked = () => server.logIns.map(({ body }) => (JSON.parse(body) as Asked).session?.id)
    type Asked = { readonly session?: NamedSession }
    /** The next log-in alone. */
    const refuseOnce = (code: string) => {
      server.script.logIn = (response, seen) => {
        server.script.logIn = grant()
        return problem(401, code)(response, seen)
      }
    }

    it('names it with every token, and begins the next where keys were unlocked just now', async () => {
      refuseOnce('session-ended')
      answering(json(VAULT), problem(401, 'token-expired'), json(VAULT))
      const officer = inSession(false)
      await officer.call('readVault')
      await officer.call('readVault')
      expect(asked()).to.deep.equal(['s0', 's1', 's1'])
    })

    it('asks for no other once it was ended while it was in use', async () => {
      for (const goesOn of [true, false]) {
        server.script.answers = [json(VAULT), problem(401, 'session-ended')]
        const officer = inSession(goesOn)
        await officer.call('readVault')
        refuseOnce('session-ended')
        expect(await codeOf(() => officer.call('readVault'))).to.equal('session-ended')
      }
      expect(asked()).to.deep.equal(['s0', 's0', 's0', 's0'])
    })

    describe('that a security key begins', () => {
      const demanded = (...securityKeys: string[]) => {
        const type = 'urn:rogatory:problem:security-key-required'
        const body = { type, title: '-', status: 401, code: 'security-key-required', securityKeys }
        const refusing = json(body, 401, { 'content-type': 'application/problem+json' })
        server.script.logIn = (response, seen) => {
          const isTouched = 'security_key' in (JSON.parse(seen.body) as object)
          if (isTouched) server.script.logIn = grant()
          return (isTouched ? server.script.logIn : refusing)(response, seen)
        }
      }
      const credential = `${'C'.repeat(42)}A`
      const touched = {
        nonce: 'N',
        credential,
        authenticatorData: 'A',
        clientDataJSON: 'B',
        signature: 'C',
      }
      const touching = () => {
        const touches: [string, readonly string[]][] = []
        const officer = httpRelay(server.url, key, () => now, undefined, {
          goesOn: false,
          named: () => Promise.resolve(some('s0')),
          touch: ({ id }, credentials) => {
            touches.push([id, credentials])
            return Promise.resolve(touched)
          },
        })
        return { officer, touches }
      }

      it('lets one of those be touched that the relay names, once', async () => {
        demanded(credential)
        answering(json(VAULT), problem(401, 'token-expired'), json(VAULT))
        const { officer, touches } = touching()
        await officer.call('readVault')
        await officer.call('readVault')
        expect(touches).to.deep.equal([['s0', [credential]]])
        const sent = server.logIns.map(({ body }) => (JSON.parse(body) as Sent).security_key)
        expect(sent).to.deep.equal([undefined, touched, undefined])
        expect(asked()).to.deep.equal(['s0', 's0', 's0'])
      })

      it('says what is demanded where none can be reached, or none is for this relay', async () => {
        demanded(credential)
        expect(await codeOf(() => inSession(true).call('readVault'))).to.equal(
          'security-key-required',
        )
        expect(await codeOf(() => relay().call('readVault'))).to.equal('security-key-required')
        demanded()
        const { officer, touches } = touching()
        expect(await codeOf(() => officer.call('readVault'))).to.equal('security-key-required')
        expect(touches).to.deep.equal([])
      })
      type Sent = { readonly security_key?: unknown }
    })

    it('begins the next when its time is over only where nobody is to be asked', async () => {
      for (const goesOn of [true, false]) {
        server.script.answers = [json(VAULT), problem(401, 'token-expired'), json(VAULT)]
        const officer = inSession(goesOn)
        await officer.call('readVault')
        refuseOnce('session-expired')
        const again = await codeOf(() => officer.call('readVault'))
        expect(again).to.equal(goesOn ? 'nothing was refused' : 'session-expired')
      }
    })
  })

  it('takes no final refusal for a passing one', async () => {
    for (const [status, code] of [
      [400, 'malformed-request'],
      [401, 'credential-revoked'],
      [401, 'proof-stale'],
      [403, 'not-permitted'],
      [404, 'vault-unknown'],
      [409, 'vault-conflict'],
      [500, 'whatever'],
    ] as const) {
      server.asked.length = 0
      answering(problem(status, code, NOW_AGAIN))
      expect(await rejection(readVault())).to.include({ name: 'RelayProblem', code, status })
      expect(server.asked, code).to.have.length(1)
    }
  })

  it('tries five times what may pass, and then tells', async () => {
    answering(problem(507, 'storage-full', NOW_AGAIN))
    expect(await codeOf(readVault)).to.equal('storage-full')
    expect(server.asked).to.have.length(5)
  })

  it('tells instead of waiting for longer than a person would', async () => {
    for (const later of ['3600', new Date(Date.now() + 3_600_000).toUTCString()]) {
      answering(problem(503, 'unavailable', { 'retry-after': later }))
      const refused = await rejection(readVault())
      expect(refused).to.include({ code: 'unavailable' })
      expect(refused).to.have.property('retryAfter').that.is.within(3_500, 3_600)
    }
    expect(server.asked).to.have.length(2)
    answering(problem(400, 'malformed-request', { 'retry-after': 'tomorrow' }))
    expect(await rejection(readVault())).to.include({ retryAfter: undefined })
  })

  it('refuses what is no answer of a relay', async () => {
    const answers: Readonly<Record<string, Answer>> = {
      'no JSON': json('<html>captive portal</html>'),
      'a key twice': json('{"version":1,"version":2,"vault":"x"}'),
      'too deep': json('['.repeat(64) + ']'.repeat(64)),
      'not UTF-8': (response) => response.writeHead(200).end(Buffer.from([0x22, 0xff, 0x22])),
      'not of the contract': json({ version: 'one', vault: 'x' }),
      nothing: (response) => response.writeHead(204).end(),
      redirected: (response) => response.writeHead(307, { location: '/v1/elsewhere' }).end(),
      'redirected abroad': (response) =>
        response.writeHead(302, { location: 'https://attacker.example/' }).end(),
    }
    for (const [name, answer] of Object.entries(answers)) {
      server.asked.length = 0
      answering(answer)
      expect(await codeOf(readVault), name).to.equal('relay-answer')
      expect(server.asked, name).to.have.length(1)
    }
  })

  it('passes over what a later version of the relay adds', async () => {
    answering(json({ ...VAULT, more: { and: ['more'] } }))
    expect(await readVault()).to.deep.equal(VAULT)
  })

  it('stops reading an answer without end', async () => {
    let sent = 0
    answering((response) => {
      const piece = Buffer.alloc(1024 * 1024, ' ')
      const sendOn = () => {
        for (let more = true; more && !response.destroyed;) {
          sent += piece.length
          more = response.write(piece)
        }
      }
      response.on('drain', sendOn)
      sendOn()
      return new Promise((resolve) => response.on('close', resolve))
    })
    expect(await codeOf(readVault)).to.equal('relay-answer')
    expect(sent).to.be.within(64 * 1024 * 1024, 128 * 1024 * 1024)
  })

  it('takes an error that is no problem for what its status says', async () => {
    for (const answer of [
      json('<h1>Not here</h1>', 404),
      json({ type: 'x', title: 'y', status: 200 }, 404),
    ]) {
      answering(answer)
      expect(await rejection(readVault())).to.include({ code: 'unknown', status: 404 })
    }
  })

  it('takes a signed rejection for the answer that it is', async () => {
    answering(json(VAULT, 422))
    expect(await readVault()).to.deep.equal(VAULT)
    answering(problem(422, 'statement-invalid'))
    expect(await codeOf(readVault)).to.equal('statement-invalid')
  })

  it('says that there is no answer where there is none', async () => {
    const gone = await scriptedRelay()
    await gone.close()
    const refused = rejection(httpRelay(gone.url, undefined, () => NOW).call('listAuthorities'))
    expect(await refused).to.include({ name: 'ClientError', code: 'relay-unreachable' })
  })

  it('shares one log-in, and keeps the token until half a minute before it ends', async () => {
    answering(json(VAULT))
    server.script.logIn = grant(60)
    const officer = relay()
    await Promise.all([1, 2, 3].map(() => officer.call('readVault')))
    now = after(NOW, 29)
    await officer.call('readVault')
    expect(server.logIns).to.have.length(1)
    now = after(NOW, 31)
    await officer.call('readVault')
    expect(server.logIns).to.have.length(2)
    // A clock that is set back makes a token seem to last; that it does not is the relay's to say.
    now = NOW
    await officer.call('readVault')
    expect(server.asked.at(-1)?.headers.authorization).to.equal('DPoP token-2')
  })

  it('asks again after a log-in that failed', async () => {
    answering(json(VAULT))
    const logIn = server.script.logIn
    server.script.logIn = problem(401, 'credential-revoked')
    const officer = relay()
    expect(await codeOf(() => officer.call('readVault'))).to.equal('credential-revoked')
    server.script.logIn = json({ access_token: 'x' })
    expect(await codeOf(() => officer.call('readVault'))).to.equal('relay-answer')
    expect(server.asked).to.deep.equal([])
    server.script.logIn = logIn
    expect(await officer.call('readVault')).to.deep.equal(VAULT)
  })

  it('needs a key for what officers do, and sends nobody’s to the public', async () => {
    answering(json({ entries: [], next: null }))
    const anybody = httpRelay(server.url, undefined, () => NOW)
    await anybody.call('listAuthorities')
    expect(server.asked[0]?.headers).to.not.have.any.keys('authorization', 'dpop')
    expect(await codeOf(() => anybody.call('readVault'))).to.equal('credential-missing')
    const listener = { onEvent: () => Promise.resolve(false), onEnd: () => undefined }
    expect(await codeOf(() => anybody.listen(-1, listener))).to.equal('credential-missing')
    expect(server.asked).to.have.length(1)
  })
})
