import { ClientError } from '../../core/client-error.js'

/** What the browser keeps of Rogatory, each under keys that begin with the identity it belongs to. */
const STORES = [
  'identities',
  'keys',
  'opened',
  'authorities',
  'told',
  'logs',
  'breaches',
  'outgoing',
  'positions',
  'enrolments',
  'search',
  'brought',
] as const
/** Counts up with each store that is added. */
const VERSION = 4
type StoreName = (typeof STORES)[number]
type Key = string | readonly string[]

export type Database = Awaited<ReturnType<typeof openDatabase>>

/**
 * The browser's own database of this origin. A write has reached the disk when it resolves: what is
 * remembered of a log must outlive the machine's next minute.
 */
export async function openDatabase(name = 'rogatory') {
  const database = await opened(name)
  const writing = (store: StoreName) =>
    database.transaction(store, 'readwrite', { durability: 'strict' })

  return {
    async get(store: StoreName, key: Key): Promise<unknown> {
      return answered(
        database
          .transaction(store)
          .objectStore(store)
          .get(key as IDBValidKey),
      )
    },

    /** Values, by the order of their keys, of all that begin with `prefix`. */
    async all(store: StoreName, prefix: readonly string[] = []): Promise<readonly unknown[]> {
      return answered(database.transaction(store).objectStore(store).getAll(beginning(prefix)))
    },

    async put(store: StoreName, key: Key, value: unknown): Promise<void> {
      const transaction = writing(store)
      transaction.objectStore(store).put(value, key as IDBValidKey)
      return done(transaction)
    },

    /** Reads and writes without anybody between; what `next` answers is kept, undefined keeps what is there. */
    async change(
      store: StoreName,
      key: Key,
      next: (before: unknown) => unknown,
    ): Promise<'changed' | 'kept'> {
      const transaction = writing(store)
      const kept = transaction.objectStore(store)
      const before: unknown = await answered(kept.get(key as IDBValidKey))
      const after = next(before)
      if (after !== undefined) kept.put(after, key as IDBValidKey)
      await done(transaction)
      return after === undefined ? 'kept' : 'changed'
    },

    async remove(store: StoreName, key: Key): Promise<void> {
      const transaction = writing(store)
      transaction.objectStore(store).delete(key as IDBValidKey)
      return done(transaction)
    },

    /** All that begins with `prefix`. */
    async clear(store: StoreName, prefix: readonly string[]): Promise<void> {
      const transaction = writing(store)
      transaction.objectStore(store).delete(beginning(prefix))
      return done(transaction)
    },

    close: () => database.close(),
  }
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION)
    request.onupgradeneeded = () => {
      const { objectStoreNames } = request.result
      for (const store of STORES) {
        if (!objectStoreNames.contains(store)) request.result.createObjectStore(store)
      }
    }
    request.onsuccess = () => {
      // Another tab with a newer version must not wait for this one.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(failureOf(request.error))
    request.onblocked = () => reject(failureOf(null))
  })
}

/** Arrays sort after all strings: an empty one is above every key with that prefix. */
const beginning = (prefix: readonly string[]) =>
  prefix.length === 0 ? IDBKeyRange.lowerBound('') : IDBKeyRange.bound(prefix, [...prefix, []])

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(failureOf(request.error))
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(failureOf(transaction.error))
  })
}

const failureOf = (cause: DOMException | null) =>
  new ClientError(
    'file-unwritable',
    'the browser’s storage does not answer',
    'Free some space, end private browsing, close other tabs of this page, then load it again.',
    { cause },
  )
