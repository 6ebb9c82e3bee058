// Light, dark, or as the system has it.

export const appearances = ['system', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

const kept_under = 'dais.appearance'
const dark = matchMedia('(prefers-color-scheme: dark)')

export function keptAppearance(): Appearance {
  try {
    const kept = localStorage.getItem(kept_under)
    return appearances.find((a) => a === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

function show() {
  const kept = keptAppearance()
  document.documentElement.dataset.theme = kept === 'system' ? (dark.matches ? 'dark' : 'light') : kept
}

/** Once, before the first screen. */
export function startAppearance(): void {
  show()
  dark.addEventListener('change', show)
}

export function setAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(kept_under, appearance)
  } catch {
    // Then it holds for this page only.
  }
  show()
}
