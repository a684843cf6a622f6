import type { Region } from '../region/index.ts'
import { BarePage } from '../ui/barePage.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import type { Chrome } from '../ui/chrome.ts'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { turnOf } from '../ui/languageSwitch.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { tel } from '../ui/path.ts'
import { talkPaths } from './paths.ts'
import { shownNumber } from './phoneSaid.ts'
import type { Asked } from './professionalAsked.ts'
import { professionalWords } from './professionalWords.ts'

type Props = {
  asked: Asked
  token: string
  lang: Language
  chrome: Chrome
  /** Null: the address names no region. */
  region: Region | null
}

/** Who asks to be rung, and one button. Nothing happens before it: mail systems open links too. */
export const ProfessionalPage = ({ asked, token, lang, chrome, region }: Props) => {
  const say = professionalWords[lang]
  const { stands } = asked
  const [title, lead] = {
    nothing: [say.nothingTitle, undefined] as const,
    late: [say.lateTitle, undefined] as const,
    over: [say.overTitle, say.over] as const,
    colleague: [say.colleagueTitle, say.colleague] as const,
    open: [say.openTitle, say.openLead(region?.name ?? '')] as const,
    theirs: [say.theirsTitle, 'peer' in asked ? say.theirsLead(asked.peer.name) : undefined] as const,
  }[stands]
  const team = region === null ? null : <a href={tel(region.teamPhone)}>{region.teamPhone}</a>
  return (
    <BarePage
      title={title}
      lang={lang}
      stylesheet={chrome.teamStylesheet}
      line={say.line}
      help={chrome.help}
      languageSwitch={turnOf(
        region === null || stands === 'nothing' ? null : talkPaths.ring(region.slug, token),
        lang,
      )}
    >
      <PageHead title={title} lead={lead} />
      {stands === 'nothing' ? (
        <Notice>
          {team === null ? say.nothingNoTeam : say.nothing} {team}
        </Notice>
      ) : null}
      {stands === 'late' ? (
        <Notice>
          {say.late} {team}
        </Notice>
      ) : null}
      {asked.stands === 'open' && region !== null ? (
        <>
          <DefinitionList
            facts={[
              { term: say.who, detail: asked.peer.name },
              {
                term: say.number,
                detail: asked.peer.phone === null ? say.noNumber : shownNumber(asked.peer.phone),
              },
            ]}
          />
          <form method="post" action={talkPaths.ring(region.slug, token)}>
            <p>{say.shown(asked.peer.name)}</p>
            <Button look="primary" wide>
              {say.take}
            </Button>
            <p class="muted small">{say.passes}</p>
          </form>
        </>
      ) : null}
      {asked.stands === 'theirs' ? (
        asked.peer.phone === null ? (
          <>
            <Notice tone="amber">{say.noNumberThen(asked.peer.name)}</Notice>
            <DefinitionList facts={[{ term: say.mailAddress, detail: asked.peer.email }]} />
          </>
        ) : (
          <LinkButton href={tel(shownNumber(asked.peer.phone))} look="primary" wide>
            {say.ring(asked.peer.name, shownNumber(asked.peer.phone))}
          </LinkButton>
        )
      ) : null}
    </BarePage>
  )
}
