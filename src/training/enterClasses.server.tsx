import type { Context } from 'hono'
import { may, type Visit } from '../identity/index.ts'
import type { AccountId } from '../platform/ids.ts'
import type { Status } from '../platform/problem.ts'
import type { FieldError } from '../ui/errorSummary.tsx'
import type { Path } from '../ui/path.ts'
import { ClassesPage } from './ClassesPage.tsx'
import { loadClassesView, withInstructors } from './classesView.server.ts'
import { classWords } from './classWords.ts'
import type { Library } from './course.ts'
import { enter, type TeamDeps } from './enter.server.ts'
import { spoken, trainingPaths } from './paths.ts'

export type ClassDeps = TeamDeps & {
  readonly library: Library
  /** Where the calendar is, which needs no account. */
  readonly publicUrl: URL
  /** How an account is shown to those who keep classes. */
  nameOf(accountId: AccountId): Promise<string | null>
}

/** Whoever is signed in and sees that part; else where to go instead. */
export async function enterClasses(
  deps: ClassDeps,
  context: Context,
  area: 'own_learning' | 'classes',
): Promise<Visit | Response> {
  return await enter(deps, context, (actor) => may(actor, 'see', area))
}

/** The list of classes, with what was just refused. */
export async function showClasses(
  deps: ClassDeps,
  context: Context,
  visit: Visit,
  errors: readonly FieldError[] = [],
  status: Status = 200,
) {
  const found = await deps.db.read(visit.actor, (reader) => loadClassesView(reader, deps.library))
  const all = found.keeps === 'all'
  const view = all
    ? {
        ...found,
        kept: await withInstructors(found.kept, deps.nameOf),
        earlier: await withInstructors(found.earlier, deps.nameOf),
      }
    : found
  const { lang } = visit
  const feed = spoken(trainingPaths.classesFeed(view.region.slug), lang)
  const calendar = new URL(feed, deps.publicUrl).href as Path
  const page = <ClassesPage {...{ view, lang, errors, calendar }} />
  const at = { ...visit, here: trainingPaths.classes(view.region.slug) }
  return context.html(<>{deps.frame(at, view.region, classWords[lang].title, 'classes', page)}</>, status)
}

/** A number as a form carries it, small enough for every field here. */
export function isDigits(text: string | undefined): text is string {
  return /^\d{1,4}$/.test(text ?? '')
}
