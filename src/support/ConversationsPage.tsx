import type { Region, StatePack } from '../region/index.ts'
import { Actions, LinkButton } from '../ui/button.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { tel } from '../ui/path.ts'
import { DutyToProtect } from './DutyToProtect.tsx'
import { talkPaths } from './paths.ts'
import { talkPageWords } from './talkWords.ts'
import { tallyWords } from './tallyWords.ts'

type Props = {
  region: Region
  lang: Language
  /** `new`: nothing was said yet of what others see. */
  state: 'new' | 'hidden' | 'shown'
  professional: boolean
  /** Where to show a passkey first; null: this session was proven by one. */
  passkeyFirst: Path | null
  script: Path
  worker: Path
  limits: string
  /** Null: nobody read this state's law. */
  pack: StatePack | null
  federal: StatePack | null
}

/** Where a peer's own browser opens what was written to them. */
export const ConversationsPage = (props: Props) => {
  const { region, lang, state, professional, passkeyFirst, script, worker, limits, ...law } = props
  const say = talkPageWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Actions>
        <LinkButton href={talkPaths.profile(region.slug)} look={state === 'new' ? 'primary' : 'plain'}>
          {say.profileTitle}
        </LinkButton>
        <LinkButton href={talkPaths.tally(region.slug)}>{tallyWords[lang].title}</LinkButton>
        {state === 'new' ? null : <LinkButton href={talkPaths.peerCard(region.slug)}>{say.card}</LinkButton>}
      </Actions>
      {state === 'hidden' ? <Notice tone="amber">{professional ? say.offAlong : say.off}</Notice> : null}
      {state === 'new' ? (
        <Notice>{say.profileFirst}</Notice>
      ) : passkeyFirst !== null ? (
        <Notice tone="amber">
          <p>{say.passkeyFirst}</p>
          <Actions>
            <LinkButton href={passkeyFirst} look="primary">
              {say.passkeyShow}
            </LinkButton>
          </Actions>
        </Notice>
      ) : (
        <div class="talk-beside">
          <div
            class="stack"
            data-talk="peer"
            data-slug={region.slug}
            data-region={region.id}
            data-lang={lang}
            data-phone={region.teamPhone}
            data-worker={worker}
            data-limits={limits}
          >
            <Notice tone="amber">
              <p>
                {say.noScript} <a href={tel(region.teamPhone)}>{region.teamPhone}</a>
              </p>
            </Notice>
          </div>
          <DutyToProtect {...law} {...{ limits, lang }} state={region.state} />
          <script src={script} type="module"></script>
        </div>
      )}
    </>
  )
}
