const member = 'the record of who was fit to be sent; a member’s file stays with the region'
const law = 'what the region decided, and under which law it worked'
const account = 'as long as the account'

/** Tables that no rule empties, each with the reason. */
export const stays: Readonly<Record<string, string>> = {
  'region.region': law,
  'region.policy': law,
  'region.agency': law,
  'roster.state_law': law,
  'roster.drill_schedule': law,
  'roster.member': member,
  'roster.credential': member,
  'roster.agreement': member,
  'roster.designation': member,
  'roster.designation_end': member,
  'roster.selection': member,
  'roster.deselection': member,
  'roster.suspension': member,
  'roster.reinstatement': member,
  'roster.clearance': member,
  'roster.details_confirmation': member,
  'roster.contact_change': member,
  'roster.contact_verification': member,
  'roster.heard_from': 'one moment for each person, written over',
  'roster.calendar_feed': account,
  'messaging.reach': account,
  'identity.grant': account,
  'auth.user': account,
  'auth.account': account,
  'intervention.referral': 'listings, of nobody who was sent there',
  'intervention.referral_vetting': 'listings, of nobody who was sent there',
  'retention.hold': 'that something was kept, and why',
  'retention.past_request': 'counts, of nobody',
  'tailboard.heartbeat': 'one row, written over',
  'tailboard.upkeep': 'one row for each work, written over',
  'tailboard.worker_process': 'goes with its process',
}
