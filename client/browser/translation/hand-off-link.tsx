import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import { useSignedIn } from '../api/signed-in.js'

/** The way to hand documents of a package over; only for whoever may. */
export function HandOffLink({ pkg }: { readonly pkg: string }) {
  const { t } = useTranslation('translation')
  const { roles } = useSignedIn().session.officer.credential.payload
  if (!CORRESPONDENTS.some((role) => roles.includes(role))) return null
  return (
    <Link href={`/packages/${pkg}/hand-off`} data-action="to-hand-off">
      {t('handOff')}
    </Link>
  )
}
