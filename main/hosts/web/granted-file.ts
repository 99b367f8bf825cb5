/** As the page gets it: renderer/host/host.ts has the same. */
export interface GrantedFile {
  readonly grant: string;
  readonly name: string;
}
