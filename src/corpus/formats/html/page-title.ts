const SEPARATOR = /\s+[|–—·»:-]\s+/;

/** A page's title without the name of the site, which stands behind a bar or a dash. */
export function siteless(title: string, site: string | undefined): string {
  const parts = title.split(SEPARATOR);
  const first = parts[0] ?? '';
  if (parts.length < 2) return title;
  if (site !== undefined && parts.at(-1) === site) {
    return title.slice(0, title.lastIndexOf(site)).replace(/\s+[|–—·»:-]\s+$/, '');
  }
  // Without the site's name: the part before a bar, if it is the longer one.
  const isBar = /\s[|»·]\s/.test(title);
  return isBar && first.length >= title.length / 2 ? first : title;
}
