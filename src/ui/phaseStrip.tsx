type Props = {
  /** "Phases of the session". */
  label: string
  phases: readonly string[]
  /** Index of the phase under way, from 0; equal to the number of phases when all are done. */
  current: number
}
const stateOf = (index: number, current: number) =>
  index < current ? 'done' : index === current ? 'current' : 'ahead'

/** Where a session or a case stands: one piece a phase, named where there is room. */
export const PhaseStrip = ({ label, phases, current }: Props) => (
  <div class="phases-room">
    <ol class="phases" aria-label={label}>
      {phases.map((phase, index) => (
        <li class={stateOf(index, current)} aria-current={index === current ? 'step' : undefined} key={phase}>
          <span>{phase}</span>
        </li>
      ))}
    </ol>
  </div>
)
