/**
 * The closed classes of Dutch words. Where two words stand without a space between them, one of them nearly always is
 * one of these; two content words would be a compound.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

export const ARTICLES = list("de het een deze dit die dat elk elke alle geen hun haar zijn");
const PREPOSITIONS = list(
  "van in aan met op voor door bij uit over om naar tot te onder tegen tussen zonder binnen buiten",
);
const CONJUNCTIVES = list("en of als dat dan maar ook die");
export const PRONOUNS = list("zij ze hij wij er het dit dat die men wie");
const AUXILIARIES = list("is zijn wordt worden werd kan kunnen moet moeten zal zullen mag heeft hebben wil");

/** Words that may stand glued before another word. */
export const OPENS = list(
  "de het een en of van dat die dit deze ze zij hij wij er is zijn wordt worden werd kan kunnen moet moeten zal zullen heeft hebben naar met tot als dan maar ook hun haar zich om te door voor bij op in uit aan over onder tussen tegen zonder binnen buiten elke elk alle nog wel niet geen wat wie waar hoe welke mag mogen",
);
/** Of those, the ones that prefixed words and compounds begin with as well: they need more evidence. */
export const PREFIXED = list(
  "voor op in uit aan over onder tussen tegen zonder binnen buiten door bij om zij haar een hun al niet wel waar hoe wat kan nog alle zijn er te dan met tot die dat als mag elk",
);
/** Words that may stand glued behind another word. */
export const CLOSES = list(
  "van in aan met op voor door bij uit over om naar tot te is en of de het een dat die dit deze zij ze hij er als ook wordt worden werd heeft hebben niet hun zich onder tussen maar dan zal moet kunnen moeten zijn tegen",
);
/** Of those, the ones that are the end of many a Dutch word. */
export const ENDS = list(
  "en de te er dan ze in is zijn heeft ook tot om aan uit over op die onder of tegen als het een",
);

export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...OPENS,
  ...CLOSES,
  ...list(
    "ik je jij u we ons onze uw mijn toch dus want omdat zodat indien toen hier daar was waren had hadden ben bent zou zouden wanneer terwijl tijdens volgens via per sinds rond vanuit waarbij waarin daarbij hierbij zoals iets iemand andere ander eigen zelf meer zeer veel hem",
  ),
  ...list(
    "erop eraan ervan erin ermee ervoor erover eruit erbij ertoe daarop daaraan daarvan daarin daarmee daarvoor daarover daaruit daarbij hierop hieraan hiervan hierin hiermee hiervoor hierover hierbij waarop waaraan waarvan waarin waarmee waarvoor waarover waarbij",
  ),
]);

/** "erop", "daarvan", "waarbij". */
const PRONOMINAL = /^(?:er|daar|hier|waar)(?:op|aan|van|in|mee|voor|over|uit|bij|toe)$/;

/** Whether two function words can follow each other so often that they are known as a pair ("van de", "er is"). */
export function canFollow(left: string, right: string): boolean {
  return (
    (PREPOSITIONS.has(left) && ARTICLES.has(right)) ||
    (CONJUNCTIVES.has(left) &&
      right !== left &&
      (PREPOSITIONS.has(right) || ARTICLES.has(right) || PRONOUNS.has(right))) ||
    (PRONOUNS.has(left) && AUXILIARIES.has(right)) ||
    (left === "er" && PREPOSITIONS.has(right)) ||
    ((AUXILIARIES.has(left) || PRONOUNS.has(left) || CONJUNCTIVES.has(left)) && PRONOMINAL.test(right)) ||
    (PRONOMINAL.test(left) && (AUXILIARIES.has(right) || PREPOSITIONS.has(right))) ||
    (AUXILIARIES.has(left) && (ARTICLES.has(right) || PREPOSITIONS.has(right) || PRONOUNS.has(right)))
  );
}

/** After a hyphen these stand for the rest of a compound that follows: "woon- en leefsituatie". */
export const CONJUNCTIONS = list("en of dan tot t/m als noch resp respectievelijk c.q cq");

/** Common words that English has and Dutch has not: where two of them stand near, the passage is English. */
export const ENGLISH = list(
  "the and for with from that this are were not but its their which who how what when your our they she his him her all any will would should about into than then there these those other such between through during before after without within to it be you because while where did does could might must same both many very much first just each used using also only an as at if",
);
