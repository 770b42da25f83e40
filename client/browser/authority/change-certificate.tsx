import { Button, Checkbox, Group, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createCertificateRequest } from '#crypto/pki/create-certificate-request.js'
import type { Identity } from '#crypto/pki/identity.js'
import { toPkcs12 } from '#crypto/pki/to-pkcs12.js'
import { certifiedIdentity } from '../../core/enrolment/certified-identity.js'
import { presentedCertificate } from '../../core/enrolment/presented-certificate.js'
import { publishNextEntry } from '../../core/directory/publish-next-entry.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Facts } from '../components/facts.js'
import { FileField } from '../components/file-field.js'
import { fileOctets } from '../components/file-octets.js'
import { Moment } from '../components/moment.js'
import { Problem } from '../components/page-states.js'
import { handOut } from '../platform/hand-out.js'
import { type AuthorityKeys, identityKeys } from './authority-keys.js'

type TaskProps = {
  readonly keys: AuthorityKeys
  readonly onDone: (identity: Identity) => void
}

const REQUEST = 'identity.csr.pem'
const FILE = 'identity.p12'

/**
 * The certificate that speaks for the authority: asked for, and a renewed one put in the place of the one before,
 * of the network's operator or of a national certificate authority. The file is saved first, and the entry signed by it
 * only then: what is signed with a certificate that nobody has kept cannot be continued.
 */
export function ChangeCertificate({ keys, onDone }: TaskProps) {
  const { t } = useTranslation('authority')
  const { session } = useSignedIn()
  const [certificate, setCertificate] = useState<File | undefined>()
  const [key, setKey] = useState<File | undefined>()
  const [errors, setErrors] = useState<FieldErrors>({})
  const [isKept, setKept] = useState(false)
  const { authority } = session.officer
  const asking = useMutation({
    mutationFn: async () => {
      const { names, state } = (await session.directory.current(authority)).payload
      const subject = { party: authority, name: (names['en'] ?? authority).slice(0, 64), state }
      handOut(new Blob([await createCertificateRequest(subject, keys.pkcs12.key)]), REQUEST)
    },
  })
  const verifying = useMutation({
    mutationFn: async (file: File) => {
      const given = { certificate: await fileOctets(file), key: key && (await fileOctets(key)) }
      const presented = await presentedCertificate(
        { ...given, key: given.key, name: file.name },
        () => Promise.resolve(keys.passphrase),
      )
      const { trust, platform } = session
      const identity = await certifiedIdentity(keys.pkcs12, {
        ...presented,
        authority,
        trust,
        at: platform.now(),
      })
      if (identity === keys.pkcs12) return undefined
      handOut(new Blob([await toPkcs12(identity, keys.passphrase)]), FILE)
      return identity
    },
  })
  const publishing = useMutation({
    mutationFn: async (identity: Identity) => {
      const change = { keys: [], overlapMs: 0 }
      await publishNextEntry(session, identityKeys(identity).identity, change)
      return identity
    },
    onSuccess: onDone,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setErrors(certificate ? {} : { certificate: t('needFile') })
    if (certificate) verifying.mutate(certificate)
  }
  const renewed = verifying.data
  return (
    <section aria-labelledby="certificate-of" className="authority-task">
      <Title order={2} id="certificate-of">
        {t('certificateTitle')}
      </Title>
      <CertificateFacts identity={keys.pkcs12} />
      <p>{t('certificateMeaning')}</p>
      <Button
        variant="default"
        data-action="request-certificate"
        disabled={asking.isPending}
        onClick={() => asking.mutate()}
      >
        {t('requestCertificate')}
      </Button>
      <p role="status">{asking.isSuccess && `✓ ${t('certificateRequested', { name: REQUEST })}`}</p>
      {asking.error && <Problem error={asking.error} />}
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <ErrorSummary errors={errors} />
          <FileField
            id="certificate"
            label={t('certificateFile')}
            hint={t('certificateHint')}
            error={errors['certificate']}
            onChoose={setCertificate}
          />
          <FileField
            id="certificate-key"
            label={t('certificateKey')}
            hint={t('certificateKeyHint')}
            onChoose={setKey}
          />
          {verifying.error && <Problem error={verifying.error} />}
          <Group>
            <Button
              type="submit"
              variant="default"
              data-action="verify-certificate"
              disabled={verifying.isPending}
            >
              {t(verifying.isPending ? 'working' : 'verifyCertificate')}
            </Button>
          </Group>
        </Stack>
      </form>
      <div role="status">
        {verifying.isSuccess && renewed === undefined && <p>{t('sameCertificate')}</p>}
        {renewed && !publishing.isSuccess && <p>{t('certificateGood', { name: FILE })}</p>}
        {publishing.isSuccess && (
          <p className="done-good" data-certified>
            {t('certificateInForce')}
          </p>
        )}
      </div>
      {renewed && !publishing.isSuccess && (
        <>
          <CertificateFacts identity={renewed} />
          <Checkbox
            id="certificate-kept"
            label={t('keysKept')}
            checked={isKept}
            onChange={(event) => setKept(event.currentTarget.checked)}
          />
          <Button
            mt="sm"
            data-action="use-certificate"
            disabled={!isKept || publishing.isPending}
            onClick={() => publishing.mutate(renewed)}
          >
            {t(publishing.isPending ? 'working' : 'useCertificate')}
          </Button>
        </>
      )}
      {publishing.error && <Problem error={publishing.error} />}
    </section>
  )
}

function CertificateFacts({ identity }: { readonly identity: Identity }) {
  const { t } = useTranslation('authority')
  const { subject, fingerprint, notBefore, notAfter } = identity.certificate
  return (
    <Facts
      rows={[
        [t('certificateSubject'), <bdi key="s">{subject}</bdi>],
        [t('certificateFrom'), <Moment key="f" at={notBefore.toISOString()} />],
        [t('until'), <Moment key="u" at={notAfter.toISOString()} />],
        [t('certificateFingerprint'), <code key="p">{fingerprint}</code>],
      ]}
    />
  )
}
