import { EventEmitter, once } from 'node:events'
import { expect } from 'chai'
import { ConfigurationError } from '#config/configuration-error.js'
import type { TlsFiles } from '#config/files/load-tls-files.js'
import { keepTls, type KeptTls } from '#server/tls/keep-tls.js'

describe('a certificate that is renewed while the relay runs', () => {
  const files = (certificate: string, ends = '2027-01-01'): TlsFiles => ({
    certificate,
    key: 'key',
    clientAuthorities: undefined,
    ends: new Date(ends),
  })
  let found: () => TlsFiles
  let presented: string[]
  let said: string[]
  let kept: KeptTls<TlsFiles>
  const heard = new EventEmitter()

  function keep(everyMs = 3_600_000): void {
    presented = []
    said = []
    found = () => files('one')
    kept = keepTls({
      shown: files('one'),
      everyMs,
      load: () => found(),
      present: ({ certificate }) => {
        presented.push(certificate)
        heard.emit('presented')
      },
      log: {
        info: (event) => void said.push(event),
        error: (event, fields) => void said.push(`${event} ${fields.reason ?? ''}`),
      },
    })
  }
  afterEach(() => kept.stop())

  it('is shown when it is another one, and only then', () => {
    keep()
    kept.renew()
    expect(presented).to.deep.equal([])
    found = () => files('two', '2028-01-01')
    kept.renew()
    kept.renew()
    expect(presented).to.deep.equal(['two'])
    expect(said).to.deep.equal(['tls.renewed'])
    expect(kept.current().ends).to.deep.equal(new Date('2028-01-01'))
  })

  it('is found without anybody asking', async () => {
    keep(5)
    found = () => files('two')
    await once(heard, 'presented')
    expect(presented).to.deep.equal(['two'])
  })

  it('leaves the one before in force while it cannot be used, and says so once', () => {
    keep()
    found = () => {
      throw new ConfigurationError('TLS_KEY: is not the key of the first certificate')
    }
    kept.renew()
    kept.renew()
    expect(said).to.deep.equal(['tls.unusable TLS_KEY'])
    expect(kept.current().ends).to.deep.equal(new Date('2027-01-01'))
    found = () => files('two')
    kept.renew()
    expect(presented).to.deep.equal(['two'])
  })
})
