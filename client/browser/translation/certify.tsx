import { Button, Checkbox, Paper, TextInput, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { certifyTranslation } from '../../core/translation/return-translation.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { useAct } from './use-act.js'

/** As long as the statement takes it. */
const LONGEST_INSTRUMENT = 120

/**
 * The certified statement, under the accreditation that the translator's authority vouches for. The original
 * counts where the two differ, unless an instrument is named by which the translation does.
 */
export function Certify({ open }: { readonly open: OpenHandoff }) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const [prevails, setPrevails] = useState(false)
  const [instrument, setInstrument] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const accreditation = session.officer.credential.payload.linguist?.accreditation ?? null
  const named = instrument.trim()
  const signing = useAct(() =>
    certifyTranslation(session, open, {
      accreditation,
      ...(prevails && { instrument: named }),
    }),
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const isMissing = prevails && named === ''
    setErrors(isMissing ? { instrument: t('needInstrument') } : {})
    if (!isMissing) signing.mutate(undefined)
  }
  return (
    <Paper withBorder p="md" component="section" className="acknowledge">
      <Title order={2}>{t('certify')}</Title>
      <form noValidate onSubmit={submit}>
        <p>{t('certifyMeaning')}</p>
        <p className="quiet">
          {accreditation === null ? t('notAccredited') : t('accredited', accreditation)}
        </p>
        <ErrorSummary errors={errors} />
        <Checkbox
          id="prevails"
          mb="md"
          label={t('prevails')}
          description={t('prevailsHint')}
          checked={prevails}
          onChange={(event) => setPrevails(event.currentTarget.checked)}
        />
        {prevails && (
          <TextInput
            id="instrument"
            mb="md"
            label={t('instrument')}
            description={t('instrumentHint')}
            maxLength={LONGEST_INSTRUMENT}
            error={errors['instrument']}
            value={instrument}
            onChange={(event) => setInstrument(event.currentTarget.value)}
          />
        )}
        {signing.error && <Problem error={signing.error} />}
        <Button type="submit" data-action="certify" disabled={signing.isPending}>
          {t(signing.isPending ? 'signing' : 'signCertify')}
        </Button>
      </form>
    </Paper>
  )
}
