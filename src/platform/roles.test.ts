import { describe, expect, it } from 'vitest'
import { judgeRoles, type PoolRoles, type Standing } from './roles.ts'

const role = (name: string, more: Partial<Standing> = {}): Standing => ({
  name,
  superuser: false,
  bypasses: false,
  owner: false,
  lookup: false,
  keeper: false,
  ...more,
})
const pool = (session: Standing, effective = role('tailboard_app')): PoolRoles => ({
  wanted: 'tailboard_app',
  login: session.name,
  found: { session, effective },
})
const itself = (more: Partial<Standing>) => pool(role('tailboard_app', more), role('tailboard_app', more))

describe('roles and the walls between regions', () => {
  it.each([
    ['a login that owns nothing', 'two', pool(role('peers')), null, null],
    ['a login that owns nothing', 'one', pool(role('peers')), null, null],
    ['the role itself, in our own cluster', 'own', itself({}), null, null],
    [
      'a superuser beside an administrator',
      'two',
      pool(role('root', { superuser: true })),
      'is a superuser',
      null,
    ],
    ['a superuser for everything', 'one', pool(role('root', { superuser: true })), null, 'is a superuser'],
    ['BYPASSRLS beside an administrator', 'two', pool(role('a', { bypasses: true })), 'has BYPASSRLS', null],
    ['BYPASSRLS for everything', 'one', pool(role('a', { bypasses: true })), null, 'has BYPASSRLS'],
    ['an owner beside an administrator', 'two', pool(role('a', { owner: true })), 'owns tables', null],
    ['an owner for everything', 'one', pool(role('a', { owner: true })), null, 'owns tables'],
    ['a reader across regions', 'two', pool(role('a', { lookup: true })), 'tailboard_lookup', null],
    ['a writer of the audit trail', 'two', pool(role('a', { keeper: true })), 'tailboard_audit', null],
    [
      'our role as superuser',
      'own',
      itself({ superuser: true }),
      'ALTER ROLE tailboard_app NOSUPERUSER',
      null,
    ],
    [
      'our role as superuser',
      'one',
      itself({ superuser: true }),
      'ALTER ROLE tailboard_app NOSUPERUSER',
      null,
    ],
    ['our role as owner', 'two', itself({ owner: true }), 'REASSIGN OWNED BY tailboard_app', null],
    [
      'another role',
      'one',
      pool(role('peers'), role('peers')),
      'works as peers instead of tailboard_app',
      null,
    ],
    [
      'no membership',
      'two',
      { wanted: 'tailboard_auth', login: 'Peer s', found: null },
      'GRANT tailboard_app, tailboard_auth, tailboard_worker, tailboard_support TO "Peer s";',
      null,
    ],
  ] as const)('%s (%s)', (_what, mode, found, refused, weak) => {
    const verdict = judgeRoles([found], mode)
    expect(verdict.refused).toHaveLength(refused === null ? 0 : 1)
    expect(verdict.refused.join()).toContain(refused ?? '')
    expect(verdict.weak).toHaveLength(weak === null ? 0 : 1)
    expect(verdict.weak.join()).toContain(weak ?? '')
  })

  it('says the same thing about three pools once', () => {
    const root = pool(role('root', { superuser: true }))
    expect(judgeRoles([root, root, root], 'two').refused).toHaveLength(1)
  })
})
