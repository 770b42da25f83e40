import { Button, Checkbox, Group, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DAY_MS } from '#crypto/clock/durations.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { createOfficerKeys } from '../../core/officers/create-officer-keys.js'
import { rotateKeys } from '../../core/officers/rotate-keys.js'
import { useSignedIn } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'
import { useListed } from '../components/use-listed.js'
import { handOut } from '../platform/hand-out.js'
import type { AuthorityKeys } from './authority-keys.js'

type TaskProps = { readonly keys: AuthorityKeys; readonly onDone: () => void }

const OVERLAP_DAYS = 14
const FILE = 'operational.keystore'

/**
 * Other operational keys for the authority. They are saved first, under the same passphrase, and published only
 * then: what is published without its keys kept is lost.
 */
export function ChangeKeys({ keys, onDone }: TaskProps) {
  const { t } = useTranslation('authority')
  const list = useListed()
  const { session } = useSignedIn()
  const [next, setNext] = useState<KeystoreContent | undefined>()
  const [isKept, setKept] = useState(false)
  const making = useMutation({
    mutationFn: async () => {
      const { authority } = session.officer
      const { payload } = await session.directory.current(authority)
      const crv = payload.keys.find(({ purpose }) => purpose === 'envelopes')?.jwk.crv
      const suite = crv === 'P-256' ? 'p256' : crv === 'P-384' ? 'p384' : 'x25519'
      const { content } = await createOfficerKeys(authority, suite)
      const sealed = await sealKeystore(content, keys.passphrase)
      handOut(new Blob([sealed]), FILE)
      setNext(content)
    },
  })
  const rotating = useMutation({
    mutationFn: (made: KeystoreContent) =>
      rotateKeys(session, {
        next: made,
        identity: keys.identity,
        overlapMs: OVERLAP_DAYS * DAY_MS,
      }),
    onSuccess: onDone,
  })
  return (
    <section aria-labelledby="change-keys" className="authority-task">
      <Title order={2} id="change-keys">
        {t('rotateTitle')}
      </Title>
      <p>{t('rotateMeaning', { days: OVERLAP_DAYS })}</p>
      <Group>
        <Button
          variant="default"
          data-action="make-keys"
          disabled={making.isPending || next !== undefined}
          onClick={() => making.mutate()}
        >
          {t(making.isPending ? 'working' : 'makeKeys')}
        </Button>
      </Group>
      {making.error && <Problem error={making.error} />}
      {next && (
        <>
          <p role="status">{t('keysMade', { name: FILE })}</p>
          <Checkbox
            id="keys-kept"
            label={t('keysKept')}
            checked={isKept}
            onChange={(event) => setKept(event.currentTarget.checked)}
          />
          <Button
            mt="sm"
            data-action="rotate"
            disabled={!isKept || rotating.isPending || rotating.isSuccess}
            onClick={() => rotating.mutate(next)}
          >
            {t(rotating.isPending ? 'working' : 'rotate')}
          </Button>
        </>
      )}
      <div role="status">
        {rotating.data && (
          <p className="done-good" data-rotated={rotating.data.length}>
            {t('rotated', { names: list(rotating.data) })}
          </p>
        )}
      </div>
      {rotating.error && <Problem error={rotating.error} />}
    </section>
  )
}
