/** Signs beside words; none of them stands alone. 24 by 24, drawn with a pen. */
const PATHS = {
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.5c2.1.9 3.5 2.9 3.5 5.5',
  door: 'M6 3h12v18H6zM3 21h18M14.5 12h.01',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21c0-4 3.3-7 7.5-7s7.5 3 7.5 7',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4',
  alarm: 'M12 3 2.5 20h19zM12 9v5M12 17h.01',
  team: 'M12 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM5 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM19 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 10v4M12 14l-5 2M12 14l5 2',
  device: 'M4 5h16v11H4zM9 20h6M12 16v4',
  log: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h4',
  shield: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z',
  key: 'M15 9a4 4 0 1 0-3.4 4L13 14.5h2v2h2v2h3v-3l-5-5A4 4 0 0 0 15 9z',
  tick: 'M4 5h16v14H4zM8 12l3 3 5-6',
  plug: 'M8 3v5M16 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4',
  hook: 'M12 8a3 3 0 1 1 2.8 4L12 18M9 12a4 4 0 1 0 3 6M12 18h6a3 3 0 1 0-2-5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  tool: 'M14 6a4 4 0 0 1 5-1l-3 3 1 1 3-3a4 4 0 0 1-5 5l-7 7-2-2 7-7a4 4 0 0 1 1-3z',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  inbox: 'M4 13 6 5h12l2 8v6H4zM4 13h5l1 2h4l1-2h5',
  tree: 'M5 4v14h5M5 10h5M12 8h8v4h-8zM12 16h8v4h-8z',
  sound: 'M5 10v4h3l4 4V6l-4 4zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  menu: 'M4 7h16M4 12h16M4 17h16',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
