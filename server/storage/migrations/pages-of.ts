import type { mongo } from 'mongoose'

const BATCH = 200

/** What a collection holds of an old form, in the order of its ids and a bounded page at a time. */
export async function* pagesOf<Kept extends { readonly _id: string }>(
  collection: mongo.Collection<Kept>,
  oldForm: mongo.Filter<Kept>,
  members: readonly (keyof Kept)[],
): AsyncGenerator<readonly Kept[]> {
  const projection = Object.fromEntries(members.map((member) => [member, 1]))
  let after = ''
  for (;;) {
    const page = await collection
      .find({ _id: { $gt: after }, ...oldForm } as mongo.Filter<Kept>)
      .project<Kept>(projection)
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray()
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    after = last._id
  }
}
