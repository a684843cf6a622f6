/**
 * Shapes from Lucide (lucide-static 1.62.0), ISC License, Copyright (c) 2026 Lucide Icons and Contributors;
 * several of them derive from Feather, MIT License, Copyright (c) 2013-present Cole Bemis.
 * Inlined: a page must not wait for a second request to show its doors.
 */
const shapes = {
  talk: 'M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z',
  crew: 'M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M16 3.128a4 4 0 0 1 0 7.744M22 21v-2a4 4 0 0 0-3-3.87M13 7a4 4 0 1 1-8 0a4 4 0 0 1 8 0',
  train:
    'M21.42 10.922a1 1 0 0 0-.019-1.838L12.83 5.18a2 2 0 0 0-1.66 0L2.6 9.08a1 1 0 0 0 0 1.832l8.57 3.908a2 2 0 0 0 1.66 0zM22 10v6M6 12.5V16a6 3 0 0 0 12 0v-3.5',
  phone:
    'M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384',
  forward: 'M5 12h14M12 5l7 7-7 7',
  back: 'M12 19l-7-7 7-7M19 12H5',
  close: 'M18 6 6 18M6 6l12 12',
  check: 'M20 6 9 17l-5-5',
  settled: 'M22 12a10 10 0 1 1-20 0a10 10 0 0 1 20 0M16 9l-5.5 5.5L8 12',
  info: 'M22 12a10 10 0 1 1-20 0a10 10 0 0 1 20 0M12 16v-4M12 8h.01',
  refused: 'M22 12a10 10 0 1 1-20 0a10 10 0 0 1 20 0M12 8v4M12 16h.01',
  hand: 'M21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01',
} as const
export type IconName = keyof typeof shapes

/** Always decorative: whatever it means also stands beside it in words. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path d={shapes[name]} />
  </svg>
)
