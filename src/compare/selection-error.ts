export class SelectionError extends Error {
  override name = "SelectionError";
}
