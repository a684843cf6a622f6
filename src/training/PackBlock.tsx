import type { Region, StatePack } from '../region/index.ts'
import { states } from '../region/index.ts'
import { Heading, type Level } from '../ui/heading.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import type { PackPart } from './course.ts'
import { packLines } from './packLines.ts'
import { packWords } from './packWords.ts'

type Props = {
  part: PackPart
  state: Region['state']
  /** Null: nobody read this state's law. */
  pack: StatePack | null
  lang: Language
  level: Level
}

/** What the region's own state says, inside a lesson that is the same everywhere. */
export const PackBlock = ({ part, state, pack, lang, level }: Props) => {
  const say = packWords[lang]
  const name = pack?.name ?? states[state as keyof typeof states] ?? state
  return (
    <section class="card">
      <Heading level={level} class="text-title">
        {name}: {say.parts[part]}
      </Heading>
      {pack === null ? (
        <p>{say.none(name)}</p>
      ) : (
        <>
          <ul>
            {packLines(pack, part, lang).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p class="muted small">
            {say.source(pack.law.citation, day(Temporal.PlainDate.from(pack.law.readOn), lang))}{' '}
            {pack.reviewed === null
              ? say.notReviewed
              : say.reviewed(day(Temporal.PlainDate.from(pack.reviewed.on), lang), pack.reviewed.counsel)}
          </p>
        </>
      )}
    </section>
  )
}
