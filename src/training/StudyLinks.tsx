import type { Region } from '../region/index.ts'
import type { Language, Words } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { trainingPaths } from './paths.ts'

const places = {
  learning: trainingPaths.learning,
  classes: trainingPaths.classes,
  way: trainingPaths.ownWay,
  continued: trainingPaths.continued,
} as const satisfies Record<string, (region: string) => Path>
export type StudyPlace = keyof typeof places

const words: Words<StudyPlace | 'nav'> = {
  en: {
    nav: 'Learning',
    learning: 'Courses',
    classes: 'Classes',
    way: 'Way to duty',
    continued: 'Continued training',
  },
  es: {
    nav: 'Aprendizaje',
    learning: 'Cursos',
    classes: 'Clases',
    way: 'Camino a la guardia',
    continued: 'Formación continua',
  },
}

type Props = { region: Region; lang: Language; current: StudyPlace | null }

/** What belongs to learning, from each of its pages to the others. */
export const StudyLinks = ({ region, lang, current }: Props) => (
  <nav class="study-links" aria-label={words[lang].nav}>
    {(Object.keys(places) as StudyPlace[]).map((place) => (
      <a
        key={place}
        href={places[place](region.slug)}
        aria-current={place === current ? ('page' as const) : undefined}
      >
        {words[lang][place]}
      </a>
    ))}
  </nav>
)
