import type { Region } from '../region/index.ts'
import { evidenceWords } from '../roster/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { GroundSelect } from './ClaimParts.tsx'
import type { WaitingClaims as Waiting } from './claimView.ts'
import { claimWords } from './claimWords.ts'
import { trainingPaths } from './paths.ts'

type Props = {
  readonly region: Pick<Region, 'slug'>
  readonly lang: Language
  readonly waiting: Waiting
  /** The paper whose form came back, with what is wrong about the ground. */
  readonly wrong?: { readonly id: string; readonly message: string } | undefined
}

/** Papers that people entered and nobody looked at yet, oldest first. */
export const WaitingClaims = ({ region, lang, waiting, wrong }: Props) => {
  const say = claimWords[lang]
  return (
    <Section title={say.waiting}>
      {waiting.length === 0 ? (
        <p class="muted">{say.waitingNone}</p>
      ) : (
        <>
          <p class="muted">{say.waitingLead}</p>
          <div class="tiles">
            {waiting.map((one) => (
              <Waits
                key={one.claim.id}
                {...{ region, lang, one }}
                error={wrong?.id === one.claim.id ? wrong.message : undefined}
              />
            ))}
          </div>
        </>
      )}
    </Section>
  )
}

type WaitsProps = Pick<Props, 'region' | 'lang'> & {
  readonly one: Waiting[number]
  readonly error: string | undefined
}

const Waits = ({ region, lang, one: { claim, own, named, ofOther }, error }: WaitsProps) => {
  const say = claimWords[lang]
  const { evidence } = claim
  return (
    <Card>
      <h3>
        <a href={trainingPaths.way(region.slug, claim.accountId)}>{claim.name}</a>
      </h3>
      <DefinitionList
        facts={[
          { term: say.kind, detail: <bdi>{claim.kind}</bdi> },
          { term: say.issuer, detail: <bdi>{claim.issuer}</bdi> },
          { term: say.number, detail: <bdi>{claim.number}</bdi> },
          { term: say.holds, detail: say.span(day(claim.issuedOn, lang), day(claim.expiresOn, lang)) },
          { term: say.evidence, detail: say.of(evidenceWords[lang][evidence.kind], evidence.kept) },
        ]}
      />
      {named === null ? null : <p class="muted small">{named ? say.named : say.notNamed}</p>}
      {ofOther ? (
        <p>
          <Tag tone="amber">{say.ofOther}</Tag>
        </p>
      ) : null}
      {own ? (
        <p>{say.own}</p>
      ) : (
        <>
          <form method="post" action={trainingPaths.claimCheck(region.slug, claim.id)} novalidate>
            <Actions>
              <Button name="verdict" value="seen">
                {say.seenDo}
                <span class="unseen">: {say.of(claim.kind, claim.name)}</span>
              </Button>
            </Actions>
          </form>
          <details open={error !== undefined}>
            <summary>
              {say.refuseDo}
              <span class="unseen">: {say.of(claim.kind, claim.name)}</span>
            </summary>
            <form method="post" action={trainingPaths.claimCheck(region.slug, claim.id)} novalidate>
              <GroundSelect {...{ claim, lang, error }} />
              <Actions>
                <Button look="danger" name="verdict" value="not_accepted">
                  {say.refuseDo}
                  <span class="unseen">: {say.of(claim.kind, claim.name)}</span>
                </Button>
              </Actions>
            </form>
          </details>
        </>
      )}
    </Card>
  )
}
