import type { Child } from 'hono/jsx'
import { menuOf } from './desk/menu.ts'
import { deskPaths } from './desk/paths.ts'
import { identityPaths, roleWords, type Visit } from './identity/index.ts'
import type { Region } from './region/index.ts'
import type { Chrome } from './ui/chrome.ts'
import { turnOf } from './ui/languageSwitch.tsx'
import { TeamPage } from './ui/teamPage.tsx'

/** The signed-in page around a page's own content. */
export function teamFrame(chrome: Chrome) {
  return (from: Visit, region: Region, title: string, current: string, content: Child) => (
    <TeamPage
      title={title}
      lang={from.lang}
      region={region.name}
      home={deskPaths.today(region.slug)}
      who={
        from.actor.kind === 'account'
          ? from.actor.roles.map((role) => roleWords[from.lang][role]).join(', ')
          : ''
      }
      stylesheet={chrome.teamStylesheet}
      help={chrome.help}
      nav={menuOf(from, region, current)}
      languageSwitch={turnOf(from.here, from.lang)}
      account={identityPaths.account()}
      signOut={{ action: identityPaths.signOut() }}
    >
      {content}
    </TeamPage>
  )
}
