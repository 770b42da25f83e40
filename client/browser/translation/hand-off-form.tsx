import { Button, NativeSelect, Stack, Textarea } from '@mantine/core'
import { type SubmitEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PartId } from '#crypto/fields/fields.js'
import { TRANSLATION_MEDIA_TYPE } from '#crypto/translation/translation-record.js'
import { valuesAt } from '../../templates/form-value.js'
import { servesPair } from '../../core/translation/choose-rotation.js'
import type { OfferedTranslator } from '../../core/translation/offered-translators.js'
import { planTurns } from '../../core/translation/plan-turns.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { Problem } from '../components/page-states.js'
import { languageChoices } from '../compose/fields/language-choices.js'
import { MomentField } from '../compose/fields/moment-field.js'
import { useLeaveWarning } from '../leaving/place.js'
import { HandedItems } from './handed-items.js'
import { type Ground, type Handed, handOver } from './hand-over.js'
import { NextTranslators } from './next-translators.js'
import { TranslatorChoice } from './translator-choice.js'
import { useAct } from './use-act.js'

type HandOffFormProps = Pick<Handed, 'read' | 'replaces'> & {
  readonly offered: readonly OfferedTranslator[]
}

/** What is handed over, into which language, to whom in which order, until when, and what for. */
export function HandOffForm({ read, replaces, offered }: HandOffFormProps) {
  const { t, i18n } = useTranslation('translation')
  const [, go] = useLocation()
  const { session } = useSignedIn()
  const old = replaces?.handoff.payload
  const parts = (read?.manifest.parts ?? []).filter(
    ({ mediaType }) => mediaType !== TRANSLATION_MEDIA_TYPE,
  )
  const [chosen, setChosen] = useState<readonly PartId[]>(() => {
    if (old) return old.source.parts.map(({ part }) => part)
    return parts.length === 1 ? parts.map(({ part }) => part) : []
  })
  const [fields, setFields] = useState<readonly string[]>([])
  const [files, setFiles] = useState<readonly File[]>([])
  const [from, setFrom] = useState(() => {
    const [original] = valuesAt(read?.manifest.form ?? {}, 'languages.original')
    return old?.pair.from ?? (typeof original === 'string' ? original : '')
  })
  const [to, setTo] = useState<string>(old?.pair.to ?? '')
  const [translator, setTranslator] = useState('')
  const [next, setNext] = useState<readonly string[]>([])
  const [reviewer, setReviewer] = useState('')
  const [due, setDue] = useState('')
  const [purpose, setPurpose] = useState('')
  const [ground, setGround] = useState<Ground>('reassigned')
  const [errors, setErrors] = useState<FieldErrors>({})
  const pair = { from, to }
  const fit = from && to ? offered.filter(({ profile }) => servesPair(profile, pair)) : []
  const asked = [translator, ...next].filter((kid) => fit.some((one) => one.linguist.kid === kid))
  const handing = useAct(async () => {
    const turns = planTurns(asked.length, session.platform.now(), { due: [new Date(due)] })
    return handOver(session, {
      read,
      replaces,
      files,
      fields,
      parts: chosen,
      ground,
      pair,
      purpose: purpose.trim(),
      turns: turns.map((turn, n) => ({ translator: asked[n] ?? '', ...turn })),
      ...(reviewer !== '' && { reviewer }),
    })
  })
  useLeaveWarning((purpose.trim() !== '' || files.length > 0) && !handing.isSuccess)
  const handed = handing.data
  useEffect(() => {
    if (handed !== undefined) go(`/translation/${handed}`)
  }, [handed, go])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const isLater = Date.parse(due) > session.platform.now().getTime()
    const found = {
      ...(chosen.length + fields.length + files.length === 0 && {
        'handed-parts': t('needDocument'),
      }),
      ...((!from || !to || from === to) && { 'handed-to': t('needLanguages') }),
      ...(!asked.includes(translator) && { translators: t('needTranslator') }),
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
  return (
    <form noValidate onSubmit={submit} className="hand-off-form">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        {replaces && (
          <NativeSelect
            id="replaced-ground"
            label={t('whyReassigned')}
            description={t('whyReassignedHint')}
            value={ground}
            onChange={(event) => setGround(event.currentTarget.value as Ground)}
          >
            <option value="reassigned">{t('recall-reassigned')}</option>
            <option value="breach">{t('recall-breach')}</option>
            <option value="mistake">{t('recall-mistake')}</option>
          </NativeSelect>
        )}
        {read ? (
          <HandedItems
            read={read}
            parts={parts}
            chosen={chosen}
            fields={fields}
            error={errors['handed-parts']}
            isFixed={replaces !== undefined}
            onChoose={setChosen}
            onChooseFields={setFields}
          />
        ) : (
          <FileField
            multiple
            id="handed-parts"
            label={t('handedFiles')}
            hint={t('handedFilesHint')}
            error={errors['handed-parts']}
            onChooseAll={setFiles}
          />
        )}
        <NativeSelect
          id="handed-from"
          label={t('fromLanguage')}
          value={from}
          disabled={replaces !== undefined}
          onChange={(event) => setFrom(event.currentTarget.value)}
        >
          {languages}
        </NativeSelect>
        <NativeSelect
          id="handed-to"
          label={t('toLanguage')}
          error={errors['handed-to']}
          value={to}
          disabled={replaces !== undefined}
          onChange={(event) => setTo(event.currentTarget.value)}
        >
          {languages}
        </NativeSelect>
        {from !== '' && to !== '' && (
          <TranslatorChoice
            offered={fit}
            chosen={translator}
            error={errors['translators']}
            onChoose={(kid) => {
              setTranslator(kid)
              setNext(next.filter((other) => other !== kid))
            }}
          />
        )}
        {translator !== '' && (
          <NextTranslators
            offered={fit.filter(
              ({ linguist }) => linguist.kid !== translator && linguist.kid !== reviewer,
            )}
            chosen={next}
            onChoose={setNext}
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
            .filter(({ linguist }) => !asked.includes(linguist.kid))
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
