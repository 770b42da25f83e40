import './onward.css'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Page } from '../components/page.js'
import { ReleaseForm } from './release-form.js'

/** Versions of documents that this channel may not carry as they are: the originals are files of this computer. */
export function ReleaseFilesScreen() {
  const { t } = useTranslation('onward')
  return (
    <Page title={t('release')} actions={<Link href="/compose">{t('toCompose')}</Link>}>
      <p className="lead">{t('releaseFilesMeaning')}</p>
      <ReleaseForm read={undefined} />
    </Page>
  )
}
