import type { Region } from '../region/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { Section } from '../ui/pageHead.tsx'
import { GroundSelect, paperCells } from './ClaimParts.tsx'
import { ClaimState } from './ClaimState.tsx'
import type { Claim } from './claim.ts'
import { claimWords } from './claimWords.ts'
import { trainingPaths } from './paths.ts'

type Props = {
  readonly region: Pick<Region, 'slug'>
  readonly lang: Language
  readonly claims: readonly Claim[]
  /** Whether they are those of whoever looks: somebody else decides about them. */
  readonly self: boolean
  /** The paper whose form came back, with what is wrong about the ground. */
  readonly wrong?: { readonly id: string; readonly message: string } | undefined
}

/** One person's papers that somebody has looked at, for a coordinator: one that should not have been accepted is taken back. */
export const CheckedClaims = ({ region, lang, claims, self, wrong }: Props) => {
  const say = claimWords[lang]
  return (
    <Section title={say.checked}>
      <DataTable
        caption={say.checked}
        captionHidden
        columns={[
          { label: say.paper },
          { label: say.issuer },
          { label: say.holds },
          { label: say.stateLabel },
          { label: say.step },
        ]}
        rows={claims.map((claim) => ({
          key: claim.id,
          cells: [
            ...paperCells(claim, lang),
            <ClaimState claim={claim} lang={lang} own={false} />,
            claim.check?.verdict !== 'seen' ? (
              '–'
            ) : self ? (
              say.own
            ) : (
              <Withdraw
                {...{ region, lang, claim }}
                error={wrong?.id === claim.id ? wrong.message : undefined}
              />
            ),
          ],
        }))}
      />
    </Section>
  )
}

type WithdrawProps = Pick<Props, 'region' | 'lang'> & {
  readonly claim: Claim
  readonly error: string | undefined
}

const Withdraw = ({ region, lang, claim, error }: WithdrawProps) => {
  const say = claimWords[lang]
  return (
    <details open={error !== undefined}>
      <summary>
        {say.withdrawDo}
        <span class="unseen">: {say.of(claim.kind, claim.number)}</span>
      </summary>
      <form method="post" action={trainingPaths.claimWithdrawal(region.slug, claim.id)} novalidate>
        <p class="muted small">{say.withdrawHint}</p>
        <GroundSelect {...{ claim, lang, error }} />
        <Actions>
          <Button look="danger">
            {say.withdrawDo}
            <span class="unseen">: {say.of(claim.kind, claim.number)}</span>
          </Button>
        </Actions>
      </form>
    </details>
  )
}
