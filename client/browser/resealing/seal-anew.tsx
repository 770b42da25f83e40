import { Button, Progress } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PackageId } from '#crypto/fields/fields.js'
import { resealPackage } from '../../core/resealing/reseal-package.js'
import { useSignedIn } from '../api/signed-in.js'
import { Done } from '../components/done.js'
import { Problem } from '../components/page-states.js'

type Work = { readonly name: string; readonly percent: number }

/** Seals the own authority's copy anew, document after document; whoever is asked for it twice does it twice. */
export function SealAnew({ id, isAgain }: { readonly id: string; readonly isAgain: boolean }) {
  const { t } = useTranslation('resealing')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const [work, setWork] = useState<Work | undefined>()
  const sealing = useMutation({
    mutationFn: () =>
      resealPackage(session, PackageId.parse(id), {
        again: true,
        onProgress: (name, done, total) =>
          setWork({ name, percent: total === 0 ? 100 : Math.floor((100 * done) / total) }),
      }),
    onSettled: () => {
      setWork(undefined)
      return queries.invalidateQueries({ queryKey: ['package', id] })
    },
  })
  if (sealing.data) {
    const { version } = sealing.data
    return <Done data-sealed-anew={version}>{t('done', { version })}</Done>
  }
  return (
    <>
      <p className="quiet">{t('stay')}</p>
      <Button
        variant={isAgain ? 'default' : 'filled'}
        data-action="seal-anew"
        disabled={sealing.isPending}
        onClick={() => sealing.mutate()}
      >
        {t(isAgain ? 'sealAgain' : 'sealAnew')}
      </Button>
      <div role="status">
        {sealing.isPending && <p>{work ? t('workingOn', work) : t('working')}</p>}
        {work && <Progress value={work.percent} aria-label={work.name} />}
      </div>
      {sealing.error && <Problem error={sealing.error} />}
    </>
  )
}
