/** What the tests use of n3. */
declare module "n3" {
  interface Term {
    value: string;
    language?: string;
  }
  export class Parser {
    parse(text: string): { subject: Term; predicate: Term; object: Term }[];
  }
}
