import { isPhone } from '../platform/phone.ts'
import { hasUnseen } from '../platform/unseen.ts'
import type { Region } from './agency.ts'
import { states, timeZones } from './states.ts'

export const newRegionFields = ['name', 'slug', 'state', 'timeZone', 'teamPhone'] as const
export type NewRegionField = (typeof newRegionFields)[number]
export type NewRegionCode =
  | 'name_missing'
  | 'slug_malformed'
  | 'slug_reserved'
  | 'slug_taken'
  | 'state_missing'
  | 'zone_missing'
  | 'phone_malformed'
export type NewRegionFault = { readonly field: NewRegionField; readonly code: NewRegionCode }

type Typed = Readonly<Partial<Record<string, string>>>
type Read =
  | { readonly ok: true; readonly region: Omit<Region, 'id'> }
  | { readonly ok: false; readonly faults: readonly NewRegionFault[] }

/** First parts of an address that belong to pages outside any region, today's and those to come. */
export const reservedSlugs: readonly string[] = [
  'about',
  'account',
  'api',
  'assets',
  'calendar',
  'certificates',
  'courses',
  'crises',
  'demonstration',
  'dev',
  'healthz',
  'help',
  'invitations',
  'offers',
  'reached',
  'regions',
  'set-up',
  'sign-in',
  'sign-out',
  'stories',
  'support',
]

/** A region as its form tells it. `taken` are the short names of the regions that are here. */
export function readNewRegion(typed: Typed, taken: readonly string[]): Read {
  const faults: NewRegionFault[] = []
  const refuse = (field: NewRegionField, code: NewRegionCode) => faults.push({ field, code })
  const name = (typed.name ?? '').trim()
  if (name === '' || name.length > 80 || hasUnseen(name)) refuse('name', 'name_missing')
  const slug = (typed.slug ?? '').trim().toLowerCase()
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(slug)) refuse('slug', 'slug_malformed')
  else if (reservedSlugs.includes(slug)) refuse('slug', 'slug_reserved')
  else if (taken.includes(slug)) refuse('slug', 'slug_taken')
  const state = Object.keys(states).find((one) => one === typed.state)
  if (state === undefined) refuse('state', 'state_missing')
  const timeZone = timeZones.find((one) => one === typed.timeZone)
  if (timeZone === undefined) refuse('timeZone', 'zone_missing')
  const teamPhone = (typed.teamPhone ?? '').trim()
  if (!isPhone(teamPhone)) refuse('teamPhone', 'phone_malformed')
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, region: { name, slug, state: state!, timeZone: timeZone!, teamPhone } }
}
