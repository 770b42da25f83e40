import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { permissions } from '#server/contract/permissions.js'
import { useSignedIn } from '../api/signed-in.js'

/** The way to seal the own authority's copy of a package anew; only for whoever may. */
export function SealAnewLink({ pkg }: { readonly pkg: string }) {
  const { t } = useTranslation('resealing')
  const { roles } = useSignedIn().session.officer.credential.payload
  if (!permissions.resealPackage.some((role) => roles.includes(role))) return null
  return (
    <p>
      <Link href={`/packages/${pkg}/seal-anew`} data-action="to-seal-anew">
        {t('sealAnew')}
      </Link>
    </p>
  )
}
