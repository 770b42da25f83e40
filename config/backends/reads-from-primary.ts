import { mongodbOptions } from './mongodb-options.js'

/** Whether an address of MongoDB leaves reads with the primary, as they are here whatever it says (docs/storage.md). */
export function readsFromPrimary(uri: string): boolean {
  const given = mongodbOptions(uri)
  const isElsewhere = given.has('readpreferencetags') || given.has('maxstalenessseconds')
  return (given.get('readpreference') ?? 'primary') === 'primary' && !isElsewhere
}
