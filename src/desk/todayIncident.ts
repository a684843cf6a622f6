import type { Running } from '../activation/index.ts'
import { incidentWords } from '../incident/index.ts'
import type { Language } from '../ui/language.ts'

/** "Death or serious injury of a child, Larkfield": what an activation is about, for whoever may see it. */
export function whatOf({ incident }: Pick<Running, 'incident'>, lang: Language): string {
  return `${incidentWords[lang].kind[incident.kind]}, ${incident.town}`
}
