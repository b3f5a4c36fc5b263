/** Colours that can be read whatever colour a site brings along. */

type Rgb = [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const LIGHT_PANEL: Rgb = [244, 246, 250];
const DARK_PANEL: Rgb = [40, 45, 56];
const READABLE = 4.5;
const FALLBACK: Rgb = [31, 79, 216];

/** A rule that sets the site's colour and what follows from it. */
export function colourRule(color: string): string {
  const brand = parsed(color) ?? FALLBACK;
  // One of the two always reaches 4.5.
  const on = contrast(brand, WHITE) >= READABLE ? WHITE : BLACK;
  const lightAccent = readable(brand, LIGHT_PANEL, BLACK);
  const darkAccent = readable(brand, DARK_PANEL, WHITE);
  return `:host{--brand:${css(brand)};--on-brand:${css(on)};`
    + `--accent-light:${css(lightAccent)};--accent-dark:${css(darkAccent)}}`;
}

/** Whatever CSS takes for a colour, as the browser reads it; null if it does not. */
function parsed(color: string): Rgb | null {
  const probe = document.createElement("canvas").getContext("2d");
  if (!probe || !CSS.supports("color", color)) return null;
  probe.fillStyle = color;
  probe.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = probe.getImageData(0, 0, 1, 1).data;
  return a === 255 ? [r!, g!, b!] : null;
}

/** `color`, moved towards `towards` until it can be read on `background`. */
function readable(color: Rgb, background: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = color.map((part, i) => Math.round(part + (towards[i]! - part) * share)) as Rgb;
    if (contrast(mixed, background) >= READABLE) return mixed;
  }
  return towards;
}

/** The contrast of two colours as WCAG 2 reckons it, 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function css(color: Rgb): string {
  return `rgb(${color.join(" ")})`;
}
