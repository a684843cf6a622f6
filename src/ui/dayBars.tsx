/** Part of a day, from 0 to 100 per cent of it. */
export type DayBar = {
  readonly from: number
  readonly to: number
  /** `main` and `second` are held by somebody, `many` by the number in `label`; `gap` needs a hand. */
  readonly look: 'main' | 'second' | 'many' | 'gap'
  readonly label?: string
}

export type DayOfBars = {
  readonly key: string
  readonly label: string
  /** The whole row in words, for whoever does not see it. */
  readonly said: string
  readonly lanes: readonly (readonly DayBar[])[]
}

type Props = {
  caption: string
  days: readonly DayOfBars[]
  /** What stands on the scale: at each quarter of the day. */
  hours: readonly string[]
  legend: readonly { readonly look: DayBar['look']; readonly text: string }[]
}

const lane = 18
const anchorOf = (index: number, count: number) =>
  index === 0 ? 'start' : index === count - 1 ? 'end' : 'middle'

/**
 * Days as rows, hours as bars. Placed with SVG attributes, for the content policy allows no inline style; each row
 * says the same in words.
 */
export const DayBars = ({ caption, days, hours, legend }: Props) => (
  <figure class="day-bars">
    <figcaption class="unseen">{caption}</figcaption>
    <div class="day-scale">
      <svg width="100%" height="16" aria-hidden="true">
        {hours.map((hour, index) => (
          <text
            x={`${(index * 100) / (hours.length - 1)}%`}
            y="12"
            text-anchor={anchorOf(index, hours.length)}
            key={hour}
          >
            {hour}
          </text>
        ))}
      </svg>
    </div>
    <ol class="plain">
      {days.map((day) => (
        <li class="day-row" key={day.key}>
          <span class="unseen">{day.said}</span>
          <span class="day-name" aria-hidden="true">
            {day.label}
          </span>
          <svg width="100%" height={day.lanes.length * lane} aria-hidden="true">
            {[25, 50, 75].map((at) => (
              <line x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" key={at} />
            ))}
            {day.lanes.flatMap((bars, row) =>
              bars.map((bar) => <Bar bar={bar} y={row * lane + 2} key={`${row} ${bar.from}`} />),
            )}
          </svg>
        </li>
      ))}
    </ol>
    <ul class="day-legend" aria-hidden="true">
      {legend.map(({ look, text }) => (
        <li class={look} key={look}>
          {text}
        </li>
      ))}
    </ul>
  </figure>
)

const Bar = ({ bar, y }: { bar: DayBar; y: number }) => (
  <>
    <rect
      class={bar.look}
      x={`${bar.from}%`}
      y={y}
      width={`${bar.to - bar.from}%`}
      height={lane - 4}
      rx="3"
    />
    {bar.label === undefined || bar.to - bar.from < 5 ? null : (
      <text x={`${(bar.from + bar.to) / 2}%`} y={y + 11} text-anchor="middle">
        {bar.label}
      </text>
    )}
  </>
)
