import type { StatePack } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import type { FacilitatorCard } from './card.ts'
import { cardTitle, cardWords } from './cardWords.ts'

type Props = { card: FacilitatorCard; pack: StatePack | null; lang: Language }

/** One type of session, phase by phase. Nothing is ever entered here: no field, no button. */
export const CardPage = ({ card, pack, lang }: Props) => {
  const say = cardWords[lang]
  return (
    <div class="guide">
      <PageHead over={say.over} title={cardTitle(card.type, lang)} lead={card.who[lang]} />
      <p>
        <Tag>{card.length[lang]}</Tag> <span class="muted small">{say.guidance}</span>
      </p>
      <p class="muted small screen-only">{say.print}</p>
      {card.group ? (
        <Card title={say.rules} tone="aside">
          <ol>
            {say.ruleList.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ol>
        </Card>
      ) : null}
      <Limits pack={pack} lang={lang} group={card.group} />
      {card.phases.map((phase, index) => (
        <Card key={phase.name.en} title={phase.name[lang]}>
          <p class="muted small">
            {[
              say.phase(index + 1, card.phases.length),
              phase.minutes === '' ? [] : say.minutes(phase.minutes),
            ]
              .flat()
              .join(' · ')}
          </p>
          <p>{phase.purpose[lang]}</p>
          <div class="guide-two">
            <Lines title={say.ask} lines={phase.ask.map((one) => one[lang])} />
            {phase.watch.length === 0 ? null : (
              <Lines title={say.watch} lines={phase.watch.map((one) => one[lang])} />
            )}
          </div>
        </Card>
      ))}
      <p class="muted small">
        {say.nothing} {say.written(card.written)} {say.sources}:{' '}
        <span lang="en">{card.sources.map((one) => `${one.fact}: ${one.source}`).join('; ')}.</span>
      </p>
    </div>
  )
}

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <div>
    <h3>{title}</h3>
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </div>
)

const Limits = ({ pack, lang, group }: Pick<Props, 'pack' | 'lang'> & { group: boolean }) => {
  const say = cardWords[lang]
  if (pack === null) return <Card title={say.limits}>{say.noPack}</Card>
  const { exceptions } = pack
  return (
    <Card title={say.limits} tone="aside">
      {pack.law.status === 'bill' ? <p>{say.bill}</p> : null}
      {exceptions.known.length === 0 ? null : (
        <>
          <p>{say.limitsKnown}</p>
          <ul>
            {exceptions.known.map((one) => (
              <li key={one.en}>{one[lang]}</li>
            ))}
          </ul>
        </>
      )}
      {exceptions.complete ? null : (
        <>
          <p>{say.limitsUnknown}</p>
          <ul>
            {say.cautions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      {group ? <p>{say.participants[pack.covered.participants]}</p> : null}
      <p class="muted small">
        {say.read(pack.law.citation, pack.law.readOn)}{' '}
        {pack.reviewed === null ? say.notReviewed : say.reviewed(pack.reviewed.on, pack.reviewed.counsel)}
      </p>
    </Card>
  )
}
