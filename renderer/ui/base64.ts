export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

/** As many arguments as a call takes without fail. */
const PIECE = 8192;

/** What a data address carries. */
export const base64Of = (address: string): string => address.slice(address.indexOf(',') + 1);
