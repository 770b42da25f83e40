import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import { useSignedIn } from '../api/signed-in.js'
import type { ShownPackage } from '../package/use-package.js'

/** The ways by which a package, or what may be known of it, goes further; only for whoever may send. */
export function OnwardLinks({ pkg }: { readonly pkg: ShownPackage }) {
  const { t } = useTranslation('onward')
  const { roles } = useSignedIn().session.officer.credential.payload
  if (!CORRESPONDENTS.some((role) => roles.includes(role))) return null
  const { package: id, parts, marks } = pkg.read.manifest
  return (
    <Group component="p" gap="lg">
      <Link href={`/packages/${id}/forward`} data-action="to-forward">
        {t('forward')}
      </Link>
      {marks.classification !== null && parts.length > 0 && (
        <Link href={`/packages/${id}/release`} data-action="to-release">
          {t('release')}
        </Link>
      )}
    </Group>
  )
}
