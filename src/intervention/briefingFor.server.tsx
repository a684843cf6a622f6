import type { Child } from 'hono/jsx'
import type { PlanState } from '../activation/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { Language } from '../ui/language.ts'
import { BriefingFactsCard } from './BriefingFactsCard.tsx'
import { loadBriefingFacts } from './briefingFacts.server.ts'

/** What somebody who is on the team reads behind their own link. */
export async function briefingFor(reader: Reader, plan: PlanState, lang: Language): Promise<Child> {
  return <BriefingFactsCard facts={await loadBriefingFacts(reader, plan)} lang={lang} />
}
