const gap = 8;

/** Puts a panel of the top layer under its button, ends in line, inside the window; above it where there is more room. */
export function placePanel(panel: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const rightToLeft = getComputedStyle(panel).direction === 'rtl';
  const end = rightToLeft ? width - at.left : at.right;
  const start = Math.max(gap, Math.min(end, width - gap) - panel.offsetWidth);
  const below = at.bottom + gap;
  const fits = below + panel.offsetHeight <= height || at.top < height / 2;
  panel.style.setProperty('inset-inline-start', `${start}px`);
  panel.style.setProperty('inset-block-start', `${fits ? below : Math.max(gap, at.top - gap - panel.offsetHeight)}px`);
}
