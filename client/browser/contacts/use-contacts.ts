import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Contact, Contacts } from '../../core/directory/contact.js'
import { contactsIn } from '../../core/directory/contacts-in.js'
import { useSignedIn } from '../api/signed-in.js'
import { bring, broughtBy } from '../platform/brought.js'

/** The contacts that were brought in for this identity, and what brings them in. */
export function useContacts() {
  const { identity } = useSignedIn()
  const queries = useQueryClient()
  const queryKey = ['contacts', identity.id]
  const kept = useQuery({
    queryKey,
    queryFn: async (): Promise<readonly Contact[]> =>
      Contacts.safeParse(await broughtBy(identity.id, 'contacts')).data ?? [],
  })
  /** Keeps those that have no signed entry on a relay; answers how many that were, and how many were left to it. */
  const bringing = useMutation({
    mutationFn: async (file: File | undefined) => {
      const read = file ? contactsIn(file.name, await file.text()) : []
      const contacts = read.filter(({ authority }) => authority === null)
      await bring(identity.id, 'contacts', contacts)
      return { kept: contacts.length, onRelay: read.length - contacts.length }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  })
  return { kept, bringing }
}
