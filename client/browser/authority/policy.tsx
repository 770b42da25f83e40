import { Button, Group, NativeSelect, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setPolicy } from '../../core/directory/set-policy.js'
import { useSignedIn } from '../api/signed-in.js'
import { useDirectory } from '../api/use-directory.js'
import { Problem } from '../components/page-states.js'
import type { AuthorityKeys } from './authority-keys.js'

type TaskProps = { readonly keys: AuthorityKeys; readonly onDone: () => void }

/** How many further officers approve what the authority sends. */
export function Policy({ keys, onDone }: TaskProps) {
  const { t } = useTranslation('authority')
  const { session } = useSignedIn()
  const { data } = useDirectory()
  const entry = data?.entries.find(({ payload }) => payload.authority === session.officer.authority)
  const now = entry?.payload.policy.approvals ?? 0
  const [chosen, setChosen] = useState<number | undefined>()
  const setting = useMutation({
    mutationFn: (approvals: number) => setPolicy(session, keys.identity, { approvals }),
    onSuccess: onDone,
  })
  return (
    <section aria-labelledby="policy" className="authority-task">
      <Title order={2} id="policy">
        {t('policyTitle')}
      </Title>
      <p>{t('policyMeaning')}</p>
      <Group align="end">
        <NativeSelect
          id="approvals"
          label={t('approvals')}
          value={chosen ?? now}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
          data={['0', '1', '2', '3']}
        />
        <Button
          data-action="set-policy"
          disabled={setting.isPending || chosen === undefined || chosen === now}
          onClick={() => chosen !== undefined && setting.mutate(chosen)}
        >
          {t(setting.isPending ? 'working' : 'savePolicy')}
        </Button>
      </Group>
      <p role="status">{setting.isSuccess && `✓ ${t('policySaved')}`}</p>
      {setting.error && <Problem error={setting.error} />}
    </section>
  )
}
