import { Button, Checkbox, Paper, Radio, Stack, Textarea, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartId } from '#crypto/fields/fields.js'
import { MachineMark } from '#crypto/translation/handoff-act.js'
import type { HandoffContent } from '#crypto/translation/handoff-content.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { returnTranslation } from '../../core/translation/return-translation.js'
import { isXliffName, xliffTarget } from '../../core/translation/xliff-target.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { fileDocument } from '../platform/file-document.js'
import { GivingProblem } from './giving-problem.js'
import { useLeaveWarning } from '../leaving/place.js'
import { useAct } from './use-act.js'

type GiveBackProps = { readonly open: OpenHandoff; readonly content: HandoffContent }

/** The translation of each item, as a document or as XLIFF, and whether a machine had a hand in it. */
export function GiveBack({ open, content }: GiveBackProps) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const before = open.derived.state?.machine ?? 'none'
  const [files, setFiles] = useState<Readonly<Record<string, File | undefined>>>({})
  const [machine, setMachine] = useState<MachineMark>(before)
  const [isPartial, setPartial] = useState(false)
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const items = [
    ...content.items.map(({ part, name }) => ({ part, name })),
    ...(content.fields === null ? [] : [{ part: content.fields.item, name: t('fields') }]),
  ]
  const targetOf = async (item: PartId, file: File) =>
    isXliffName(file.name)
      ? xliffTarget(session, open, content, {
          octets: new Uint8Array(await file.arrayBuffer()),
          item,
        })
      : { item, document: fileDocument(file) }
  const giving = useAct(async () => {
    const targets = []
    for (const { part } of items) {
      const file = files[part]
      if (file) targets.push(await targetOf(part, file))
    }
    const said = note.trim()
    return returnTranslation(session, open, {
      targets,
      machine,
      complete: !isPartial,
      ...(said !== '' && { note: said }),
    })
  })
  useLeaveWarning(
    (note.trim() !== '' || Object.values(files).some((file) => file !== undefined)) &&
      !giving.isSuccess,
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found: Record<string, string> = {}
    for (const { part, name } of items) {
      const file = files[part]
      if (file?.size === 0) found[`target-${part}`] = t('isEmpty', { name: file.name })
      if (!file && !isPartial) found[`target-${part}`] = t('needTarget', { name })
    }
    const [first] = items
    if (first && items.every(({ part }) => files[part] === undefined))
      found[`target-${first.part}`] ??= t('needSome')
    setErrors(found)
    if (Object.keys(found).length === 0) giving.mutate(undefined)
  }
  return (
    <Paper withBorder p="md" component="section" className="acknowledge">
      <Title order={2}>{t('giveBack')}</Title>
      <p>{t('giveBackMeaning')}</p>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <ErrorSummary errors={errors} />
          {items.map(({ part, name }) => (
            <FileField
              key={part}
              id={`target-${part}`}
              label={t('targetOf', { name })}
              hint={t('targetHint')}
              error={errors[`target-${part}`]}
              file={files[part]}
              onChoose={(file) => setFiles({ ...files, [part]: file })}
            />
          ))}
          <Radio.Group
            label={t('wasMachine')}
            description={t('wasMachineHint')}
            value={machine}
            onChange={(value) => setMachine(MachineMark.parse(value))}
          >
            <Stack gap="xs" mt="xs">
              {MachineMark.options
                // What was marked once stays so, whoever gives it back again.
                .filter((mark) => mark !== 'none' || before === 'none')
                .map((mark) => (
                  <Radio key={mark} value={mark} label={t(`answer_${mark}`)} />
                ))}
            </Stack>
          </Radio.Group>
          <Checkbox
            id="partial"
            label={t('partial')}
            checked={isPartial}
            onChange={(event) => setPartial(event.currentTarget.checked)}
          />
          <Textarea
            id="return-note"
            label={`${t('note')} (${t('optional', { ns: 'common' })})`}
            description={t('noteBackHint')}
            maxLength={2000}
            rows={3}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {giving.error && <GivingProblem error={giving.error} open={open} />}
          <div>
            <Button type="submit" data-action="give-back" disabled={giving.isPending}>
              {t(giving.isPending ? 'giving' : 'giveBack')}
            </Button>
          </div>
        </Stack>
      </form>
    </Paper>
  )
}
