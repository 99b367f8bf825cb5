/**
 * antd writes the values of its theme as <style> elements, which the page's Content-Security-Policy (style-src 'self', nothing inline)
 * refuses. The build turns those elements into inert ones of a namespace of our own (vite.config.ts); what stands in them is handed to
 * the page here as a constructed style sheet, which is script and not inline style. The rules themselves come from antd/dist/antd.css.
 */
export function adoptInertStyles(page: Document): void {
  const sheet = new CSSStyleSheet();
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  let adopted = '';
  const adopt = (): void => {
    const text = [...page.head.getElementsByTagNameNS(INERT_STYLE, 'STYLE')].map((style) => style.textContent).join('\n');
    if (text === adopted) return;
    adopted = text;
    sheet.replaceSync(text);
  };
  // Called before the next frame is drawn, so the page never shows without its theme.
  new MutationObserver(adopt).observe(page.head, { childList: true, characterData: true, subtree: true });
}

/** Namespace of the elements the build makes of antd's <style>; vite.config.ts holds the same word. */
const INERT_STYLE = 'urn:zhiqi:inert-style';
