import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import { fetchedChunk } from '../platform/fetched-chunk.js'

type Lazy = LazyExoticComponent<ComponentType>

/**
 * A screen's component, fetched when somebody asks for it. React keeps a failure for good, so a further attempt has a
 * component of its own; a screen that is there stays the one that it is.
 *
 * @param attempt - names the attempt: the same component comes for the same one, whatever has become of it.
 */
export type ScreenView = (attempt: string) => Lazy

export function screenView(load: () => Promise<ComponentType>): ScreenView {
  let made: { readonly view: Lazy; readonly attempt: string; hasFailed: boolean } | undefined
  return (attempt) => {
    if (made === undefined || (made.hasFailed && made.attempt !== attempt)) {
      const begun = {
        attempt,
        hasFailed: false,
        view: lazy(() =>
          fetchedChunk(load).then(
            (component) => ({ default: component }),
            (error: unknown) => {
              begun.hasFailed = true
              throw error
            },
          ),
        ),
      }
      made = begun
    }
    return made.view
  }
}
