import type { Actor, Role } from '../platform/actor.ts'
import { type Area, roleTable } from './roles.ts'

/** Whether any role of this actor allows it, as the table of roles says. */
export function may(actor: Actor, act: 'see', area: Area): boolean
export function may(actor: Actor, act: 'invite', role: Role): boolean
export function may(actor: Actor, ...[act, what]: ['see', Area] | ['invite', Role]): boolean {
  // The command line brings people in; it has no pages to see.
  if (actor.kind === 'system') return act === 'invite'
  if (actor.kind !== 'account') return false
  return actor.roles.some((role) => {
    const row = roleTable[role]
    return act === 'see' ? row.sees.includes(what) : row.invites.includes(what)
  })
}
