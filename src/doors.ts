import { type Need, publicPermissions, teamPermissions } from './permissions.ts'

/** How many knocks at one door are usual, from one caller or under one token, in a stretch of minutes. */
export type DoorRule = {
  /** Routes with the same name are counted together. */
  readonly door: string
  readonly knocks: number
  readonly minutes: number
  /** `all`, or only requests that were answered like this: wrong codes, tokens that open nothing. */
  readonly counts: 'all' | readonly number[]
  readonly by: 'caller' | 'token'
  /**
   * What is right is answered however many wrong tries came before: nobody guesses a token, and whoever shares a
   * connection with somebody who tries must still be able to answer an offer or to object.
   */
  readonly rightIsServed?: true
}
export type Doors = Readonly<Record<string, readonly DoorRule[]>>

const rule = (
  door: string,
  knocks: number,
  minutes: number,
  counts: DoorRule['counts'],
  by: DoorRule['by'] = 'caller',
): DoorRule => ({ door, knocks, minutes, counts, by })

/** Wrong tokens: more than mistyped and worn-out links of a whole station on one connection (assumed, as all below). */
const links: DoorRule = { ...rule('links', 60, 15, [404]), rightIsServed: true }
const codes = rule('codes', 20, 15, [400])

const linksOf = (table: Readonly<Record<string, Need>>): Doors =>
  Object.fromEntries(
    Object.entries(table)
      .filter(([, need]) => need === 'link')
      .map(([route]) => [route, [links]]),
  )

/** Of the public host. A request for a team is never refused: it rings with others instead (activation). */
export const publicDoors: Doors = {
  ...linksOf(publicPermissions),
  'POST /:region/booking': [rule('booking', 20, 60, 'all')],
  // Each may send a mail; a class of recruits that enrols from one room takes turns (assumed).
  'POST /:region/courses/:course/enrolment': [rule('enrolment', 20, 60, 'all')],
}

/** Of the team's. Beside these a mailbox has its own count, and every code its own tries. */
export const teamDoors: Doors = {
  ...linksOf(teamPermissions),
  'POST /sign-in': [rule('sign-in', 30, 15, 'all')],
  'POST /sign-in/code': [codes],
  'POST /sign-in/link/:token': [{ ...links, counts: [400, 404] }],
  'POST /sign-in/passkey': [rule('passkeys', 20, 15, [400])],
  'POST /sign-in/passkey/challenge': [rule('challenges', 60, 15, 'all')],
  'POST /account/proof': [codes],
  'POST /account/proof/challenge': [rule('challenges', 60, 15, 'all')],
  'POST /account/passkeys/challenge': [rule('challenges', 60, 15, 'all')],
  'POST /account/app/code': [codes],
  'POST /:region/me/reach/code': [codes],
  'POST /:region/learning/courses/:course': [codes],
  'POST /set-up': [{ ...links, counts: [400] }],
  'POST /:region/recoveries': [rule('recoveries', 10, 60, [303, 400, 409])],
  // Calendars of many people are fetched by few machines, so each that is there is counted by its own token.
  'GET /calendar/:file{[^/]+\\.ics}': [rule('feeds', 60, 1, [404]), rule('feed', 60, 1, [200], 'token')],
}
