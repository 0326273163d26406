/** The state of a page in its address, so that a finding can be shared as a link. */

export type Values<K extends string> = Partial<Record<K, string>>;

export interface Address<K extends string> {
  get(): Values<K>;
  /** Sets the named values and leaves the others; an empty value goes out of the address. */
  set(values: Values<K>, options?: { replace?: boolean }): void;
  /** For `Generators.observe`: the named values now, and again when one of them changes. */
  watch<N extends K>(...names: N[]): (notify: (values: Values<N>) => void) => () => void;
}

const CHANGED = "ankerpunt:address";

export function address<K extends string>(names: readonly K[]): Address<K> {
  const get = (): Values<K> => {
    const params = new URLSearchParams(location.search);
    const values: Values<K> = {};
    for (const name of names) {
      const value = params.get(name);
      if (value !== null && value !== "") values[name] = value;
    }
    return values;
  };
  return {
    get,
    set(values, { replace = false } = {}) {
      const params = new URLSearchParams(location.search);
      for (const name of names) {
        const value = values[name];
        if (!(name in values)) continue;
        if (value === undefined || value === "") params.delete(name);
        else params.set(name, value);
      }
      const search = params.toString();
      const url = `${location.pathname}${search === "" ? "" : `?${search}`}`;
      if (url === location.pathname + location.search) return;
      if (replace) history.replaceState(null, "", url);
      else history.pushState(null, "", url);
      dispatchEvent(new Event(CHANGED));
    },
    watch<N extends K>(...watched: N[]) {
      return (notify: (values: Values<N>) => void) => {
        let last: string | undefined;
        const changed = (): void => {
          const values = get();
          const state = JSON.stringify(watched.map((name) => values[name] ?? null));
          if (state === last) return;
          last = state;
          notify(values as Values<N>);
        };
        changed();
        addEventListener("popstate", changed);
        addEventListener(CHANGED, changed);
        return () => {
          removeEventListener("popstate", changed);
          removeEventListener(CHANGED, changed);
        };
      };
    },
  };
}
