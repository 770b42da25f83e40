import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Done } from '../components/done.js'
import type { MadeRelease } from './use-release.js'

type ReleasedProps = { readonly made: MadeRelease; readonly caseId: string | undefined }

/** What was signed: what to keep, and where what is released goes from here. */
export function Released({ made: { files, from, to, save }, caseId }: ReleasedProps) {
  const { t } = useTranslation('onward')
  return (
    <div className="onward-form">
      <Done data-released={files.length}>
        <p>
          <strong>✓ {t('releasedDone', { from, to })}</strong>
        </p>
        <ul className="plain-list">
          {files.map(({ name }) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </Done>
      <h2>{t('keepTitle')}</h2>
      <p>{t('keepMeaning')}</p>
      <Button variant="default" size="xs" onClick={save}>
        {t('keepAgain')}
      </Button>
      <h2>{t('sendTitle')}</h2>
      <p>{t('sendMeaning', { to })}</p>
      <ul>
        <li>
          <Link href="/compose" data-action="send-released">
            {t('sendNew')}
          </Link>
        </li>
        <li>
          <Link href={caseId === undefined ? '/cases' : `/cases/${caseId}`}>
            {t(caseId === undefined ? 'sendInSomeCase' : 'sendInCase')}
          </Link>
        </li>
      </ul>
    </div>
  )
}
