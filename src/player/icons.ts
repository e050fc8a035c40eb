/** Path data of the icons, on a 24 × 24 grid. */
export const icons = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  whole: 'M4 7h16M4 12h16M4 17h10',
  overview: 'M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z',
  present: 'M3 5h18v11H3zM9 20h6M12 16v4',
  fullscreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  help: 'M9 9a3 3 0 1 1 4 3c-.8.4-1 1-1 2M12 17.5v.5',
  close: 'M6 6l12 12M18 6L6 18',
  countdown: 'M4 5l8 7-8 7zM16 5v14M21 5v14',
  more: 'M12 5v14M5 12h14',
  less: 'M5 12h14',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
} as const
