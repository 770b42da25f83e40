import { Button, Checkbox, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgeingList } from '../../core/proof/list-ageing.js'
import { relayStamper } from '../../core/proof/relay-stamper.js'
import { renewProof } from '../../core/proof/renew-proof.js'
import type { Session } from '../../core/session/session.js'
import { Empty } from '../components/page-states.js'
import { handOut } from '../platform/hand-out.js'
import { type Renewal, RenewalTable } from './renewal-table.js'
import { octetsIn } from './use-ageing.js'

type RenewProps = {
  readonly list: AgeingList
  readonly files: ReadonlyMap<string, File>
  readonly session: Session
}

/**
 * Has the chosen bundles stamped anew by way of the relay, each verified before and after, and hands them out one
 * after the other. One that is refused keeps no other from being renewed.
 */
export function Renew({ list, files, session }: RenewProps) {
  const { t } = useTranslation('ageing')
  const renewable = list.bundles.filter(({ state }) => state === 'good')
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    renewable.filter(({ isDue }) => isDue).map(({ file }) => file),
  )
  const [isMissing, setMissing] = useState(false)
  const [done, setDone] = useState<readonly Renewal[]>([])
  const renewing = useMutation({
    mutationFn: async () => {
      setDone([])
      const stamper = relayStamper(session.relay, session.relayId, session.trust)
      for (const name of chosen) {
        const one = await renewed(name, files.get(name), session, stamper)
        setDone((before) => [...before, one])
        if ('octets' in one) handOut(new Blob([one.octets]), one.file)
      }
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(chosen.length === 0)
    if (chosen.length > 0) renewing.mutate()
  }
  return (
    <section aria-labelledby="renew">
      <Title order={2} id="renew">
        {t('renew')}
      </Title>
      <p>{t('renewMeaning')}</p>
      {renewable.length === 0 ? (
        <Empty title={t('noneRenewable')} />
      ) : (
        <form noValidate onSubmit={submit}>
          <fieldset className="ageing-choice" id="renew-choice">
            <legend>{t('which')}</legend>
            {renewable.map(({ file }) => (
              <Checkbox
                key={file}
                label={<bdi className="mono">{file}</bdi>}
                checked={chosen.includes(file)}
                onChange={({ currentTarget: { checked } }) =>
                  setChosen(checked ? [...chosen, file] : chosen.filter((one) => one !== file))
                }
              />
            ))}
          </fieldset>
          {isMissing && (
            <p role="alert" className="late">
              {t('needChoice')}
            </p>
          )}
          <Button type="submit" data-action="renew" disabled={renewing.isPending}>
            {t(renewing.isPending ? 'renewing' : 'renewAction')}
          </Button>
        </form>
      )}
      <p role="status" data-renewed={renewing.isSuccess ? done.length : undefined}>
        {(renewing.isPending || renewing.isSuccess) &&
          t('renewedSoFar', { number: done.length, of: chosen.length })}
      </p>
      {done.length > 0 && <RenewalTable rows={done} />}
    </section>
  )
}

async function renewed(
  name: string,
  file: File | undefined,
  { trust, platform }: Session,
  stamper: ReturnType<typeof relayStamper>,
): Promise<Renewal> {
  try {
    if (!file) throw new TypeError('it was judged, so it is there')
    const given = { trust, stampers: [stamper], now: () => platform.now() }
    const { octets, goodUntil, renewals } = await renewProof(await octetsIn(file), given)
    return { name, file: file.name, octets, goodUntil, renewals }
  } catch (error) {
    return { name, error }
  }
}
