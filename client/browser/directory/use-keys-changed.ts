import { useTranslation } from 'react-i18next'
import { listed } from '../components/listed.js'

type Changed = { readonly added: readonly unknown[]; readonly removed: readonly unknown[] }

/** How many keys came and went, in words; empty where none did. */
export function useKeysChanged(): (changed: Changed) => string {
  const { t, i18n } = useTranslation('directory')
  return ({ added, removed }) =>
    listed(
      [
        ...(added.length > 0 ? [t('keysAdded', { count: added.length })] : []),
        ...(removed.length > 0 ? [t('keysRemoved', { count: removed.length })] : []),
      ],
      i18n.language,
    )
}
