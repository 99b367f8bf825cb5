import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may talk to the server: this machine's browser that was started with a link of ours, and no page but ours. */
export interface Gate {
  readonly origin: string;
  /** A token that opens the gate once. */
  newToken(): string;
  /** Takes the token; true when it was one of ours and not used before. */
  redeem(token: string): boolean;
  /** The header that makes the browser's later requests known. */
  readonly cookie: string;
  /** Written to us by name (a foreign name that points to 127.0.0.1 is DNS rebinding), and by no other origin's page. */
  isAddressedHere(request: IncomingMessage): boolean;
  /** Carries the cookie. */
  isKnown(request: IncomingMessage): boolean;
}

export function createGate(port: number): Gate {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const tokens = new Set<string>();
  const secret = randomBytes(32).toString('base64url');
  // Cookies do not know ports: two servers on one machine need two names.
  const name = `zhiqi_${port}`;
  return {
    origin,
    newToken() {
      const token = randomBytes(32).toString('base64url');
      tokens.add(token);
      return token;
    },
    redeem: (token) => tokens.delete(token),
    cookie: `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    isAddressedHere(request) {
      if (request.headers.host !== host) return false;
      const from = request.headers.origin;
      if (request.method !== 'GET') return from === origin;
      return from === undefined || from === origin;
    },
    isKnown: (request) => cookies(request.headers.cookie ?? '').some(([key, value]) => key === name && same(value, secret)),
  };
}

const cookies = (header: string): [string, string][] =>
  header.split(';').map((part) => {
    const [key = '', ...value] = part.trim().split('=');
    return [key, value.join('=')];
  });

/** Compares hashes, so that the time taken tells nothing about the secret. */
const same = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
