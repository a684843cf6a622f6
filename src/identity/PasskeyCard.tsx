import type { Child } from 'hono/jsx'
import { Button } from '../ui/button.tsx'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import type { Path } from '../ui/path.ts'
import { passkeyWords } from './passkeyWords.ts'

type Props = {
  lang: Language
  /** `new` makes a passkey, `use` asks for one. */
  kind: 'new' | 'use'
  challenge: Path
  action: Path
  button: string
  look?: 'primary' | 'plain'
  /** What the form takes beside the browser's answer. */
  children?: Child
}

/** A form whose one press asks the browser for a passkey. Without a script it isn't there. */
export const PasskeyCard = ({ lang, kind, challenge, action, button, look = 'primary', children }: Props) => {
  const say = passkeyWords[lang]
  return (
    <div data-passkey={kind} data-passkey-challenge={challenge} hidden>
      <div data-passkey-shows="unsupported" hidden>
        <Notice tone="amber">{say.unsupported}</Notice>
      </div>
      <div data-passkey-shows="failed" role="alert" hidden>
        <Notice tone="bad">{kind === 'new' ? say.notMade : say.notUsed}</Notice>
      </div>
      <div data-passkey-shows="offer failed" hidden>
        <form class="stack" method="post" action={action} novalidate>
          <input type="hidden" name="answer" />
          {children}
          <Button look={look} wide>
            {button}
          </Button>
        </form>
      </div>
    </div>
  )
}

export const PasskeyScript = ({ chrome, nonce }: { chrome: Chrome; nonce: string }) => (
  <script src={chrome.passkey} type="module" nonce={nonce}></script>
)
