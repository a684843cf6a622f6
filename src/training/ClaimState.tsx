import type { Language } from '../ui/language.ts'
import { Tag } from '../ui/tag.tsx'
import type { Claim } from './claim.ts'
import { claimWords } from './claimWords.ts'

type Props = { readonly claim: Claim; readonly lang: Language; readonly own: boolean }

/** How a paper that somebody entered stands. */
export const ClaimState = ({ claim: { check, filedFor, collidedOn }, lang, own }: Props) => {
  const say = claimWords[lang]
  if (check === null) return <Tag tone="amber">{own ? say.waits : say.waitsOf}</Tag>
  if (check.verdict === 'withdrawn') return <>{say.withdrawn(say.whys[check.why])}.</>
  if (check.verdict === 'not_accepted')
    return (
      <>
        {say.refused(say.whys[check.why])}. {own ? <span class="muted small">{say.again}</span> : null}
      </>
    )
  if (filedFor !== null) return <Tag tone="ok">{own ? say.filed : say.filedOf}</Tag>
  // Whose file it is on is nothing that its holder is told.
  if (collidedOn !== null && !own) return <Tag tone="amber">{say.ofOther}</Tag>
  return <>{own ? say.seen : say.seenOf}</>
}
