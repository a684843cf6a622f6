/** Tables whose rows refer to one that goes, each before those it refers to; `of` finds them: $1 the region, $2 the ids. */
export type Tree = readonly { readonly table: string; readonly of: string }[]

const within = (column: string, table: string, of: string, key = 'id') =>
  `${column} in (select ${key} from ${table} where region_id = $1 and ${of})`

const ofRequest = 'incident_id = any($2) or booking_id = any($2)'
const ofActivation = within('activation_id', 'activation.activation', `(${ofRequest})`)
const ofPlan = within('plan_id', 'activation.plan', ofActivation)
const ofOffer = within('offer_id', 'activation.offer', ofPlan)

const each = (of: string, ...tables: readonly string[]): Tree => tables.map((table) => ({ table, of }))

/** What hangs on an incident or on a booking. */
export const requestTree: Tree = [
  ...each(within('follow_up_id', 'intervention.follow_up', ofPlan), 'intervention.follow_up_step'),
  ...each(ofPlan, 'intervention.follow_up', 'intervention.briefing', 'intervention.close_out'),
  ...each(ofPlan, 'activation.guest', 'activation.aid_request'),
  ...each(
    ofOffer,
    'activation.acceptance',
    'activation.stand_down',
    'activation.answer_before',
    'activation.answer',
  ),
  ...each(
    ofPlan,
    'activation.offer',
    'activation.wave',
    'activation.seat',
    'activation.allowance',
    'activation.refusal',
    'activation.session_move',
    'activation.approval',
    'activation.plan_end',
  ),
  ...each(ofActivation, 'activation.plan', 'activation.postvention_step', 'activation.watching'),
  ...each(ofActivation, 'activation.stood_aside', 'activation.taking', 'activation.ring', 'activation.alert'),
  ...each(ofActivation, 'activation.outcome', 'activation.agency_contact', 'activation.request'),
  ...each(`(${ofRequest})`, 'activation.activation'),
  ...each('incident_id = any($2)', 'incident.exposed_group', 'incident.further_facts', 'incident.screening'),
  ...each('incident_id = any($2)', 'incident.affected_group'),
]

/** Who was asked, who came, what they said: without them a plan still says how many seats it had. */
export const offerTree: Tree = each(
  'offer_id = any($2)',
  'activation.acceptance',
  'activation.stand_down',
  'activation.answer_before',
  'activation.answer',
)

/** The last moment that anything of a request was, or is planned to be, done. */
export function lastOf(request: 'incident_id' | 'booking_id'): string {
  return `(select max(greatest(a.opened_at, o.decided_at, p.closes_at, s.session_ends_at, e.ended_at, f.due_at))
     from activation.activation a
     left join activation.outcome o on o.region_id = $1 and o.activation_id = a.id
     left join activation.plan p on p.region_id = $1 and p.activation_id = a.id
     left join activation.approval s on s.region_id = $1 and s.plan_id = p.id
     left join activation.plan_end e on e.region_id = $1 and e.plan_id = p.id
     left join intervention.follow_up f on f.region_id = $1 and f.plan_id = p.id
    where a.region_id = $1 and a.${request} = t.id)`
}

/** One row for each month and kind, by the region's own calendar. */
export function countsOf(table: string, request: 'incident_id' | 'booking_id', happened: string): string {
  const teams = `(select count(*) from activation.plan p join activation.approval s on s.region_id = $1 and s.plan_id = p.id
      where p.region_id = $1 and p.activation_id = a.id)`
  const held = `(select count(*) from activation.plan p join intervention.close_out c on c.region_id = $1 and c.plan_id = p.id
      where p.region_id = $1 and p.activation_id = a.id and c.held <> 'not_held')`
  return `select date_trunc('month', t.${happened} at time zone r.time_zone)::date as month, t.kind,
      ${request === 'incident_id' ? 'count(*)' : '0'} as incidents, count(a.id) as requests,
      coalesce(sum(${teams}), 0) as teams, coalesce(sum(${held}), 0) as sessions
    from ${table} t join region.region r on r.region_id = t.region_id
    left join activation.activation a on a.region_id = $1 and a.${request} = t.id
   where t.region_id = $1 and t.id = any($2) group by 1, 2`
}
