import { expect } from 'chai'
import { refusalOf } from '#client/browser/security-keys/refusal-of.js'
import { requireHardware } from '#client/browser/security-keys/require-hardware.js'
import { webSecurityKeys } from '#client/browser/security-keys/web-security-keys.js'
import { ClientError } from '#client/core/client-error.js'
import { codeOf } from '#test/support/code-of.js'

describe('what WebAuthn says of a security key', () => {
  const data = (flags: number) => {
    // A new credential follows where AT says so.
    const octets = new Uint8Array((flags & 0x40) === 0 ? 37 : 100)
    octets[32] = flags
    return octets.buffer
  }

  it('is enough when the holder was verified and the credential stays where it is', async () => {
    // UP, UV and attested credential data, as a key answers; AT is in new credentials alone.
    for (const flags of [0x45, 0x05]) requireHardware(data(flags))
    for (const flags of [0x41, 0x01, 0x4d, 0x1d, 0]) {
      expect(await codeOf(() => requireHardware(data(flags)))).to.equal('security-key-unfit')
    }
    expect(await codeOf(() => requireHardware(new ArrayBuffer(0)))).to.equal('security-key-unfit')
  })

  it('is told in words of ours, by the name of its exception', () => {
    for (const [name, code] of [
      ['NotAllowedError', 'security-key-unanswered'],
      ['AbortError', 'security-key-unanswered'],
      ['UnknownError', 'security-key-unanswered'],
      ['NotReadableError', 'security-key-unanswered'],
      ['SecurityError', 'security-key-address'],
      ['InvalidStateError', 'security-key-known'],
      ['NotSupportedError', 'security-key-unfit'],
      ['ConstraintError', 'security-key-unfit'],
    ] as const) {
      const told = refusalOf(new DOMException('', name))
      expect(told, name).to.be.instanceOf(ClientError).with.property('code', code)
    }
    const bug = new TypeError('of ours')
    expect(refusalOf(bug)).to.equal(bug)
    expect(refusalOf('text')).to.equal('text')
  })

  describe('at an address', () => {
    const global = globalThis as { location?: unknown; PublicKeyCredential?: unknown }
    afterEach(() => {
      delete global.location
      delete global.PublicKeyCredential
    })
    const at = (hostname: string) => {
      global.location = { hostname }
      global.PublicKeyCredential = Object
      return codeOf(() => expect(webSecurityKeys.rpId()).to.equal(hostname))
    }

    it('can be bound to a name, and to no number', async () => {
      for (const name of ['localhost', 'relay.example']) {
        expect(await at(name)).to.equal('nothing was refused')
      }
      for (const number of ['127.0.0.1', '10.0.0.7', '[::1]']) {
        expect(await at(number)).to.equal('security-key-address')
      }
    })

    it('is nothing where the browser knows no security keys', async () => {
      expect(await codeOf(() => webSecurityKeys.rpId())).to.equal('security-key-absent')
    })
  })
})
