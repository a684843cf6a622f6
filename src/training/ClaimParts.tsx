import { Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { type Claim, claimGrounds } from './claim.ts'
import { claimWords } from './claimWords.ts'

/** What a table says of a paper: which, whose, and how long it holds. */
export function paperCells(claim: Claim, lang: Language) {
  return [
    <>
      <bdi>{claim.kind}</bdi> <bdi class="muted small">{claim.number}</bdi>
    </>,
    <bdi>{claim.issuer}</bdi>,
    claimWords[lang].span(day(claim.issuedOn, lang), day(claim.expiresOn, lang)),
  ]
}

type GroundProps = { readonly claim: Claim; readonly lang: Language; readonly error: string | undefined }

/** Why a paper is not accepted, or no longer. */
export const GroundSelect = ({ claim, lang, error }: GroundProps) => {
  const say = claimWords[lang]
  return (
    <Select
      name={`why-${claim.id}`}
      label={say.why}
      lang={lang}
      error={error}
      required
      options={claimGrounds.map((value) => ({ value, label: say.whysOf[value] }))}
    />
  )
}
