import * as z from 'zod/mini'
import { options, type OptionDescription } from './options.ts'

/**
 * JSON schema of the configuration file, for editors: completes keys and values and underlines wrong ones.
 *
 * @returns draft 2020-12
 */
export function configJsonSchema(): object {
  const shape = Object.fromEntries(
    Object.entries<OptionDescription>(options).map(([name, option]) => [
      name,
      z.optional(option.schema),
    ]),
  )
  const schema = z.toJSONSchema(
    z.strictObject({ $schema: z.optional(z.string()), ...shape }),
    { io: 'input' },
  )
  for (const [
    name,
    { description, examples },
  ] of Object.entries<OptionDescription>(options))
    Object.assign(schema.properties?.[name] ?? {}, { description, examples })
  return { ...schema, title: 'Configuration of studydeck' }
}
