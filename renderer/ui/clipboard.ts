/** Puts text on the clipboard; false when neither way is allowed. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** The older way, for hosts that refuse the clipboard interface: answers the copy event of the page itself. */
function copyByCommand(text: string): boolean {
  const answer = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', answer);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', answer);
  }
}
