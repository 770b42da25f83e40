import { type RequestHandler, Router } from 'express'

/** A file as it is served: see server/web-client.ts. */
type File = {
  readonly type: string
  readonly isImmutable: boolean
  read(): Promise<Content>
}
type Content = {
  readonly etag: string
  readonly octets: Readonly<Record<'identity' | 'gzip' | 'br', Uint8Array | undefined>>
}
export type Site = {
  readonly files: ReadonlyMap<string, File>
  /** What the page is told of the relay that serves it. */
  readonly relay: { readonly id: string; readonly origin: string }
  /** Identities that anybody may take, of an example deployment only; read anew for each request. */
  readonly example: (() => Promise<unknown>) | undefined
}

/**
 * Serves the web client: the page at `/`, its assets, and `/site.json`, by which it knows its relay.
 * Nothing of a request becomes a path of the disk.
 */
export function webClient({ files, relay, example }: Site): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const policy = pagePolicy(relay.origin)
  const serveFile: RequestHandler = async (request, response, next) => {
    const file = files.get(request.path)
    if (file === undefined) {
      next()
      return
    }
    response.locals['route'] = request.path === '/' ? '/' : '/assets'
    const { etag, octets } = await file.read()
    response.set({
      'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': policy,
      'content-type': file.type,
      etag,
      'permissions-policy': PERMISSIONS,
      vary: 'accept-encoding',
    })
    if (request.get('if-none-match') === etag) {
      response.status(304).end()
      return
    }
    const encoding = chosenEncoding(octets, request.acceptsEncodings())
    if (encoding !== 'identity') response.set('content-encoding', encoding)
    response.end(octets[encoding])
  }
  router.get('/site.json', (_request, response) => {
    response.locals['route'] = '/site.json'
    response
      .set('cache-control', 'no-cache')
      .json({ relay: relay.id, origin: relay.origin, example: example !== undefined })
  })
  if (example !== undefined) {
    router.get('/example/identities.json', async (_request, response) => {
      response.locals['route'] = '/example/identities.json'
      response.set('cache-control', 'no-store').json(await example())
    })
  }
  return router.get(/^\//, serveFile)
}

function chosenEncoding(
  octets: Content['octets'],
  accepted: readonly string[],
): 'identity' | 'gzip' | 'br' {
  if (octets.br !== undefined && accepted.includes('br')) return 'br'
  return octets.gzip !== undefined && accepted.includes('gzip') ? 'gzip' : 'identity'
}

/**
 * Security keys are for this page alone (WebAuthn, by whoever binds what their browser keeps to one); what it never
 * asks for is for none.
 */
const PERMISSIONS = [
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  ...['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ')

/**
 * What the page may do: run its own scripts and WebAssembly (Argon2id and SHA-256), show its own styles,
 * talk to its own relay. No inline script, no inline style, no other origin, no frame around it; texts
 * become markup or scripts nowhere (Trusted Types).
 */
function pagePolicy(origin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    // Older browsers do not count the socket of the same host as 'self'.
    `connect-src 'self' ${origin.replace(/^http/, 'ws')}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types rogatory',
  ].join('; ')
}
