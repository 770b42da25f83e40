/**
 * Loaded before a process of the product: what time it is there is wrong by as much as the process that started
 * it says. Timers go on as they do: they rest on another clock, which nobody sets.
 */
let shift = 0
const right = Date.now
Date.now = () => right() + shift
globalThis.Date = new Proxy(Date, {
  construct: (real, given, as) =>
    Reflect.construct(real, given.length === 0 ? [real.now()] : given, as),
})
process.on('message', ({ shiftMs }) => {
  shift = shiftMs
})
process.channel?.unref()
