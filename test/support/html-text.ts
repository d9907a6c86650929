const TAG = /<(\/?)([a-z][a-z0-9-]*)[^>]*>/g;

/** What a reader sees of Telegram HTML. */
export const visibleText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Whether each tag is closed, in the reverse order of opening. */
export function isBalanced(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (slash !== '/') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

/** Whether no `<`, `>` or `&` stands there that is not of a whole tag or entity. */
export const isWhole = (html: string): boolean =>
  !/[<>&]/.test(html.replaceAll(/<\/?[a-z][^<>]*>|&(?:lt|gt|quot|amp);/g, ''));

/** Half of a character outside the basic plane, as a careless cut leaves it. */
export const LONE_SURROGATE = /\p{Surrogate}/u;
