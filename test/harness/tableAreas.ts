import type { Area } from '../../src/identity/index.ts'

/**
 * Through which areas the words that people wrote into a table are shown, if through any. Somebody whose roles open
 * none of them sees nothing of the table on any page.
 */
export const tableAreas: Readonly<Record<string, readonly Area[]>> = {
  'activation.approval': ['requests', 'activations', 'own_sessions'],
  // Whoever sits on the team reads whom to ring.
  'activation.request': ['requests', 'activations', 'own_sessions'],
  'incident.critical_incident': ['requests', 'activations', 'own_sessions'],
  'intervention.briefing': ['activations', 'own_sessions'],
  'intervention.referral': ['guides'],
  // One's own number, until it is proven.
  'messaging.phone_proof': ['own_day'],
  // A contact reads their own; members choose, agency by agency, what they are asked for.
  'region.agency': ['roster', 'own_sessions', 'requests', 'own_requests', 'own_offers'],
  'region.agency of somebody else': ['roster', 'own_sessions', 'requests', 'own_offers'],
  // The region's own name and number stand on every page.
  'region.region': ['own_day'],
  // Everybody reads their own papers, and who sits beside them on a team.
  'roster.credential': ['roster', 'records', 'own_offers'],
  'roster.hand_over_note': ['duty'],
  'roster.member': ['roster', 'records', 'activations', 'own_offers'],
  'roster.member of somebody else': ['roster', 'records'],
  // What a peer shows of themselves; whoever looks for one reads it without any role.
  'support.peer': ['own_conversations'],
  // Whoever learns reads which text asks it of them.
  'roster.state_law': ['roster', 'policy', 'own_offers', 'own_learning'],
  // Everybody reads their own; whoever keeps training, everybody's.
  'training.certificate': ['own_learning', 'training'],
  'training.certificate of somebody else': ['training'],
  'training.enrolment': ['training'],
  'training.learner': ['training'],
  // Its name and the half that anybody may have; the other half is sealed.
  'training.issuer_key': ['settings'],
}
