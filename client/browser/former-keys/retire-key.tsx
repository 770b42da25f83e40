import { Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { permissions } from '#server/contract/permissions.js'
import type { KeyNeed } from '../../core/officers/key-needs.js'
import { useSignedIn } from '../api/signed-in.js'
import { localeOf } from '../components/locale-of.js'
import { DestroyKey } from './destroy-key.js'
import { openedBy } from './opened-by.js'
import { SealPackages } from './seal-packages.js'

type RetireProps = {
  readonly kid: string
  /** Undefined of one that the vault is without. */
  readonly need: KeyNeed | undefined
}

/** What is left to do before a former key may go, and that it goes, each for whoever may. It takes the focus when it is chosen. */
export function RetireKey({ kid, need }: RetireProps) {
  const { t } = useTranslation('formerKeys')
  const { roles } = useSignedIn().session.officer.credential.payload
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const may = (operation: 'resealPackage' | 'storeVault') =>
    permissions[operation].some((role) => roles.includes(role))
  return (
    <section aria-labelledby="retired-key" className="authority-task" data-retiring={kid}>
      <Title order={3} id="retired-key" ref={heading} tabIndex={-1}>
        {t('keyTitle')} <code dir="ltr">{kid}</code>
      </Title>
      {need && <Left need={need} maySeal={may('resealPackage')} />}
      {may('resealPackage') && <SealPackages kid={kid} isNeeded={(need?.packages ?? 0) > 0} />}
      {may('storeVault') && <DestroyKey kid={kid} need={need} />}
    </section>
  )
}

function Left({ need, maySeal }: { readonly need: KeyNeed; readonly maySeal: boolean }) {
  const { t, i18n } = useTranslation('formerKeys')
  const numbers = new Intl.NumberFormat(localeOf(i18n.language))
  const opened = openedBy(need)
  if (opened.length === 0) return <p>{t('opensNothingMeaning')}</p>
  return (
    <>
      <p>{t('stillOpens')}</p>
      <ul data-still-opens={opened.length}>
        {opened.map(({ what, number, place }) => (
          <li key={what}>
            <strong>
              {t(`opened_${what}`)}: {numbers.format(number)}.
            </strong>{' '}
            {t(what === 'packages' && !maySeal ? 'todo_packagesOthers' : `todo_${what}`)}{' '}
            {place && <Link href={place.href}>{t(place.label)}</Link>}
          </li>
        ))}
      </ul>
    </>
  )
}
