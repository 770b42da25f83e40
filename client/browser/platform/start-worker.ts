type ScriptPolicy = { createScriptURL(url: string): string }
type Factory = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy
}

let policy: ScriptPolicy | undefined

/** Starts a module worker from an asset of ours: the page's policy takes no address that was not looked at. */
export function startWorker(address: string): Worker {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Factory }
  policy ??= trustedTypes?.createPolicy('rogatory', { createScriptURL: own })
  return new Worker(policy?.createScriptURL(address) ?? own(address), { type: 'module' })
}

function own(address: string): string {
  const url = new URL(address, location.href)
  if (url.origin === location.origin && url.pathname.startsWith('/assets/')) return url.href
  throw new TypeError('a worker is an asset of this page')
}
