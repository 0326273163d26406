/** The Dutch stemmer by itself: the index of its folder would bring those of twenty languages along. */
declare module "natural/lib/natural/stemmers/porter_stemmer_nl.js" {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
