import { Button, Fieldset, NativeSelect, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { selfTest, type SelfTestReport } from '../../core/operations/self-test.js'
import type { KeptIdentity } from '../../keystore/indexed-db/identities.js'
import { sessionBeside } from '../api/keyring.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { noise } from './noise.js'
import { StepList } from './step-list.js'

const MIB = 1024 * 1024
const WITHIN_MS = 120_000
const SIDES = ['sender', 'recipient'] as const

type RunProps = { readonly identities: readonly KeptIdentity[] }
type Chosen = { readonly id: string; readonly passphrase: string }

/** Who sends and who receives; then each step as it is done. */
export function RunSelfTest({ identities }: RunProps) {
  const { t } = useTranslation('selfTest')
  const first = identities[0]
  const other = identities.find(({ authority }) => authority !== first?.authority)
  const [chosen, setChosen] = useState<Readonly<Record<(typeof SIDES)[number], Chosen>>>({
    sender: { id: first?.id ?? '', passphrase: '' },
    recipient: { id: other?.id ?? '', passphrase: '' },
  })
  const [steps, setSteps] = useState<readonly SelfTestReport[]>([])
  const [errors, setErrors] = useState<FieldErrors>({})
  const identityOf = (side: (typeof SIDES)[number]) =>
    identities.find(({ id }) => id === chosen[side].id)
  const running = useMutation({
    mutationFn: async (): Promise<{ readonly package: PackageId }> => {
      const beside = (side: (typeof SIDES)[number]) => {
        const identity = identityOf(side)
        if (!identity) throw new TypeError('it was checked before')
        return sessionBeside(identity, chosen[side].passphrase)
      }
      // One after the other: a browser asks for one security key at a time.
      const sender = await beside('sender')
      return selfTest(sender, await beside('recipient'), {
        document: noise(MIB),
        run: uuidV7(new Date()),
        withinMs: WITHIN_MS,
        onStep: (report) => setSteps((before) => [...before, report]),
      })
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const isOne = identityOf('sender')?.authority === identityOf('recipient')?.authority
    setErrors(isOne ? { 'test-recipient': t('needOther') } : {})
    if (isOne) return
    setSteps([])
    running.mutate()
  }
  return (
    <form noValidate onSubmit={submit} className="self-test">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        {SIDES.map((side) => (
          <Fieldset key={side} legend={t(side)}>
            <Stack gap="sm">
              <NativeSelect
                id={`test-${side}`}
                label={t('identity')}
                error={errors[`test-${side}`]}
                value={chosen[side].id}
                onChange={(event) =>
                  setChosen({
                    ...chosen,
                    [side]: { ...chosen[side], id: event.currentTarget.value },
                  })
                }
                data={identities.map(({ id, name, authority }) => ({
                  value: id,
                  label: `${name ?? authority} (${authority})`,
                }))}
              />
              <PasswordInput
                label={t('passphrase')}
                description={t('passphraseHint')}
                autoComplete="off"
                value={chosen[side].passphrase}
                onChange={(event) =>
                  setChosen({
                    ...chosen,
                    [side]: { ...chosen[side], passphrase: event.currentTarget.value },
                  })
                }
              />
            </Stack>
          </Fieldset>
        ))}
        <div>
          <Button type="submit" data-action="run-self-test" disabled={running.isPending}>
            {t(running.isPending ? 'running' : 'run')}
          </Button>
        </div>
        <StepList steps={steps} isRunning={running.isPending} />
        <div role="status">
          {running.data && (
            <p className="done-good" data-tested={running.data.package}>
              {t('works')} <bdi className="mono">{running.data.package}</bdi>
            </p>
          )}
        </div>
        {running.error && <Problem error={running.error} />}
      </Stack>
    </form>
  )
}
