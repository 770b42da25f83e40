import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Issued = {
  /** Paths of PEM files. */
  readonly certificate: string
  readonly key: string
  /** The same as text. */
  readonly pem: { readonly cert: string; readonly key: string }
}

/** A certificate authority of its own, made by `openssl` so that nothing of ours judges itself. */
export function tlsAuthority(folder: string, name = 'authority') {
  const at = (file: string) => join(folder, `${name}-${file}`)
  const openssl = (...words: string[]) =>
    execFileSync('openssl', words, { stdio: ['ignore', 'pipe', 'ignore'] })
  const newKey = (path: string) =>
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', path)

  newKey(at('ca.key'))
  const certificate = at('ca.pem')
  const basics = ['-addext', 'basicConstraints=critical,CA:TRUE', '-subj', `/CN=${name}`]
  openssl('req', '-x509', '-key', at('ca.key'), '-days', '30', ...basics, '-out', certificate)

  return {
    /** Path of its own certificate. */
    certificate,
    /** Of 127.0.0.1 as a server, or of anybody as a client. */
    issue(subject: string, use: 'serverAuth' | 'clientAuth', days = 30): Issued {
      const [key, request, leaf, extensions] = ['key', 'csr', 'pem', 'ext'].map((type) =>
        at(`${subject}.${type}`),
      ) as [string, string, string, string]
      newKey(key)
      openssl('req', '-new', '-key', key, '-subj', `/CN=${subject}`, '-out', request)
      writeFileSync(extensions, `subjectAltName=IP:127.0.0.1\nextendedKeyUsage=${use}\n`)
      const signer = ['-CA', certificate, '-CAkey', at('ca.key'), '-days', String(days)]
      openssl('x509', '-req', '-in', request, ...signer, '-extfile', extensions, '-out', leaf)
      const pem = { cert: readFileSync(leaf, 'utf8'), key: readFileSync(key, 'utf8') }
      return { certificate: leaf, key, pem }
    },
  }
}
