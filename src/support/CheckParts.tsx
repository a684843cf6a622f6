import type { Child } from 'hono/jsx'
import { Card } from '../ui/card.tsx'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Language } from '../ui/language.ts'
import { tel } from '../ui/path.ts'
import type { Continuum, Scored } from './checkContent.ts'
import { checkWords } from './checkWords.ts'
import { LineList } from './FrontOutside.tsx'
import { frontWords } from './frontWords.ts'

type People = { help: readonly HelpLine[]; teamPhone: string; lang: Language }

/** Whom to call, ahead of any text. The script shows it once an answer or a sum calls for it. */
const PeopleFirst = ({ help, teamPhone, lang }: People) => (
  <div data-check-people hidden>
    <Card tone="amber" title={checkWords[lang].callFirst}>
      <p>
        <a class="btn primary" href={tel(teamPhone)}>
          {teamPhone}
        </a>
      </p>
      <p class="small">{frontWords[lang].teamLine}</p>
      <LineList lines={help.filter((line) => line.number !== null)} lang={lang} />
    </Card>
  </div>
)

type OptionProps = {
  name: string
  value: string
  id: string
  points?: number
  people: boolean
  children?: Child
}

const Option = ({ name, value, id, points, people, children }: OptionProps) => (
  <label class="choice">
    <input
      type="radio"
      name={name}
      id={id}
      value={value}
      autocomplete="off"
      data-points={points}
      data-people={people ? '' : undefined}
    />
    <span>{children}</span>
  </label>
)

export const CheckContinuum = ({ check, ...people }: People & { check: Continuum }) => {
  const { lang } = people
  return (
    <section class="card" data-check="continuum">
      <h2>{check.title[lang]}</h2>
      <fieldset class="field">
        <legend>{check.ask[lang]}</legend>
        <div class="choices">
          {check.zones.map((zone) => (
            <div class={`zone ${zone.zone}`} key={zone.zone}>
              <Option name={check.code} value={zone.zone} id={`zone-${zone.zone}`} people={zone.people}>
                {zone.label[lang]}
                <span class="choice-line">{zone.line[lang]}</span>
              </Option>
            </div>
          ))}
        </div>
      </fieldset>
      <div role="status" class="stack">
        <PeopleFirst {...people} />
      </div>
      <ul>
        {check.zones.map((zone) => (
          <li data-check-zone={zone.zone} key={zone.zone}>
            <b>{zone.label[lang]}.</b> {zone.means[lang]}
          </li>
        ))}
      </ul>
    </section>
  )
}

export const CheckScored = ({ check, ...people }: People & { check: Scored }) => {
  const { lang } = people
  const say = checkWords[lang]
  const most = check.items.length * Math.max(...check.options.map((option) => option.points))
  return (
    <section class="card" data-check="scored">
      <h2>{check.title[lang]}</h2>
      {check.gate === null ? null : <Gate code={check.code} gate={check.gate} lang={lang} />}
      <p>
        <b>{check.stem[lang]}</b>
      </p>
      <div class="stack">
        {check.items.map((item, at) => (
          <fieldset class="field" data-check-item key={item.en}>
            <legend>
              {at + 1}. {item[lang]}
            </legend>
            <div class={check.options.length > 2 ? 'choices boxes' : 'choices inline'}>
              {check.options.map((option) => (
                <Option
                  key={option.label.en}
                  name={`${check.code}-${at + 1}`}
                  id={`${check.code}-${at + 1}-${option.points}`}
                  value={String(option.points)}
                  points={option.points}
                  people={option.people ?? false}
                >
                  {option.label[lang]} <span class="muted">{say.worth(option.points)}</span>
                </Option>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <div role="status" class="stack">
        <PeopleFirst {...people} />
        <p data-check-sum hidden>
          {say.sum} <b data-check-number></b>
        </p>
      </div>
      <p>
        <b>{say.adding}</b>
      </p>
      <ul>
        {check.bands.map((band, at) => (
          <li data-check-from={band.from} data-check-leads={band.people ? '' : undefined} key={band.from}>
            <b>{say.upTo(band.from, (check.bands[at + 1]?.from ?? most + 1) - 1)}:</b> {band.means[lang]}
          </li>
        ))}
      </ul>
      <p class="muted small">
        <b>{say.sure}</b> {check.uncertainty[lang]}
      </p>
    </section>
  )
}

const Gate = ({ code, gate, lang }: { code: string; gate: NonNullable<Scored['gate']>; lang: Language }) => {
  const say = checkWords[lang]
  return (
    <>
      <p>{gate.text[lang]}</p>
      <ul>
        {gate.examples.map((example) => (
          <li key={example.en}>{example[lang]}</li>
        ))}
      </ul>
      <fieldset class="field" data-check-gate>
        <legend>{gate.ask[lang]}</legend>
        <div class="choices inline">
          <Option name={`${code}-first`} id={`${code}-first-yes`} value="yes" people={false}>
            {say.yes}
          </Option>
          <Option name={`${code}-first`} id={`${code}-first-no`} value="no" people={false}>
            {say.no}
          </Option>
        </div>
      </fieldset>
      <p class="muted small">{gate.no[lang]}</p>
    </>
  )
}
