import { incidentWords, toldFacts } from '../incident/index.ts'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { BoardProps } from './ActivationPage.tsx'
import { boardWords } from './boardWords.ts'
import { languageName } from './FurtherPage.tsx'
import { factWords, furtherWords } from './furtherWords.ts'
import { activationPaths } from './paths.ts'

/** What the agency told beside its request; only what somebody said. */
export const Told = ({ view, lang }: Pick<BoardProps, 'view' | 'lang'>) => {
  const { region, activation, incident } = view
  const say = boardWords[lang]
  const words = furtherWords[lang]
  const { further } = incident
  const answers = toldFacts
    .filter((fact) => further[fact] !== 'unknown')
    .map((fact) => ({ term: factWords[lang][fact], detail: words[further[fact]] }))
  const near = further.exposed.map((one) => ({
    term: `${incidentWords[lang].role[one.role]}, ${view.agencies.get(one.agencyId)?.name}`,
    detail: `${words[one.exposure]}: ${one.count}`,
  }))
  const more = [
    further.investigation === 'unknown' || {
      term: words.investigation,
      detail: words[further.investigation],
    },
    further.shiftPattern === 'unknown' || { term: words.shiftPattern, detail: words[further.shiftPattern] },
    further.earlierIncidents === 'unknown' || {
      term: words.earlierIncidents,
      detail: further.earlierIncidents === 'none' ? words.earlierNone : words[further.earlierIncidents],
    },
    further.interpreterLanguage === null || {
      term: words.interpreterLanguage,
      detail: languageName(further.interpreterLanguage, lang),
    },
  ].filter((one) => one !== true)
  const facts = [...answers, ...near, ...more]
  return (
    <Card title={say.told}>
      {facts.length === 0 ? <p class="muted">{say.toldNothing}</p> : <DefinitionList facts={facts} />}
      {activation.outcome !== null ? null : (
        <p>
          <LinkButton href={activationPaths.further(region.slug, activation.id)}>
            {facts.length === 0 ? say.askMore : say.toldMore}
          </LinkButton>
        </p>
      )}
    </Card>
  )
}
