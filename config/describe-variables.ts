import { z } from 'zod'
import { environment } from './schema.js'

/** One row of `docs/configuration.md`. */
export interface VariableDescription {
  readonly name: string
  /** What holds when it is not set; undefined when it must be set. */
  readonly fallback: string | undefined
  readonly meaning: string
}

/** Every variable with its default and its meaning, in the order of the schema. */
export function describeVariables(): VariableDescription[] {
  const { properties = {} } = z.toJSONSchema(environment, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, property]) => {
    const { default: fallback, description } = property as {
      default?: unknown
      description?: string
    }
    return {
      name,
      fallback: fallback === undefined ? undefined : shown(fallback),
      meaning: description ?? '',
    }
  })
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
