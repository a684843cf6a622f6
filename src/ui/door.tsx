import { Icon, type IconName } from './icons.tsx'
import type { Href } from './path.ts'

type Props = { icon: IconName; title: string; line: string; href: Href; primary?: boolean }

/** A big way in. One on a page may be primary. */
export const Door = ({ icon, title, line, href, primary = false }: Props) => (
  <a class={primary ? 'door primary' : 'door'} href={href}>
    <span class="door-icon">
      <Icon name={icon} />
    </span>
    <span>
      <b>{title}</b>
      <span class="door-line">{line}</span>
    </span>
    <Icon name="forward" />
  </a>
)
