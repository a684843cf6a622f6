type Props = { label: string; value: number; of: number }

/** How much of something is there: the words say it, the bar shows it. */
export const Meter = ({ label, value, of }: Props) => (
  <div class="meter">
    <span>{label}</span>
    <progress value={value} max={of} aria-label={label} />
  </div>
)
