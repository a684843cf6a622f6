import type { Region, StatePack } from '../region/index.ts'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import type { Course } from './course.ts'
import { ShownCheck } from './LessonPage.tsx'
import { sourceId } from './links.ts'
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
    state: region.state,
    pack: packs.get(region.state) ?? null,
    help,
    linkFor: (link) => {
      if (link.to === 'source') return `#${sourceId(link.number)}` as Path
      return link.to === 'lesson'
        ? spoken(trainingPaths.lesson(region.slug, course.id, link.id), lang)
        : trainingPaths.handout(region.slug, course.id, link.id, lang)
    },
    renderCheck: (check, how) => <ShownCheck {...{ check, lang }} {...how} />,
  }
}
