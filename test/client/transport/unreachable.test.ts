import { expect } from 'chai'
import { unreachable } from '#client/transport/unreachable.js'

describe('a relay without an answer', () => {
  const told = (code: string, url = 'https://relay.example/v1/x') => {
    const cause = Object.assign(new Error('of a socket'), { code })
    const error = unreachable(url, new TypeError('fetch failed', { cause }))
    return [error.code, error.message, error.remedy].join(' | ')
  }

  it('may be one that wants another certificate, as far as TLS or a hang-up says', () => {
    const refused = /^certificate-refused .* refuses the one shown .*--tls-certificate/
    expect(told('ERR_SSL_TLSV1_ALERT_UNKNOWN_CA')).to.match(refused)
    expect(told('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED')).to.contain('none was shown')
    expect(told('UND_ERR_SOCKET')).to.match(/^relay-unreachable .* hangs up .*--tls-certificate/)
    expect(told('UND_ERR_SOCKET', 'http://127.0.0.1:1/')).not.to.contain('tls')
    expect(told('CERT_HAS_EXPIRED')).to.match(/^relay-unreachable .*not good.*--tls-authorities/)
    expect(told('ECONNREFUSED')).to.match(/^relay-unreachable .*no answer.*network/)
  })
})
