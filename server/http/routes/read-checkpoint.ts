import { endpoints } from '../../contract/endpoints.js'
import type { StoredCheckpoint } from '../../domain/log/ports.js'
import { type Route, routeOf } from '../serve.js'

/** The newest checkpoint, its exact octets (C2SP tlog-tiles): never from a cache, it is news. */
export const readCheckpointRoute =
  (readCheckpoint: () => Promise<StoredCheckpoint>): Route =>
  () =>
    routeOf(endpoints.readCheckpoint, async (_request, response) => {
      const { note } = await readCheckpoint()
      response.set({ 'cache-control': 'no-cache' }).type('text/plain; charset=utf-8').send(note)
    })
