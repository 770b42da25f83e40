import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const hmac = (key: string, text: string): string => {
  const { stdout, stderr, status } = spawnSync(
    'openssl',
    ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${key}`, '-hex'],
    { input: text, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`openssl: ${stderr}`)
  return /([0-9a-f]{64})\s*$/.exec(stdout)?.[1] ?? ''
}
/** What is looked at of a request. */
type Asked = Pick<IncomingMessage, 'headers' | 'method' | 'url'>

const hex = (text: string) => Buffer.from(text).toString('hex')

const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/

/**
 * Judges AWS Signature Version 4 as the published steps say, with the HMAC of openssl and nothing of what
 * is judged: whether a request as it arrived is signed by this credential.
 */
export function judgedByOpenssl(credential: { id: string; secret: string; region: string }) {
  const keys = new Map<string, string>()
  const keyOf = (day: string): string => {
    const known = keys.get(day)
    if (known !== undefined) return known
    const key = [day, credential.region, 's3', 'aws4_request'].reduce(
      hmac,
      hex(`AWS4${credential.secret}`),
    )
    keys.set(day, key)
    return key
  }
  return ({ method = '', url = '', headers }: Asked): boolean => {
    const [, id, day = '', region, names = '', signature] =
      FORM.exec(headers.authorization ?? '') ?? []
    if (id !== credential.id || region !== credential.region) return false
    const signed = names.split(';')
    const demanded = ['host', 'x-amz-content-sha256', 'x-amz-date']
    if (!demanded.every((name) => signed.includes(name))) return false
    const time = String(headers['x-amz-date'])
    if (!time.startsWith(day)) return false
    const [path, query = ''] = url.split('?')
    const canonical =
      `${method}\n${path}\n${query}\n` +
      signed.map((name) => `${name}:${String(headers[name])}\n`).join('') +
      `\n${names}\n${String(headers['x-amz-content-sha256'])}`
    const digest = createHash('sha256').update(canonical).digest('hex')
    const text = `AWS4-HMAC-SHA256\n${time}\n${day}/${region}/s3/aws4_request\n${digest}`
    return hmac(keyOf(day), text) === signature
  }
}
