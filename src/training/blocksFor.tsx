import type { Region, StatePack } from '../region/index.ts'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Language } from '../ui/language.ts'
import type { Course } from './course.ts'
import { ShownCheck } from './LessonPage.tsx'
import { spoken, trainingPaths } from './paths.ts'
import type { BlockProps } from './SectionBlocks.tsx'

type Given = {
  region: Region
  packs: ReadonlyMap<string, StatePack>
  help: readonly HelpLine[]
  course: Course
  lang: Language
}

/** How texts of a course are drawn on public pages. */
export function blocksFor({ region, packs, help, course, lang }: Given): BlockProps {
  return {
    lang,
    pack: packs.get(region.state) ?? null,
    helpLines: help,
    linkFor: (to, id) =>
      to === 'lesson'
        ? spoken(trainingPaths.lesson(region.slug, course.id, id), lang)
        : trainingPaths.handout(region.slug, course.id, id, lang),
    renderCheck: (check) => <ShownCheck check={check} lang={lang} />,
  }
}
