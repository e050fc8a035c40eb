import { readFileSync } from 'node:fs'
import { getuid } from 'node:process'

/** The system's lists of users and groups, as text. */
export interface Accounts {
  readonly users: string
  readonly groups: string
}

/**
 * Whether a group is a user's own one, in which is nobody else. Distributions give each user one and let it write to what
 * the user makes (umask 002), which lets nobody else in.
 *
 * A group that the system's files do not have, such as one of a directory service, may have any members: it is not.
 *
 * @param gid number of the group
 * @param uid number of the user
 * @see https://wiki.debian.org/UserPrivateGroups
 */
export function isPrivateGroup(
  gid: number,
  uid: number | undefined = getuid?.(),
  { users, groups }: Accounts = systemAccounts(),
): boolean {
  const people = rowsOf(users).map(([name, , user, group]) => ({
    name,
    uid: Number(user),
    gid: Number(group),
  }))
  const us = people.find((one) => one.uid === uid)
  const found = rowsOf(groups).filter(([, , number]) => Number(number) === gid)
  const members = found.flatMap(([, , , names = '']) =>
    names.split(',').filter((name) => name !== ''),
  )
  return (
    us?.gid === gid &&
    found.length === 1 &&
    members.every((name) => name === us.name) &&
    people.every((one) => one.gid !== gid || one.uid === uid)
  )
}

/** @see https://man7.org/linux/man-pages/man5/passwd.5.html */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(':'))
}

function systemAccounts(): Accounts {
  return {
    users: readFileSync('/etc/passwd', 'utf8'),
    groups: readFileSync('/etc/group', 'utf8'),
  }
}
