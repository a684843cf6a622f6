import { countsOf, lastOf, offerTree, requestTree } from './requestTree.ts'
import type { Removal, Rule } from './rule.ts'

const contract = 'SECURITY.md'
const at = (table: string, moment: string): Removal => ({ table, moment })

const endOf = (plan: string) =>
  `(select e.ended_at from activation.plan_end e where e.region_id = $1 and e.plan_id = ${plan})`

const overFrom = (enrolment: string) => `training.over_from($1, ${enrolment})`

/** Everything that is not kept for good. Counsel confirms the times before a region relies on them. */
export const rules: readonly Rule[] = [
  {
    name: 'requests',
    what: 'incidents, requests, bookings and all that was done about them',
    keep: { years: 3 },
    since: 'the last thing done or planned about it',
    leaves: 'counts',
    held: true,
    source: contract,
    removals: [
      {
        table: 'incident.critical_incident',
        moment: `greatest(t.recorded_at, ${lastOf('incident_id')})`,
        first: requestTree,
        counted: countsOf('incident.critical_incident', 'incident_id', 'occurred_at'),
      },
      {
        table: 'activation.booking',
        moment: `greatest(t.wished_at, ${lastOf('booking_id')})`,
        first: requestTree,
        counted: countsOf('activation.booking', 'booking_id', 'wished_at'),
      },
    ],
  },
  {
    name: 'offers',
    what: 'who was asked, what they answered, who came, guests of a neighbouring team',
    keep: { years: 1 },
    since: 'the end of the plan',
    leaves: 'nothing',
    held: true,
    source: contract,
    removals: [
      { table: 'activation.offer', moment: endOf('t.plan_id'), first: offerTree },
      at('activation.guest', endOf('t.plan_id')),
      at(
        'activation.aid_answer',
        `greatest(t.answered_at, (select upper(c.during) from roster.commitment c
           where c.region_id = $1 and c.id = t.commitment_id))`,
      ),
    ],
  },
  {
    name: 'availability',
    what: 'shifts, leave, times away and times bound, stand-ins',
    keep: { years: 1 },
    since: 'its end',
    leaves: 'nothing',
    held: true,
    source: contract,
    removals: [
      at('roster.on_call_shift', 't.ends_at'),
      at('roster.coordinator_shift', 't.ends_at'),
      at('roster.unavailability', 't.ends_at'),
      at('roster.leave_of_absence', `t.ends_on::timestamp at time zone 'UTC'`),
      at('roster.commitment', 'upper(t.during)'),
      {
        table: 'roster.stand_in_request',
        moment: 't.ends_at',
        first: [{ table: 'roster.stand_in_end', of: 'request_id = any($2)' }],
      },
    ],
  },
  {
    name: 'drills',
    what: 'drills and who answered them',
    keep: { years: 1 },
    since: 'its end',
    leaves: 'nothing',
    held: true,
    source: 'they say who could be reached, as offers do',
    removals: [
      {
        table: 'roster.drill',
        moment: 't.due_at',
        first: [{ table: 'roster.drill_line', of: 'drill_id = any($2)' }],
      },
    ],
  },
  {
    name: 'messages',
    what: 'that a message was sent and arrived; its text was never kept',
    keep: { years: 1 },
    since: 'sending',
    leaves: 'nothing',
    held: true,
    source: 'they belong to offers',
    removals: [at('messaging.attempt', 't.started_at'), at('messaging.text_stop', 't.resumed_at')],
  },
  {
    name: 'hand-over notes',
    what: 'what one coordinator leaves the next',
    keep: { days: 14 },
    since: 'writing',
    leaves: 'nothing',
    held: true,
    source: 'the page says a fortnight',
    removals: [at('roster.hand_over_note', 't.written_at')],
  },
  {
    name: 'own load',
    what: 'how heavy a day was for somebody',
    keep: { days: 90 },
    since: 'the day',
    leaves: 'nothing',
    held: false,
    source: 'the page says ninety days, and nobody but its owner reads it',
    removals: [at('roster.own_load', `t.noted_on::timestamp at time zone 'UTC'`)],
  },
  {
    name: 'proofs and devices',
    what: 'codes sent to a phone, texts seen to, devices that ended, invitations used or run out',
    keep: { days: 30 },
    since: 'its end',
    leaves: 'nothing',
    held: false,
    source: 'long enough to look into a complaint',
    removals: [
      at('messaging.phone_proof', 'coalesce(t.ended_at, t.asked_at)'),
      at('messaging.text_seen', 't.seen_at'),
      at('messaging.push_subscription', 't.ended_at'),
      at('identity.invitation', 'coalesce(t.used_at, t.expires_at)'),
    ],
  },
  {
    name: 'places in courses',
    what: 'who was named to a course, or asked for it, and never signed in',
    keep: { days: 90 },
    since: 'asking',
    leaves: 'nothing',
    held: false,
    source: 'long enough to come back to a mail that lay',
    removals: [at('training.invited', 't.asked_at')],
  },
  {
    name: 'answers in courses',
    what: 'single answers to checks and tests, the way through a talk; that a test was taken, when, and its mark stay',
    keep: { days: 90 },
    since: 'the end of the enrolment, or the day itself where it was later',
    leaves: 'nothing',
    held: false,
    source: 'they are there to learn from, and nobody but their owner reads them',
    removals: [
      // Whoever finished may go on practising: what they did since then is as old as its own day.
      at('training.check_answer', `greatest(${overFrom('t.enrolment_id')}, t.answered_at)`),
      at('training.practice_way', `greatest(${overFrom('t.enrolment_id')}, t.walked_at)`),
      at(
        'training.attempt_answer',
        overFrom(
          '(select a.enrolment_id from training.attempt a where a.region_id = $1 and a.id = t.attempt_id)',
        ),
      ),
    ],
  },
  {
    name: 'doors',
    what: 'counts at doors without sign-in, who looked at a board',
    keep: { days: 1 },
    since: 'then',
    leaves: 'nothing',
    held: false,
    source: 'the key that made them comparable is gone by then',
    removals: [at('tailboard.door_knock', 't.window_from'), at('activation.watching', 't.seen_at')],
  },
  {
    name: 'sign-ins',
    what: 'sessions and sign-ins that are over',
    keep: { days: 1 },
    since: 'its end',
    leaves: 'nothing',
    held: false,
    source: 'mailboxes are counted for a day',
    removals: [
      { table: 'auth.session', moment: 't."expiresAt"', everywhere: true },
      { table: 'auth.verification', moment: 't."expiresAt"', everywhere: true },
      { table: 'auth.sign_in', moment: 't.asked_at', everywhere: true },
    ],
  },
  {
    name: 'audit trail',
    what: 'entries of the audit trail, from the oldest on, so that the chain still holds; an entry says so',
    keep: { years: 7 },
    since: 'then',
    leaves: 'nothing',
    held: true,
    source: contract,
    removals: [{ table: 'audit.entry', moment: 't.at', trail: true }],
  },
  {
    name: 'conversations',
    what: 'there are none yet',
    keep: { days: 14 },
    since: 'the last message',
    leaves: 'nothing',
    held: false,
    source: `${contract}; a hold never stops it`,
    removals: [],
  },
]
