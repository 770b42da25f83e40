import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSignedIn } from '../api/signed-in.js'
import { carried } from './carried.js'
import { useListed } from '../components/use-listed.js'

/** Says what goes along into the next request, and lets it be left behind. */
export function CarriedAlong() {
  const { t } = useTranslation('compose')
  const list = useListed()
  const { session } = useSignedIn()
  const [along, setAlong] = useState(() => carried.of(session))
  if (along === undefined) return null
  const { files = [], confirms } = along
  return (
    <div className="done-good" role="status" data-carried={files.length}>
      {files.length > 0 && (
        <p>{t('carriedAlong', { names: list(files.map(({ name }) => name)) })}</p>
      )}
      {confirms && <p>{t('confirmsOral', { person: confirms.person })}</p>}
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          carried.leave(session)
          setAlong(undefined)
        }}
      >
        {t('leaveBehind')}
      </Button>
    </div>
  )
}
