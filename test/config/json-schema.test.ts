import { expect, test } from 'vitest'
import { configJsonSchema } from '../../src/config/json-schema.ts'

test('the shipped JSON schema is up to date (`npx vitest run test/config/json-schema.test.ts -u` writes it)', async () => {
  await expect(
    `${JSON.stringify(configJsonSchema(), null, 2)}\n`,
  ).toMatchFileSnapshot('../../schema/studydeck.config.schema.json')
})
