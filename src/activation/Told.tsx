import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { IncidentBoardProps } from './ActivationPage.tsx'
import { boardWords } from './boardWords.ts'
import { activationPaths } from './paths.ts'
import { toldList } from './toldList.ts'

type Props = Pick<IncidentBoardProps, 'view' | 'lang'> & {
  /** Whoever stood aside changes nothing. */
  readonly aside: boolean
}

/** What the agency told beside its request; only what somebody said. */
export const Told = ({ view, lang, aside }: Props) => {
  const { region, activation, incident } = view
  const say = boardWords[lang]
  const facts = toldList(incident.further, view.agencies, lang)
  return (
    <Card title={say.told}>
      {facts.length === 0 ? <p class="muted">{say.toldNothing}</p> : <DefinitionList facts={facts} />}
      {activation.outcome !== null || aside ? null : (
        <p>
          <LinkButton href={activationPaths.further(region.slug, activation.id)}>
            {facts.length === 0 ? say.askMore : say.toldMore}
          </LinkButton>
        </p>
      )}
    </Card>
  )
}
