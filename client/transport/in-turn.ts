/**
 * Does work for one thing after the other, in the order in which they come, however long each takes.
 * After a failure nothing more is done.
 */
export function inTurn<T>(
  work: (thing: T) => Promise<void>,
  onFailure: (error: unknown) => void,
): (thing: T) => void {
  let last = Promise.resolve()
  let failed = false
  return (thing) => {
    last = last.then(async () => {
      if (failed) return
      try {
        await work(thing)
      } catch (error) {
        failed = true
        onFailure(error)
      }
    })
  }
}
