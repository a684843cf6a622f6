import type { AgencyId } from '../platform/ids.ts'
import { type Discipline, disciplines } from '../region/index.ts'
import { folded, named, type SheetAgency, type SheetKnown } from './sheetKnown.ts'
import type { SheetReader } from './sheetPlan.ts'
import { type SheetRow, unread } from './sheetRow.ts'

/** An agency is known by its name; its state stays. */
export function agencyReader(known: SheetKnown): SheetReader<SheetAgency, AgencyId> {
  const called = named(known.agencies)
  return {
    read: (row) => ({
      name: row.text('name'),
      town: row.text('town'),
      state: row.isEmpty('state') ? known.state : stateOf(row),
      discipline: row.option('discipline', disciplines, disciplinesCalled),
      place: row.place(),
    }),
    key: ({ name }) => (name === unread ? null : (called(name)?.id ?? folded(name))),
    decide(row, given) {
      const there = called(given.name)
      if (there === null) return { what: 'added', row: row.row, given }
      if (row.has('state') && !row.isEmpty('state') && given.state !== there.state)
        return row.refuse('state', 'kept_otherwise', there.state)
      const place = row.has('latitude') ? given.place : there.place
      const next = { ...given, name: there.name, state: there.state, place }
      const same =
        next.town === there.town && next.discipline === there.discipline && samePlace(place, there.place)
      return same
        ? { what: 'unchanged', row: row.row }
        : { what: 'changed', row: row.row, id: there.id, given: next }
    },
  }
}

export function agencyCells(agency: SheetAgency): string[] {
  return [agency.name, agency.town, agency.state, agency.discipline, ...placeCells(agency.place)]
}

export function placeCells(place: SheetAgency['place']): string[] {
  return place === null ? ['', ''] : [String(place.latitude), String(place.longitude)]
}

export function samePlace(one: SheetAgency['place'], other: SheetAgency['place']): boolean {
  return one?.latitude === other?.latitude && one?.longitude === other?.longitude
}

function stateOf(row: SheetRow) {
  const given = row.text('state')
  if (given === unread) return unread
  return /^[A-Za-z]{2}$/.test(given) ? given.toUpperCase() : row.refuse('state', 'no_state')
}

/** What else people write for a discipline, in plain words. */
export const disciplinesCalled: Readonly<Record<string, Discipline>> = {
  police: 'law_enforcement',
  le: 'law_enforcement',
  policia: 'law_enforcement',
  firefighters: 'fire',
  bomberos: 'fire',
  paramedics: 'ems',
  emergencias_medicas: 'ems',
  dispatchers: 'dispatch',
  despacho: 'dispatch',
  correccional: 'corrections',
  prisiones: 'corrections',
  military: 'military_veteran',
  veteran: 'military_veteran',
  veterans: 'military_veteran',
  veteranos: 'military_veteran',
  search_and_rescue: 'sar',
  busqueda_y_rescate: 'sar',
  hospitals: 'hospital',
  civilian: 'civilian_staff',
  personal_civil: 'civilian_staff',
  families: 'family',
  familia: 'family',
}
