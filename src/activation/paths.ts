import type { ActivationId, AidRequestId, IncidentId, PlanId } from '../platform/ids.ts'
import type { Path } from '../ui/path.ts'

const path = (text: string) => text as Path

/** Every address this module answers to. */
export const activationPaths = {
  /** Shown by `desk`. */
  today: (region: string) => path(`/${region}/today`),
  request: (region: string) => path(`/${region}/request`),
  requestStatus: (region: string, token: string) => path(`/${region}/request/${token}`),
  /** The checklist of one session, for whoever asked: no sign-in. */
  requestChecklist: (region: string, token: string, plan: PlanId) =>
    path(`/${region}/request/${token}/checklist/${plan}`),
  booking: (region: string) => path(`/${region}/booking`),
  bookingStatus: (region: string, token: string) => path(`/${region}/booking/${token}`),
  newBooking: (region: string) => path(`/${region}/bookings/new`),
  taking: (region: string, id: ActivationId) => path(`/${region}/activations/${id}/taking`),
  handingOn: (region: string, id: ActivationId) => path(`/${region}/activations/${id}/handing-on`),
  spokenAnswer: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/spoken-answer`),
  newRequest: (region: string) => path(`/${region}/requests/new`),
  activations: (region: string) => path(`/${region}/activations`),
  activation: (region: string, id: ActivationId) => path(`/${region}/activations/${id}`),
  further: (region: string, id: ActivationId) => path(`/${region}/activations/${id}/what-the-agency-told`),
  postvention: (region: string, id: ActivationId) => path(`/${region}/activations/${id}/postvention`),
  contact: (region: string, id: ActivationId) => path(`/${region}/activations/${id}/contact`),
  outcome: (region: string, id: ActivationId) => path(`/${region}/activations/${id}/outcome`),
  approval: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/approval`),
  refusal: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/refusal`),
  move: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/session`),
  askMore: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/more`),
  askByName: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/by-name`),
  whoCould: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/who-could-come`),
  allowance: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/allowance`),
  askNeighbour: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/neighbour`),
  guest: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/guest`),
  guestLeaves: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/guest-leaves`),
  /** A neighbour's request, as the team that is asked sees it. */
  aid: (region: string, id: AidRequestId) => path(`/${region}/mutual-aid/${id}`),
  planStandDown: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/stand-down`),
  /** The intervention module's, like the close-out. */
  briefing: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/briefing`),
  followUps: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/follow-ups`),
  live: (region: string, id: ActivationId, drawn: string) =>
    path(`/${region}/activations/${id}/live?${new URLSearchParams({ drawn })}`),
  closeOut: (region: string, id: ActivationId, plan: PlanId) =>
    path(`/${region}/activations/${id}/plans/${plan}/close-out`),
  confirmation: (region: string, incident: IncidentId) => path(`/${region}/incidents/${incident}/activation`),
  adviceOnly: (region: string, incident: IncidentId) => path(`/${region}/incidents/${incident}/advice-only`),
  /** Where whoever is signed in begins, and everybody else signs in. */
  start: () => path('/'),
  offer: (token: string) => path(`/offers/${token}`),
  /** What became of an answer: a page that may be loaded again. */
  answered: (token: string) => path(`/offers/${token}/answered`),
  /** As a text has room for it; leads to the whole link. */
  shortOffer: (code: string) => path(`/o/${code}`),
  release: (token: string) => path(`/offers/${token}/release`),
  withdrawal: (token: string) => path(`/offers/${token}/withdrawal`),
} as const
