import type { Region } from '../region/index.ts'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { day, near } from '../ui/moment.ts'
import { loadWords } from './loadWords.ts'
import type { LoadNow } from './ownLoad.ts'

type Props = { load: LoadNow; region: Region; now: Temporal.Instant; lang: Language }

/** Sessions against the region's limit, rest, off call: what decides whether they are asked. */
export const LoadFacts = ({ load, region, now, lang }: Props) => {
  const say = loadWords[lang]
  const { sessions, limit, restUntil, offSince } = load
  const off = offSince?.toZonedDateTimeISO(region.timeZone).toPlainDate()
  return (
    <>
      <DefinitionList
        facts={[
          { term: say.sessions, detail: say.ofLimit(sessions, limit) },
          {
            term: say.rest,
            detail:
              restUntil === null ? say.rested : say.restUntil(near(restUntil, now, region.timeZone, lang)),
          },
          { term: say.off, detail: off === undefined ? say.notOff : say.offSince(day(off, lang)) },
        ]}
      />
      {sessions >= limit ? <p class="muted small">{say.atLimit}</p> : null}
    </>
  )
}
