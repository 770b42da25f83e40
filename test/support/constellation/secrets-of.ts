import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Members of JSON that hold a private key, and lines of PEM and of passphrase files. */
const PRIVATE_MEMBERS = /"(?:d|p|q|dp|dq|qi|k|jwe)": ?"([^"]{20,})"/g
const PEM_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----([^-]+)-----END/g

/** Every secret that stands in the files of a data folder, relay and officers alike. */
export async function secretsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  const secrets = await Promise.all(
    files.map(async ({ name, parentPath }) => {
      const text = await readFile(join(parentPath, name), 'latin1')
      if (name.startsWith('passphrase')) return [text.trim()]
      const pem = [...text.matchAll(PEM_KEY)].flatMap(([, body = '']) => body.trim().split(/\s+/))
      return [...[...text.matchAll(PRIVATE_MEMBERS)].map(([, value = '']) => value), ...pem]
    }),
  )
  return [...new Set(secrets.flat())].filter((secret) => secret.length >= 8)
}
