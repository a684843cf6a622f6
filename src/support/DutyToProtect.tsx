import type { StatePack } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { dutyWords } from './dutyWords.ts'
import { limitsWords } from './limitsWords.ts'

type Props = {
  /** Null: nobody read this state's law. */
  pack: StatePack | null
  federal: StatePack | null
  /** Of the state, when there is no pack to say it. */
  state: string
  /** Where the whole of it stands. */
  limits: string
  lang: Language
}

/** What the law asks of a peer when somebody may come to harm, beside the conversation. Theirs to weigh: nothing acts by itself. */
export const DutyToProtect = ({ pack, federal, state, limits, lang }: Props) => {
  const say = dutyWords[lang]
  return (
    <Card title={say.title}>
      <p>{say.first}</p>
      <p>{say.yours}</p>
      {pack === null || pack.dutyToProtect === 'unknown' ? (
        <p>{say.notKnown(pack?.name ?? state)}</p>
      ) : (
        <p>{pack.dutyToProtect[lang]}</p>
      )}
      <Exceptions pack={pack} lang={lang} />
      {pack === null ? null : <Source pack={pack} lang={lang} />}
      {federal === null || federal.dutyToProtect === 'unknown' ? null : (
        <>
          <p>
            <b>{say.federal}.</b> {federal.dutyToProtect[lang]}
          </p>
          <Source pack={federal} lang={lang} />
        </>
      )}
      <p>
        <a href={limits} target="_blank" rel="noreferrer">
          {say.all}
        </a>
      </p>
    </Card>
  )
}

/** Those that were read; when none was, the caution that whoever wrote read too. */
const Exceptions = ({ pack, lang }: Pick<Props, 'pack' | 'lang'>) => {
  const say = dutyWords[lang]
  const known = pack === null ? [] : pack.exceptions.known.map((one) => one[lang])
  const mustTell = pack?.exceptions.mustTell ?? 'unknown'
  return (
    <>
      <p>
        <b>{known.length > 0 ? say.exceptions : say.noExceptions}</b>
      </p>
      <ul>
        {(known.length > 0 ? known : say.cautions).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {known.length === 0 || mustTell === 'unknown' ? null : <p>{limitsWords[lang].mustTell[mustTell]}</p>}
    </>
  )
}

const Source = ({ pack: { law, reviewed }, lang }: { pack: StatePack; lang: Language }) => {
  const say = limitsWords[lang]
  return (
    <p class="muted small">
      {say.source(law.citation, day(Temporal.PlainDate.from(law.readOn), lang))}{' '}
      <span lang="en">{law.read}</span>.{' '}
      {reviewed === null
        ? say.notReviewed
        : say.reviewed(day(Temporal.PlainDate.from(reviewed.on), lang), reviewed.counsel)}
    </p>
  )
}
