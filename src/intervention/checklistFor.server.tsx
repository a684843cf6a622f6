import type { Child } from 'hono/jsx'
import type { PlanState } from '../activation/index.ts'
import type { Reader } from '../platform/db.server.ts'
import type { Language } from '../ui/language.ts'
import { loadBriefingFacts } from './briefingFacts.server.ts'
import { ChecklistPage } from './ChecklistPage.tsx'

/** What the agency's contact reads behind the link of their request. */
export async function checklistFor(reader: Reader, plan: PlanState, lang: Language): Promise<Child> {
  return <ChecklistPage facts={await loadBriefingFacts(reader, plan)} lang={lang} forContact={null} />
}
