import type { HelpLine } from './helpLine.ts'
import type { Language } from './language.ts'
import { sms, tel } from './path.ts'
import { words } from './words.ts'

type Props = { help: readonly HelpLine[]; lang: Language }

/** A short code is read at a glance; a long one gives way to its name on a phone, where the name dials it. */
const isShort = (number: string) => number.length <= 4

/** On top of every page, one tap from anywhere. Lines without a sourced number stay out. */
export const HelpBar = ({ help, lang }: Props) => (
  <nav class="help" aria-label={words[lang].help}>
    {help.map((line) =>
      line.number === null ? null : (
        <span class="help-line" key={line.code}>
          {isShort(line.number) ? (
            <span>
              {line.label[lang]} <a href={tel(line.number)}>{line.number}</a>
            </span>
          ) : (
            <a href={tel(line.number)}>
              {line.label[lang]}
              <span class="help-long"> {line.number}</span>
            </a>
          )}
          {line.text === undefined ? null : (
            <span>
              {' '}
              {line.note[lang]} <a href={sms(line.text)}>{line.text}</a>
            </span>
          )}
        </span>
      ),
    )}
  </nav>
)

/** The same lines in full: whom each is for, and when somebody last tried the number. */
export const HelpList = ({ help, lang }: Props) => (
  <dl class="help-list">
    {help.map((line) =>
      line.number === null ? null : (
        <div key={line.code}>
          <dt>
            {line.label[lang]} <a href={tel(line.number)}>{line.number}</a>
          </dt>
          <dd>
            {line.about[lang]}{' '}
            <span class="muted">
              (
              {line.checked === null ? words[lang].notYetChecked : `${words[lang].checkedOn} ${line.checked}`}
              )
            </span>
          </dd>
        </div>
      ),
    )}
  </dl>
)
