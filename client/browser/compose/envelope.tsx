import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Urgency } from '#crypto/package/header.js'
import { Tlp } from '#crypto/package/manifest.js'
import { Delivery } from './delivery.js'
import { Handling } from './handling.js'
import type { DraftHandle } from './use-draft.js'
import { useListed } from '../components/use-listed.js'

type EnvelopeProps = {
  readonly handle: DraftHandle
  readonly entries: readonly { readonly authority: string; readonly name: string }[]
  /** What is wrong, by the path of its finding. */
  readonly errors: ReadonlyMap<string, string>
  /** Of an answer the case says who receives it. */
  readonly isFixed: boolean
  /** An answer is delivered at once, and does not expire. */
  readonly isTimed: boolean
  /** Further recipients, which a draft that was begun elsewhere has. */
  readonly also: readonly string[]
}

/** To whom, how urgent, how marked: what stands on the outside. */
export function Envelope({ handle, entries, errors, isFixed, isTimed, also }: EnvelopeProps) {
  const { t } = useTranslation('compose')
  const { t: drafts } = useTranslation('drafts')
  const { t: report } = useTranslation('report')
  const { draft, change } = handle
  const list = useListed()
  const { marks } = draft
  return (
    <section className="form-section">
      <div className="fields">
        <div className="field-full">
          {isFixed ? (
            <p className="fixed-recipient">
              <strong>{t('recipient')}:</strong>{' '}
              {list(entries.map(({ authority, name }) => `${name} (${authority})`))}
            </p>
          ) : (
            <NativeSelect
              id="recipient"
              label={t('recipient')}
              description={t('recipientHint')}
              error={errors.get('recipient')}
              value={draft.to}
              onChange={(event) => change({ to: event.currentTarget.value })}
            >
              <option value="">{t('chooseRecipient')}</option>
              {entries.map(({ authority, name }) => (
                <option key={authority} value={authority}>
                  {`${name} (${authority})`}
                </option>
              ))}
            </NativeSelect>
          )}
          {also.length > 0 && <p>{drafts('alsoTo', { names: list(also) })}</p>}
        </div>
        <div className="field-third">
          <NativeSelect
            label={t('urgency')}
            value={draft.urgency}
            onChange={(event) => change({ urgency: Urgency.parse(event.currentTarget.value) })}
          >
            {Urgency.options.map((one) => (
              <option key={one} value={one}>
                {report(`urgencies.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </div>
        <div className="field-third">
          <NativeSelect
            label={t('tlp')}
            value={marks.tlp ?? ''}
            onChange={(event) =>
              change({
                marks: { ...marks, tlp: Tlp.safeParse(event.currentTarget.value).data ?? null },
              })
            }
          >
            <option value="">{t('noTlp')}</option>
            {Tlp.options.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </NativeSelect>
        </div>
        <div className="field-third">
          <TextInput
            label={t('classification')}
            maxLength={80}
            value={marks.classification ?? ''}
            onChange={(event) =>
              change({ marks: { ...marks, classification: event.currentTarget.value || null } })
            }
          />
        </div>
        <div className="field-full">
          <Handling marks={marks} onChange={(changed) => change({ marks: changed })} />
        </div>
        {isTimed && (
          <div className="field-full">
            <Delivery handle={handle} error={errors.get('expires')} />
          </div>
        )}
      </div>
    </section>
  )
}
