import { Button, Checkbox, Fieldset, NativeSelect, Stack, Textarea } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PartId } from '#crypto/fields/fields.js'
import { TRANSLATION_MEDIA_TYPE } from '#crypto/translation/translation-record.js'
import { valuesAt } from '../../templates/form-value.js'
import type { ReadPackage } from '../../core/open-package.js'
import { servesPair } from '../../core/translation/choose-rotation.js'
import { handOff } from '../../core/translation/hand-off.js'
import type { OfferedTranslator } from '../../core/translation/offered-translators.js'
import { planTurns } from '../../core/translation/plan-turns.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { languageChoices } from '../compose/fields/language-choices.js'
import { MomentField } from '../compose/fields/moment-field.js'
import { TranslatorChoice } from './translator-choice.js'
import { useAct } from './use-act.js'

type HandOffFormProps = {
  readonly read: ReadPackage
  readonly offered: readonly OfferedTranslator[]
}

/** What is handed over, into which language, to whom, until when, and what for. */
export function HandOffForm({ read, offered }: HandOffFormProps) {
  const { t, i18n } = useTranslation('translation')
  const [, go] = useLocation()
  const { session } = useSignedIn()
  const { manifest } = read
  const parts = manifest.parts.filter(({ mediaType }) => mediaType !== TRANSLATION_MEDIA_TYPE)
  const [chosen, setChosen] = useState<readonly PartId[]>(
    parts.length === 1 ? parts.map(({ part }) => part) : [],
  )
  const [from, setFrom] = useState(() => {
    const [original] = valuesAt(manifest.form, 'languages.original')
    return typeof original === 'string' ? original : ''
  })
  const [to, setTo] = useState('')
  const [translator, setTranslator] = useState('')
  const [reviewer, setReviewer] = useState('')
  const [due, setDue] = useState('')
  const [purpose, setPurpose] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const pair = { from, to }
  const fit = from && to ? offered.filter(({ profile }) => servesPair(profile, pair)) : []
  const handing = useAct(async () => {
    const turns = planTurns(1, session.platform.now(), { due: [new Date(due)] })
    const { handoff } = await handOff(session, {
      ...{ from: read, parts: chosen, pair, purpose: purpose.trim() },
      turns: turns.map((turn) => ({ translator, ...turn })),
      ...(reviewer !== '' && { reviewer }),
    })
    go(`/translation/${handoff.payload.handoff}`)
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const isLater = Date.parse(due) > session.platform.now().getTime()
    const found = {
      ...(chosen.length === 0 && { 'handed-parts': t('needDocument') }),
      ...((!from || !to || from === to) && { 'handed-to': t('needLanguages') }),
      ...(!fit.some(({ linguist }) => linguist.kid === translator) && {
        translators: t('needTranslator'),
      }),
      ...(!isLater && { 'handed-due': t('needDue') }),
      ...(purpose.trim() === '' && { 'handed-purpose': t('needPurpose') }),
    } as FieldErrors
    setErrors(found)
    if (Object.keys(found).length === 0) handing.mutate(undefined)
  }
  const languages = [
    <option key="" value="">
      {t('choose')}
    </option>,
    ...languageChoices(i18n.language).map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    )),
  ]
  if (parts.length === 0) return <p className="quiet">{t('noDocuments', { ns: 'pkg' })}</p>
  return (
    <form noValidate onSubmit={submit} className="hand-off-form">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <Fieldset legend={t('handedDocuments')} id="handed-parts" tabIndex={-1}>
          {errors['handed-parts'] && <p className="late">{errors['handed-parts']}</p>}
          <Stack gap="xs">
            {parts.map(({ part, name }) => (
              <Checkbox
                key={part}
                label={<bdi>{name}</bdi>}
                checked={chosen.includes(part)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked
                      ? [...chosen, part]
                      : chosen.filter((other) => other !== part),
                  )
                }
              />
            ))}
          </Stack>
        </Fieldset>
        <NativeSelect
          id="handed-from"
          label={t('fromLanguage')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        >
          {languages}
        </NativeSelect>
        <NativeSelect
          id="handed-to"
          label={t('toLanguage')}
          error={errors['handed-to']}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        >
          {languages}
        </NativeSelect>
        {from !== '' && to !== '' && (
          <TranslatorChoice
            offered={fit}
            chosen={translator}
            error={errors['translators']}
            onChoose={setTranslator}
          />
        )}
        <NativeSelect
          id="handed-reviewer"
          label={t('reviewer')}
          value={reviewer}
          onChange={(event) => setReviewer(event.currentTarget.value)}
        >
          <option value="">{t('noReviewer')}</option>
          {fit
            .filter(({ linguist }) => linguist.kid !== translator)
            .map(({ linguist, name }) => (
              <option key={linguist.kid} value={linguist.kid}>
                {name}
              </option>
            ))}
        </NativeSelect>
        <MomentField
          id="handed-due"
          label={t('due')}
          description={t('dueHint')}
          error={errors['handed-due']}
          value={due}
          onFill={setDue}
        />
        <Textarea
          id="handed-purpose"
          label={t('purpose')}
          description={t('purposeHint')}
          error={errors['handed-purpose']}
          maxLength={1000}
          rows={3}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        {handing.error && <Problem error={handing.error} />}
        <div>
          <Button type="submit" data-action="hand-off" disabled={handing.isPending}>
            {t(handing.isPending ? 'handing' : 'signHandOff')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
