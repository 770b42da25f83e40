/**
 * Signing what an officer of the sender says about a package.
 *
 * @packageDocumentation
 */
import { checked } from '../fields/checked.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { Approval } from './approval.js'
import { Header } from './header.js'
import { Manifest } from './manifest.js'

/**
 * Signs a manifest. {@link sealPackage} does this for whoever does not need the pieces.
 *
 * @throws {@link CryptoError} `package/manifest` if it is none.
 */
export async function signManifest(manifest: Manifest, key: SigningKey): Promise<string> {
  const payload = checked(Manifest, manifest, 'package/manifest')
  return signStatement({ typ: 'rogatory-manifest', payload, key })
}

/**
 * Signs a header, with the key that signed its manifest.
 *
 * @throws {@link CryptoError} `package/header` if it is none.
 */
export async function signHeader(header: Header, key: SigningKey): Promise<string> {
  const payload = checked(Header, header, 'package/header')
  return signStatement({ typ: 'rogatory-header', payload, key })
}

/**
 * Signs an approval of a header that another officer of the same authority signed.
 *
 * @throws {@link CryptoError} `package/approvals` if it is none.
 */
export async function signApproval(approval: Approval, key: SigningKey): Promise<string> {
  const payload = checked(Approval, approval, 'package/approvals')
  return signStatement({ typ: 'rogatory-approval', payload, key })
}
