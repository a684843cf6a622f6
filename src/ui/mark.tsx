import type { Path } from './path.ts'

/** The step at the back of the rig, and where we are. */
export const Mark = ({ region, home }: { region?: string | undefined; home?: Path | undefined }) => {
  const name = (
    <>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <rect class="mark-rig" x="3.5" y="4.5" width="17" height="10" rx="2" />
        <rect class="mark-step" x="1" y="18" width="22" height="3" rx="1.5" />
      </svg>
      <span class="mark-name">
        <b>Tailboard</b>
        {region === undefined ? null : <span class="mark-region"> {region}</span>}
      </span>
    </>
  )
  return home === undefined ? (
    <p class="mark">{name}</p>
  ) : (
    <a class="mark" href={home}>
      {name}
    </a>
  )
}
