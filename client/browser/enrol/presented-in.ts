import { readTrustList } from '#crypto/directory/trust-list.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import { identityPresented } from '../../core/enrolment/identity-presented.js'
import { presentedCertificate } from '../../core/enrolment/presented-certificate.js'
import { fileOctets } from '../components/file-octets.js'
import type { OwnCertificateFiles } from './own-certificate.js'

/**
 * The certificate with which an authority applies, from the files that were chosen.
 *
 * @param trust - the trust list, as the file has it.
 * @throws as `presentedCertificate` and `identityPresented`
 */
export async function presentedIn(
  { certificate, key, passphrase }: OwnCertificateFiles,
  authority: AuthorityId,
  trust: string,
) {
  if (certificate === undefined) throw new TypeError('it was checked before')
  const files = { certificate: await fileOctets(certificate), key: key && (await fileOctets(key)) }
  const presented = await presentedCertificate(
    { certificate: files.certificate, key: files.key, name: certificate.name },
    () => Promise.resolve(passphrase),
  )
  return identityPresented(presented, { authority, trust: readTrustList(trust), at: new Date() })
}
