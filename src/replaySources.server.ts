import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { answerModel, seeded } from './activation/simulation.ts'
import { confirmed, readDemoRegion } from './demonstration.server.ts'
import { type Mapping, type ParsedIncident, readIncidents, readMapping } from './incident/index.ts'

/** What is replayed: a file as the import takes it, and which of its incidents are played, in the order of time. */
export type Source = {
  readonly file: string
  readonly region: string
  readonly csv: string
  readonly mapping: Mapping
  /** How many incidents the file tells. */
  readonly read: number
  readonly played: readonly ParsedIncident[]
  readonly assumed: readonly string[]
}

export function sourceOf(demo: string, region: string, file: string, mappingFile: string): Source {
  const name = file.startsWith(demo) ? file.slice(demo.length + 1) : (file.split('/').at(-1) ?? file)
  return source(name, region, readText(file), readMappingFile(mappingFile), [])
}

/**
 * Line-of-duty deaths: by seed each code becomes one of Harbor's agencies, with a day of that weekday, an hour
 * and a crew. What comes out is a file like Harbor's own, and takes the same way in.
 */
export function deaths(demo: string): Source {
  const mapping = readMappingFile(join(demo, 'harbor/mapping.json'))
  return source('line-of-duty-deaths.csv', 'harbor', drawnDeaths(demo), mapping, [
    'line-of-duty deaths: agency, day, hour and crew drawn by seed; over after 2 hours',
  ])
}

function source(
  file: string,
  region: string,
  csv: string,
  mapping: Mapping,
  assumed: readonly string[],
): Source {
  const { incidents } = readIncidents(csv, mapping)
  return {
    file,
    region,
    csv,
    mapping,
    read: incidents.length,
    played: incidents.filter(confirmed).toSorted(byTime),
    assumed: [...assumed, ...incidents.flatMap((one) => one.assumed)],
  }
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function drawnDeaths(demo: string): string {
  const rows = parse(readText(join(demo, 'line-of-duty-deaths.csv')), { columns: true }) as Record<
    string,
    string
  >[]
  const { region } = readDemoRegion(demo, 'harbor')
  const agencies =
    'agencies' in region ? region.agencies.filter((one) => one.discipline === 'law_enforcement') : []
  const lines = rows.flatMap((row) => {
    const draw = seeded(`${answerModel.seed}|${row.number}`)
    // One code is always the same agency, so a department's years hang together.
    const agency = agencies[Math.floor(seeded(`agency|${row.agency_code}`)() * agencies.length)]!
    const first = Temporal.PlainDate.from(`${row.month}-01`)
    const days = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index })).filter(
      (day) => day.dayOfWeek === weekdays.indexOf(row.weekday!) + 1,
    )
    const day = days[Math.floor(draw() * days.length)]!
    const at = day
      .toZonedDateTime({ timeZone: region.timeZone, plainTime: { hour: Math.floor(draw() * 24) } })
      .toInstant()
    const kind = row.canine === 'yes' ? 'animal_partner_death' : 'line_of_duty_death'
    const incident = [row.number, kind, at, at.add({ hours: 2 }), agency.town, agency.name]
    return [
      [...incident, 'officers', 4 + Math.floor(draw() * 9)],
      [...incident, 'command', 2],
    ]
  })
  return [
    'number,kind,occurred_at,over_at,town,agency,role,count',
    ...lines.map((line) => line.join(',')),
  ].join('\n')
}

function byTime(one: ParsedIncident, other: ParsedIncident): number {
  return Temporal.Instant.compare(one.occurredAt, other.occurredAt)
}

function readMappingFile(file: string): Mapping {
  const mapping = readMapping(readText(file))
  if (!mapping.ok) throw new Error(`${file}:\n${mapping.problems.join('\n')}`)
  return mapping.mapping
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`${file} can't be read. Check the path.`)
  }
}
