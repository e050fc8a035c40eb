import { expect, test } from 'vitest'
import { isPrivateGroup } from '../../src/print/private-group.ts'

const users =
  'root:x:0:0:root:/root:/bin/sh\nada:x:1000:1000::/home/ada:/bin/sh\n'

test.each([
  ['with no other member', true, users, 'ada:x:1000:\n'],
  ['that names its user', true, users, 'ada:x:1000:ada\n'],
  ['with another member', false, users, 'ada:x:1000:bob\n'],
  ['with two members', false, users, 'ada:x:1000:ada,bob\n'],
  [
    'that is the first one of another user, too',
    false,
    `${users}bob:x:1001:1000::/:/bin/sh\n`,
    'ada:x:1000:\n',
  ],
  ['of two names', false, users, 'ada:x:1000:\nall:x:1000:bob\n'],
  ['that no file has', false, users, 'root:x:0:\n'],
  ['of a user whom no file has', false, '', 'ada:x:1000:\n'],
  [
    'that its user was put into, as programs may run with it',
    false,
    'ada:x:1000:100::/:/bin/sh\n',
    'ada:x:1000:ada\n',
  ],
])('a group %s is private: %s', (_, expected, list, groups) => {
  expect(isPrivateGroup(1000, 1000, { users: list, groups })).toBe(expected)
})
