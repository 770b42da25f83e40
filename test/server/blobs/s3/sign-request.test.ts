import { expect } from 'chai'
import fc from 'fast-check'
import { signRequest } from '#server/blobs/s3/sign-request.js'
import { judgedByOpenssl } from '#test/support/s3/judged-by-openssl.js'

/** Amazon S3 API reference, "Signature calculations for the Authorization header", its examples. */
const example = {
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const at = new Date('2013-05-24T00:00:00Z')
const origin = 'https://examplebucket.s3.amazonaws.com'

describe('the signature of a request to S3', () => {
  it('is that of the published example of GET with a range', () => {
    const signed = signRequest(
      {
        method: 'GET',
        url: new URL('/test.txt', origin),
        at,
        headers: { range: 'bytes=0-9' },
        payloadDigest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      },
      example,
    )
    expect(signed['authorization']).to.equal(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
        'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,' +
        'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    )
  })

  it('is that of the published example of PUT', () => {
    const signed = signRequest(
      {
        method: 'PUT',
        url: new URL('/test%24file.text', origin),
        at,
        headers: {
          date: 'Fri, 24 May 2013 00:00:00 GMT',
          'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        },
        payloadDigest: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      },
      example,
    )
    expect(signed['authorization']).to.match(
      /Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd$/,
    )
  })

  it('is what openssl makes of it, and of nothing else', () => {
    const { accessKeyId: id, secretAccessKey: secret, region } = example
    const isSigned = judgedByOpenssl({ id, secret, region })
    const digest = fc.stringMatching(/^[0-9a-f]{64}$/)
    const path = fc.stringMatching(/^[a-z0-9./-]{1,80}$/)
    fc.assert(
      fc.property(path, digest, fc.constantFrom('GET', 'PUT', 'DELETE'), (name, hash, method) => {
        const url = new URL(`/b/x${name}`, origin)
        const headers = signRequest({ method, url, payloadDigest: hash, at }, example)
        const request = { method, url: url.pathname, headers }
        expect(isSigned(request)).to.equal(true)
        expect(isSigned({ ...request, url: `${url.pathname}x` })).to.equal(false)
      }),
      { numRuns: 10 },
    )
  })
})
