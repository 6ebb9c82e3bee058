// As much of JSON Schema as dais_schema writes; an unknown keyword is an error, so that none is passed over.

export interface Schema {
  $ref?: string
  type?: 'object' | 'array' | 'string' | 'integer' | 'boolean'
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | false
  items?: Schema
  enum?: string[]
  pattern?: string
  format?: string
  description?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minProperties?: number
  maxProperties?: number
  minItems?: number
  maxItems?: number
  anyOf?: Schema[]
}

const known = new Set<string>([
  ...['$ref', 'type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'pattern', 'format'],
  ...['description', 'minLength', 'maxLength', 'minimum', 'maximum', 'minProperties', 'maxProperties', 'minItems', 'maxItems', 'anyOf'],
])

function type_of(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

const outside = (n: number, min = -Infinity, max = Infinity) => n < min || n > max
const step = (key: string | number) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

function of_text(schema: Schema, value: string): boolean {
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) return false
  return !outside([...value].length, schema.minLength, schema.maxLength)
}

/** The JSON Pointers of all that is not as the schema says. */
export function violations(schema: Schema, value: unknown, defs: Record<string, Schema>, at = ''): string[] {
  for (const keyword of Object.keys(schema)) if (!known.has(keyword)) throw new Error(`unknown keyword ${keyword}`)
  if (schema.$ref !== undefined) {
    const target = defs[schema.$ref.replace('#/$defs/', '')]
    if (target === undefined) throw new Error(`nothing at ${schema.$ref}`)
    return violations(target, value, defs, at)
  }
  if (schema.anyOf !== undefined) {
    if (schema.anyOf.some((one) => violations(one, value, defs, at).length === 0)) return []
    const meant = schema.anyOf.find((one) => one.type === type_of(value))
    return meant === undefined ? [at] : violations(meant, value, defs, at)
  }
  if (schema.type !== undefined && type_of(value) !== schema.type) return [at]
  if (typeof value === 'string') return of_text(schema, value) ? [] : [at]
  if (typeof value === 'number') return outside(value, schema.minimum, schema.maximum) ? [at] : []
  if (Array.isArray(value)) {
    const { items = {} } = schema
    const long = outside(value.length, schema.minItems, schema.maxItems) ? [at] : []
    return [...long, ...value.flatMap((each, i) => violations(items, each, defs, at + step(i)))]
  }
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const missing = (schema.required ?? []).filter((key) => !(key in value)).map((key) => at + step(key))
  const sized = outside(entries.length, schema.minProperties, schema.maxProperties) ? [at] : []
  const below = entries.flatMap(([key, each]) => {
    const sub = schema.properties?.[key] ?? schema.additionalProperties
    return sub === false ? [at + step(key)] : sub === undefined ? [] : violations(sub, each, defs, at + step(key))
  })
  return [...missing, ...sized, ...below]
}
