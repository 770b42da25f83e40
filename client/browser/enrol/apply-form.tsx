import { Button, Checkbox, Fieldset, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#crypto/directory/invitation.js'
import { plainText } from '#crypto/fields/fields.js'
import { readInvitation } from '../../core/enrolment/read-invitation.js'
import { LANGUAGE_NAMES, LANGUAGES } from '../../languages/language.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { Problem } from '../components/page-states.js'
import { useNewPassphrase } from '../components/use-new-passphrase.js'
import { COMPETENCES } from '../directory/words.js'
import { applyForEnrolment } from './apply.js'
import { applyData, type Asked } from './apply-data.js'
import { OwnCertificate, type OwnCertificateFiles } from './own-certificate.js'
import { presentedIn } from './presented-in.js'

type Competence = keyof typeof COMPETENCES
const OFFERED = Object.keys(COMPETENCES).filter((one) => one !== 'translation') as Competence[]

const EMPTY: Asked = {
  name: '',
  state: '',
  functions: ['mutual-legal-assistance'],
  instruments: 'UNTOC\nUNCAC',
  languages: ['en'],
  address: '',
  email: '',
  telephone: '',
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
}

/** What an authority says of itself, who its first officer is, and the invitation that it has. */
export function ApplyForm({ onBegun }: { readonly onBegun: () => void }) {
  const { t } = useTranslation('enrol')
  const { t: directory } = useTranslation('directory')
  const { t: authority } = useTranslation('authority')
  const [invitation, setInvitation] = useState('')
  const [invited, setInvited] = useState<Invitation | undefined>()
  const [trust, setTrust] = useState<File | undefined>()
  const [asked, setAsked] = useState<Asked>(EMPTY)
  const [officer, setOfficer] = useState('')
  const next = useNewPassphrase({ next: 'enrol-passphrase', again: 'enrol-again' })
  const [own, setOwn] = useState<OwnCertificateFiles | undefined>()
  const [errors, setErrors] = useState<FieldErrors>({})
  const change = (changed: Partial<Asked>) => setAsked((before) => ({ ...before, ...changed }))
  const applying = useMutation({
    mutationFn: async () => {
      const { data } = invited ? applyData(invited.authority, asked) : { data: undefined }
      if (!data || !trust) throw new TypeError('it was checked before')
      const list = await trust.text()
      await applyForEnrolment({
        invitation: invitation.trim(),
        trust: list,
        data,
        passphrase: next.passphrase,
        presented: own && (await presentedIn(own, data.authority, list)),
        officer: { name: plainText(officer), roles: ['admin', 'registrar', 'case'] },
      })
    },
    onSuccess: onBegun,
  })
  const take = (text: string) => {
    setInvitation(text)
    readInvitation(text.trim()).then(
      (found) => {
        setInvited(found)
        change({ name: found.name, state: found.authority.slice(0, 2).toUpperCase() })
      },
      () => setInvited(undefined),
    )
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void judge()
  }
  const judge = async () => {
    const wrong = invited ? applyData(invited.authority, asked).wrong : []
    const found = {
      ...(invited ? {} : { 'enrol-invitation': t('needInvitation') }),
      ...(trust ? {} : { 'enrol-trust': t('needTrust') }),
      ...Object.fromEntries(wrong.map((path) => [idOf(path), t('wrong', { name: labelOf(path) })])),
      ...(own && !own.certificate ? { 'enrol-certificate': authority('needFile') } : {}),
      ...(plainText(officer) === '' ? { 'enrol-officer': t('needOfficer') } : {}),
      ...(await next.wrong()),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) applying.mutate()
  }
  function labelOf(path: string): string {
    const [root, inner] = path.split('.')
    if (root === 'contact' && inner === 'email') return directory('email')
    if (root === 'contact' && inner === 'telephone') return directory('telephone')
    if (root === 'contact') return directory('address')
    if (root === 'languages') return directory('languages')
    if (root === 'state') return directory('state')
    if (root === 'timeZone') return directory('timeZone')
    return root === 'names' ? t('name') : directory('instruments')
  }
  const field = (name: 'name' | 'state' | 'timeZone' | 'address' | 'email' | 'telephone') => ({
    id: `enrol-${name}`,
    error: errors[`enrol-${name}`],
    value: asked[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change({ [name]: event.currentTarget.value }),
  })
  const toggled = <T,>(all: readonly T[], one: T) =>
    all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
  return (
    <form noValidate onSubmit={submit} className="authority-keys">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <Textarea
          id="enrol-invitation"
          label={t('invitation')}
          description={t('invitationHint')}
          dir="ltr"
          rows={4}
          error={errors['enrol-invitation']}
          value={invitation}
          onChange={(event) => take(event.currentTarget.value)}
        />
        {invited && (
          <p role="status" data-invited={invited.authority}>
            ✓ {t('invited', { name: invited.name, id: invited.authority })}
          </p>
        )}
        <FileField
          id="enrol-trust"
          label={t('trust')}
          hint={t('trustHint')}
          accept=".json,application/json"
          error={errors['enrol-trust']}
          onChoose={setTrust}
        />
        <TextInput label={t('name')} maxLength={200} {...field('name')} />
        <TextInput label={t('stateCode')} maxLength={2} dir="ltr" {...field('state')} />
        <Fieldset legend={directory('functions')}>
          <div className="role-choices">
            {OFFERED.map((one) => (
              <Checkbox
                key={one}
                label={directory(COMPETENCES[one])}
                checked={asked.functions.includes(one)}
                onChange={() => change({ functions: toggled(asked.functions, one) })}
              />
            ))}
          </div>
        </Fieldset>
        <Textarea
          id="enrol-instruments"
          label={directory('instruments')}
          description={t('instrumentsHint')}
          rows={3}
          error={errors['enrol-instruments']}
          value={asked.instruments}
          onChange={(event) => change({ instruments: event.currentTarget.value })}
        />
        <Fieldset legend={directory('languages')} id="enrol-languages" tabIndex={-1}>
          <div className="role-choices">
            {LANGUAGES.map((one) => (
              <Checkbox
                key={one}
                label={<span lang={one}>{LANGUAGE_NAMES[one]}</span>}
                checked={asked.languages.includes(one)}
                onChange={() => change({ languages: toggled(asked.languages, one) })}
              />
            ))}
          </div>
        </Fieldset>
        <TextInput label={directory('timeZone')} dir="ltr" {...field('timeZone')} />
        <TextInput label={directory('address')} maxLength={500} {...field('address')} />
        <TextInput label={directory('email')} type="email" dir="ltr" {...field('email')} />
        <TextInput
          label={directory('telephone')}
          description={t('telephoneHint')}
          dir="ltr"
          {...field('telephone')}
        />
        <OwnCertificate files={own} errors={errors} onChange={setOwn} />
        <TextInput
          id="enrol-officer"
          label={t('officer')}
          description={t('officerHint')}
          maxLength={120}
          error={errors['enrol-officer']}
          value={officer}
          onChange={(event) => setOfficer(event.currentTarget.value)}
        />
        {next.fields(errors)}
        {applying.error && <Problem error={applying.error} />}
        <div>
          <Button type="submit" data-action="apply" disabled={applying.isPending}>
            {t(applying.isPending ? 'working' : 'apply')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

/** The field that a place of the entry is asked in. */
function idOf(path: string): string {
  const [root = '', inner = ''] = path.split('.')
  if (root === 'contact') return `enrol-${inner || 'address'}`
  if (root === 'names') return 'enrol-name'
  return root === 'legalBases' ? 'enrol-instruments' : `enrol-${root}`
}
