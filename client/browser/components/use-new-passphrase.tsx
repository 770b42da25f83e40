import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leakedPasswords } from '../../core/officers/leaked-passwords.js'
import { MINIMUM_PASSPHRASE } from '../../core/officers/passphrase-rule.js'
import type { FieldErrors } from './error-summary.js'
import { judgePassphrase } from './judge-passphrase.js'

type Ids = { readonly next: string; readonly again: string }

/** A new passphrase, typed twice: what it is, what is wrong with it, and its two fields for a form. */
export function useNewPassphrase(ids: Ids) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState({ next: '', again: '' })
  const field = (name: keyof Ids, errors: FieldErrors) => ({
    id: ids[name],
    autoComplete: 'new-password',
    error: errors[ids[name]],
    value: typed[name],
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: HTMLInputElement }) => {
      setTyped((before) => ({ ...before, [name]: value }))
      // On its way while the rest is typed.
      leakedPasswords().catch(() => undefined)
    },
  })
  return {
    passphrase: typed.next,
    wrong: async (): Promise<FieldErrors> => {
      const judged = await judgePassphrase(typed.next)
      return {
        ...(judged === 'weak' && {
          [ids.next]: t('weakPassphrase', { length: MINIMUM_PASSPHRASE }),
        }),
        ...(judged === 'unknown' && { [ids.next]: t('unjudgedPassphrase') }),
        ...(typed.again === typed.next ? {} : { [ids.again]: t('otherPassphrase') }),
      }
    },
    fields: (errors: FieldErrors) => (
      <>
        <PasswordInput
          label={t('newPassphrase')}
          description={t('newPassphraseHint', { length: MINIMUM_PASSPHRASE })}
          {...field('next', errors)}
        />
        <PasswordInput label={t('againPassphrase')} {...field('again', errors)} />
      </>
    ),
  }
}
