import { createHash, createHmac } from 'node:crypto'

/** Whose requests they are, and where: the region is part of what is signed. */
export type S3Credential = {
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

type Unsigned = {
  readonly method: string
  /** Percent-encoded already, once (RFC 3986); of a query at most one name, with its `=`. */
  readonly url: URL
  /** Further header fields to sign, names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  /** SHA-256 of the body, hex. */
  readonly payloadDigest: string
  readonly at: Date
}

const ALGORITHM = 'AWS4-HMAC-SHA256'

/**
 * Header fields of a request to S3, with its signature (AWS Signature Version 4, "Authenticating requests:
 * using the Authorization header", payload in a single chunk). The body is signed through its digest.
 */
export function signRequest(
  { method, url, headers = {}, payloadDigest, at }: Unsigned,
  { region, accessKeyId, secretAccessKey }: S3Credential,
): Record<string, string> {
  const time = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = time.slice(0, 8)
  const fields: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': payloadDigest,
    'x-amz-date': time,
  }
  const names = Object.keys(fields).sort()
  const canonical = [
    method,
    url.pathname,
    url.search.slice(1),
    ...names.map((name) => `${name}:${fields[name]?.trim() ?? ''}`),
    '',
    names.join(';'),
    payloadDigest,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretAccessKey}`, day), region))
  const signature = hmac(key, [ALGORITHM, time, scope, sha256(canonical)].join('\n'))
  return {
    ...fields,
    authorization: [
      `${ALGORITHM} Credential=${accessKeyId}/${scope}`,
      `SignedHeaders=${names.join(';')}`,
      `Signature=${signature.toString('hex')}`,
    ].join(','),
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const hmac = (key: Buffer | string, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()
