import { createHash } from 'node:crypto'
import { z } from 'zod'

const Parameter = z.object({ name: z.string(), in: z.string() }).loose()
const Operation = z
  .object({
    operationId: z.string(),
    summary: z.string(),
    security: z.array(z.unknown()).optional(),
    parameters: z.array(z.unknown()).optional(),
    requestBody: z.unknown().optional(),
    responses: z.record(z.string(), z.unknown()),
  })
  .loose()
const Api = z
  .object({
    info: z.object({ title: z.string(), version: z.string() }).loose(),
    paths: z.record(z.string(), z.record(z.string(), Operation)),
  })
  .loose()
type Operation = z.infer<typeof Operation>

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
code,pre{font-family:ui-monospace,monospace;font-size:.875rem}pre{overflow:auto;padding:.75rem;border:1px solid #8886;border-radius:4px}
summary{cursor:pointer;padding:.4rem 0}.method{display:inline-block;min-width:4rem;font-weight:600}.officer::after{content:" · officer"}`

const HASH = createHash('sha256').update(STYLE).digest('base64')

/** What a browser may do with the page: its own style sheet, and nothing else. */
export const API_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${HASH}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

/**
 * An OpenAPI document as one page for people: every operation with what it takes and answers. No script,
 * nothing from elsewhere.
 *
 * @throws `ZodError` for what is no such document.
 */
export function apiPage(document: unknown): string {
  const { info, paths } = Api.parse(document)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method, path, operation)),
  )
  const title = `${info.title} ${info.version}: API`
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body>
<h1>${escaped(title)}</h1>
<p>The same for machines: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1). What is signed and how it is verified stands in the protocol.</p>
<main>
${operations.join('\n')}
</main>
</body>
</html>
`
}

function section(method: string, path: string, operation: Operation): string {
  const { operationId, summary, security, parameters = [], requestBody, responses } = operation
  const named = parameters.flatMap((one) => Parameter.safeParse(one).data ?? [])
  const blocks = [
    named.length > 0 && block('Parameters', named),
    requestBody !== undefined && block('Request', requestBody),
    block('Answers', responses),
  ].filter((one) => one !== false)
  return `<details id="${escaped(operationId)}"><summary${security === undefined ? '' : ' class="officer"'}><span class="method">${escaped(method.toUpperCase())}</span> <code>${escaped(path)}</code> ${escaped(summary)}</summary>
${blocks.join('\n')}
</details>`
}

const block = (name: string, content: unknown) =>
  `<h3>${name}</h3>\n<pre>${escaped(JSON.stringify(content, undefined, 2))}</pre>`

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one)
