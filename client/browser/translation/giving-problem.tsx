import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ClientError } from '../../core/client-error.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { Problem } from '../components/page-states.js'
import { usePairName } from './use-pair-name.js'

type GivingProblemProps = { readonly error: unknown; readonly open: OpenHandoff }

/** Why a translation was not taken; what happens most is said exactly. */
export function GivingProblem({ error, open }: GivingProblemProps) {
  const { t } = useTranslation('translation')
  const { inWords } = usePairName()
  const code = error instanceof ClientError ? error.code : undefined
  if (code !== 'translation-language' && code !== 'translation-empty')
    return <Problem error={error} />
  return (
    <Alert role="alert" color="red" variant="light" className="problem" data-refused={code}>
      {code === 'translation-language'
        ? t('wrongLanguage', inWords(open.handoff.payload.pair))
        : t('emptyTarget')}
    </Alert>
  )
}
