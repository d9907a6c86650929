/** A piece of Telegram HTML whose typed parts are escaped. */
export class Html {
  constructor(readonly value: string) {}
  toString(): string {
    return this.value;
  }
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Insert = string | number | Html | null | undefined | false | readonly Insert[];

function render(insert: Insert): string {
  if (insert === null || insert === undefined || insert === false) return '';
  if (insert instanceof Html) return insert.value;
  if (typeof insert === 'object') return insert.map(render).join('');
  return escapeText(String(insert));
}

/** Telegram HTML from a template: what is inserted is escaped unless it is `Html` itself. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  return new Html(strings.reduce((text, part, i) => text + render(inserts[i - 1]) + part));
}

/** Lines put under one another; empty ones (`null`, `false`) are left out. */
export function lines(...parts: readonly (Html | string | null | undefined | false)[]): Html {
  const kept = parts.filter(
    (part): part is Html | string => part !== null && part !== undefined && part !== false,
  );
  return new Html(kept.map((part) => render(part)).join('\n'));
}
