import type { Tracer } from './tracer.js'

/**
 * Ports whose every call that takes time is a span, `packages.find`; as they are without a tracer. Arguments
 * are not looked at.
 *
 * @param service - whose ports they are: `mongodb`, `blobs`.
 * @param within - the name in front of the method.
 */
export function tracedPort<T extends object>(
  tracer: Tracer | undefined,
  service: string,
  within: string,
  port: T,
): T {
  if (tracer === undefined) return port
  return new Proxy(port, {
    get(target, method, receiver) {
      const call: unknown = Reflect.get(target, method, receiver)
      if (typeof call !== 'function' || typeof method === 'symbol') return call
      return (...args: unknown[]) => {
        const span = tracer.begin(`${within}.${method}`, 'client', { 'peer.service': service })
        const result = span.within((): unknown => Reflect.apply(call, target, args))
        if (!(result instanceof Promise)) return result
        void result.then(
          () => span.end(),
          () => span.end({ 'error.type': 'failed' }),
        )
        return result
      }
    },
  })
}

/** The same of everything that a set of ports holds. */
export function tracedPorts<T extends object>(
  tracer: Tracer | undefined,
  service: string,
  ports: T,
): T {
  if (tracer === undefined) return ports
  const traced = Object.entries(ports).map(([name, port]: [string, unknown]) => [
    name,
    typeof port === 'object' && port !== null ? tracedPort(tracer, service, name, port) : port,
  ])
  return Object.fromEntries(traced) as T
}
