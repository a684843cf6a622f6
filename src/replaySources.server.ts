import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { answerModel, seeded } from './activation/simulation.ts'
import { readDemoRegion } from './demonstration.server.ts'
import { type AffectedRole, type ParsedIncident, readIncidents, readMapping } from './incident/index.ts'

/** What is replayed: already read, in the order of time. */
export type Source = {
  readonly file: string
  readonly region: string
  readonly read: number
  readonly incidents: readonly ParsedIncident[]
  readonly assumed: readonly string[]
}

export function sourceOf(demo: string, region: string, file: string, mappingFile: string): Source {
  const mapping = readMapping(readText(mappingFile))
  if (!mapping.ok) throw new Error(`${mappingFile}:\n${mapping.problems.join('\n')}`)
  const read = readIncidents(readText(file), mapping.mapping)
  const confirmed = read.incidents.filter(
    (one) => one.screening === null || (one.screening === 'may_qualify' && one.services >= 2),
  )
  return {
    file: file.startsWith(demo) ? file.slice(demo.length + 1) : (file.split('/').at(-1) ?? file),
    region,
    read: read.incidents.length,
    incidents: inOrder(confirmed),
    assumed: read.incidents.flatMap((one) => one.assumed),
  }
}

/** Line-of-duty deaths: by seed each row gets one of Harbor's agencies, a day of its weekday, an hour, a crew. */
export function deaths(demo: string): Source {
  const rows = parse(readFileSync(join(demo, 'line-of-duty-deaths.csv'), 'utf8'), {
    columns: true,
  }) as Record<string, string>[]
  const { region } = readDemoRegion(demo, 'harbor')
  const agencies =
    'agencies' in region ? region.agencies.filter((one) => one.discipline === 'law_enforcement') : []
  const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  const incidents = rows.map((row): ParsedIncident => {
    const draw = seeded(`${answerModel.seed}|${row.number}`)
    // One code is always the same agency, so a department's years hang together.
    const agency = agencies[Math.floor(seeded(`agency|${row.agency_code}`)() * agencies.length)]!
    const first = Temporal.PlainDate.from(`${row.month}-01`)
    const days = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index })).filter(
      (day) => day.dayOfWeek === weekdays.indexOf(row.weekday!) + 1,
    )
    const day = days[Math.floor(draw() * days.length)]!
    const occurredAt = day
      .toZonedDateTime({ timeZone: region.timeZone, plainTime: { hour: Math.floor(draw() * 24) } })
      .toInstant()
    const crew: { agency: string; role: AffectedRole; count: number }[] = [
      { agency: agency.name, role: 'officers', count: 4 + Math.floor(draw() * 9) },
      { agency: agency.name, role: 'command', count: 2 },
    ]
    return {
      number: row.number!,
      rows: [],
      kind: row.canine === 'yes' ? 'animal_partner_death' : 'line_of_duty_death',
      occurredAt,
      overAt: occurredAt.add({ hours: 2 }),
      town: agency.town,
      groups: crew,
      screening: null,
      services: 0,
      assumed: [],
    }
  })
  return {
    file: 'line-of-duty-deaths.csv',
    region: 'harbor',
    read: rows.length,
    incidents: inOrder(incidents),
    assumed: ['line-of-duty deaths: agency, day, hour and crew drawn by seed; over after 2 hours'],
  }
}

function inOrder(incidents: readonly ParsedIncident[]): ParsedIncident[] {
  return [...incidents].sort((one, other) => Temporal.Instant.compare(one.occurredAt, other.occurredAt))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`${file} can't be read. Check the path.`)
  }
}
