import type { Openssl } from './openssl.node.js'

/** How a certificate is made: RSA bits, or a curve of OpenSSL's. */
export type KeyKind = 'rsa:3072' | 'P-256' | 'P-384' | 'P-521' | 'secp256k1'

export type OpensslCertificate = {
  readonly name: string
  readonly kind: KeyKind
  /** Who signs; left out, it signs itself. */
  readonly by?: string
  /** The hash it is signed with. */
  readonly hash?: 'sha1' | 'sha256' | 'sha384' | 'sha512'
  readonly days?: number
  /** Lines of an OpenSSL extension section. */
  readonly extensions: readonly string[]
}

export const AUTHORITY = [
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature',
  'extendedKeyUsage=1.3.6.1.5.5.7.3.36',
  'subjectAltName=URI:urn:rogatory:authority:xa.moj',
  'subjectKeyIdentifier=hash',
  'authorityKeyIdentifier=keyid',
]
export const ISSUER = [
  'basicConstraints=critical,CA:TRUE',
  'keyUsage=critical,keyCertSign,cRLSign',
  'subjectKeyIdentifier=hash',
]

/** A key and a certificate by OpenSSL alone: `<name>.key` in PKCS#8, `<name>.pem`. */
export function certify(tool: Openssl, certificate: OpensslCertificate): void {
  const { name, kind, by, hash = 'sha256', days = 365, extensions } = certificate
  const options = kind.startsWith('rsa')
    ? ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${kind.slice(4)}`]
    : ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${kind}`]
  tool.run('genpkey', ...options, '-out', `${name}.key`)
  const subject = ['-subj', `/C=XA/O=Ministry/CN=${name}`]
  tool.run('req', '-new', '-key', `${name}.key`, '-out', `${name}.csr`, ...subject)
  tool.write(`${name}.ext`, `${extensions.join('\n')}\n`)
  const signer = by === undefined ? ['-signkey', `${name}.key`] : ['-CA', `${by}.pem`]
  const key = by === undefined ? [] : ['-CAkey', `${by}.key`, '-CAcreateserial']
  tool.run(
    ...[
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
      '-days',
      String(days),
      `-${hash}`,
    ],
    ...[...signer, ...key, '-extfile', `${name}.ext`],
  )
}

export const pemIn = (tool: Openssl, name: string) =>
  new TextDecoder().decode(tool.read(name)).trim()
