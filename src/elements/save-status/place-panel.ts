const gap = 8;

/** Puts a panel of the top layer under its button, ends in line, inside the window; above it where there is more room. */
export function placePanel(panel: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const rightToLeft = getComputedStyle(panel).direction === 'rtl';
  const end = rightToLeft ? width - at.left : at.right;
  const start = Math.max(gap, Math.min(end, width - gap) - panel.offsetWidth);
  panel.style.setProperty('inset-inline-start', `${start}px`);
  panel.style.removeProperty('max-block-size');
  const [above, below] = [at.top - 2 * gap, height - at.bottom - 2 * gap];
  const under = panel.offsetHeight <= below || below >= above;
  panel.style.setProperty('max-block-size', `${Math.max(0, under ? below : above)}px`);
  panel.style.setProperty('inset-block-start', `${under ? at.bottom + gap : at.top - gap - panel.offsetHeight}px`);
}
